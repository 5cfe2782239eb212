import Glibc
import ShihyoDefinitions
public import ShihyoEngine
public import ShihyoModel

/// Drafts a `datapackage.json` from a description: what the content shows, and what a person must decide.
///
/// Everything guessed is marked 要確認 in the notes, which are printed beside figures until somebody has looked at them.
/// - Standard tools accept it: types of the standard stand at its level only where all values are spelled as it asks; else the
///   type is under `shihyo`, where our own grammars read it.
public struct DescriptorDraft {
  private typealias Value = ShihyoDefinitions.JSONValue
  private typealias Member = ShihyoDefinitions.JSONMember

  let profile: Profile
  let path: String
  private let paths: [String]
  private let notice: Bilingual?
  /// What tells one row from the others; `findKey` looks for it.
  var key: DraftKey?

  /// - Parameter notice: that of the data; a draft without it would let the figures go about unmarked.
  /// - Errors: standard input, and data that does not lie in or below the descriptor's folder.
  public init(_ profile: Profile, at path: String, notice: Bilingual? = nil) throws(Findings) {
    self.profile = profile
    self.path = path
    self.notice = notice
    let folder = Self.realFolder(of: path)
    var paths: [String] = []
    for file in profile.files {
      guard let data = file.path else { throw Findings([Finding(DraftRule.standardInput)], kind: .usage) }
      guard let real = Self.realPath(data), let folder, real.hasPrefix(folder + "/") else {
        throw Findings([Finding(DraftRule.outsideFolder, at: Place(file: path), text: data)], kind: .usage)
      }
      paths.append(String(real.dropFirst(folder.count + 1)))
    }
    self.paths = paths
  }

  /// The text of the file.
  public var json: String {
    let name = Self.name(from: paths.first ?? "", folder: Self.realFolder(of: path) ?? "")
    var members: [Member] = [
      Member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      Member("name", Value(.string(name))), Member("title", Value(.string(paths.first ?? name))),
      Member(
        "description",
        "【下書き・要確認】shihyo describe が内容から推定した定義です。出典、単位、型、「要確認」とある注を人が確かめ、直してからこの文を消してください。"),
    ]
    if let notice {
      let text: Value = ["ja": Value(.string(notice.ja)), "en": Value(.string(notice.en))]
      members.append(Member("shihyo", ["notice": text]))
    }
    members.append(Member("resources", [resource(name)]))
    return JSONWriter.write(Value(.object(members)))
  }

  private func resource(_ name: String) -> Value {
    var members: [Member] = [
      Member("name", Value(.string(name))), Member("path", pathValue), Member("type", "table"), Member("format", "csv"),
      Member("mediatype", "text/csv"),
    ]
    if let file = profile.files.first {
      members.append(Member("encoding", Value(.string(Self.encoding(file)))))
      if profile.files.count == 1 {
        members.append(Member("bytes", Value(.number(String(file.bytes)))))
        if let hash = file.sha256 { members.append(Member("hash", Value(.string("sha256:" + hash)))) }
      }
      let delimiter = String(UnicodeScalar(file.delimiter))
      let isStandardHeader = !isMessy && profile.reading.hasHeader
      members.append(
        Member("dialect", ["delimiter": Value(.string(delimiter)), "header": Value(.boolean(isStandardHeader))]))
    }
    // A column without a name cannot be declared; the others are, as a part of the file.
    let named = profile.columns.filter { !$0.name.isEmpty }
    let match: [Member] = named.count < profile.columns.count ? [Member("fieldsMatch", "subset")] : []
    let fields = named.map { DraftField($0, isMessy: isMessy, declared: layoutField($0.name)).value }
    var schema = match + [Member("fields", Value(.array(fields)))]
    if case .found(let columns)? = key {
      schema.append(Member("primaryKey", Value(.array(columns.map { Value(.string($0)) }))))
    }
    schema.append(Member("missingValues", Value(.array(missingValues))))
    members.append(Member("schema", Value(.object(schema))))
    members.append(Member("shihyo", extensionKey))
    return Value(.object(members))
  }

  private var pathValue: Value {
    paths.count == 1 ? Value(.string(paths[0])) : Value(.array(paths.map { Value(.string($0)) }))
  }

  /// Marks are declared as missing, so that other tools do not take － for a wrong number; their meaning stays the standard one.
  private var missingValues: [Value] {
    let marks = Set(profile.columns.flatMap(\.marks).map { Label($0) }).sorted()
    return [""] + marks.filter { !$0.text.isEmpty }.map { Value(.string($0.text)) }
  }

  private var movesHeader: Bool {
    let standard = ReadingOptions()
    let reading = profile.reading
    return reading.skipLines > 0 || reading.headerRows != standard.headerRows || reading.skipAfterHeader > 0
  }

  /// Standard tools would take notes and totals for records, so to them every cell may be anything.
  var isMessy: Bool {
    guard !movesHeader, let shape = profile.layout?.shape else { return movesHeader }
    return shape.noteRows != nil || shape.skipsEmptyRows || !shape.blankDown.isEmpty || !shape.subtotals.isEmpty
  }

  /// What the layout says of a column; a column that becomes a value has its type there.
  private func layoutField(_ name: String) -> DraftField.Declared? {
    guard let shape = profile.layout?.shape, let field = shape.field(named: name) else { return nil }
    if let unpivot = shape.unpivot, unpivot.use(of: name, role: field.role) != .kept { return .becomesValue }
    return .field(field)
  }

  private var extensionKey: Value {
    var members: [Member] = []
    let reading = profile.reading
    if isMessy {
      let rows = reading.headerRows
      let text = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)-\(rows.upperBound)"
      if reading.skipLines > 0 { members.append(Member("skip-lines", Value(.number("\(reading.skipLines)")))) }
      members.append(Member("header-rows", Value(.string(text))))
      if reading.skipAfterHeader > 0 {
        members.append(Member("skip-after-header", Value(.number("\(reading.skipAfterHeader)"))))
      }
    }
    var notes = ["要確認：この定義は内容から推定した下書きで、まだ人が確かめていない。"]
    if let guess = profile.headerGuess {
      notes.append("要確認：見出しは\(guess.lines.upperBound)行目とみて、その上の行は読まない。")
    }
    notes += ProfileNotes.problems(profile).map { "要確認：" + $0.ja }
    if let layout = profile.layout {
      members += DraftLayout(layout: layout, columns: profile.columns).members
      notes += layout.remarks.map { "要確認：" + $0.ja }
    } else {
      notes += profile.totals.prefix(5).map { total in
        "要確認：\(Place.Column.spreadsheetLetters(total.column + 1))列に「\(total.text)」の行がある。足すと二重に数える。"
      }
    }
    if let key { notes.append("要確認：" + key.note) }
    members.append(Member("notes", Value(.array(notes.map { Value(.string($0)) }))))
    return Value(.object(members))
  }

  private static func encoding(_ file: FileProfile) -> String {
    file.encoding == .utf8 && file.hasByteOrderMark ? "utf-8-sig" : file.encoding.rawValue
  }

  /// Small letters and digits of the file's name; of a name in Japanese those of the folder's, by which commands call a
  /// dataset. Where that leaves no letter either, a person must choose one.
  static func name(from path: String, folder: String = "") -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").dropLast().joined(separator: "-")
    let names = [stem.isEmpty ? String(file) : stem, String(folder.split(separator: "/").last ?? "")].map(kept)
    return names.first { $0.contains(where: \.isLetter) } ?? "table"
  }

  private static func kept(_ text: String) -> String {
    let kept = text.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    return String(kept).split(separator: "-").joined(separator: "-")
  }

  private static func realFolder(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return realPath(".") }
    return realPath(slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }
}
