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

  private let profile: Profile
  private let paths: [String]
  private let notice: Bilingual?

  /// - Parameter notice: that of the data; a draft without it would let the figures go about unmarked.
  /// - Errors: standard input, and data that does not lie in or below the descriptor's folder.
  public init(_ profile: Profile, at path: String, notice: Bilingual? = nil) throws(Findings) {
    self.profile = profile
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
    let name = Self.name(from: paths.first ?? "")
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
      Member("name", Value(.string(name))), Member("path", path), Member("type", "table"), Member("format", "csv"),
      Member("mediatype", "text/csv"),
    ]
    if let file = profile.files.first {
      members.append(Member("encoding", Value(.string(Self.encoding(file)))))
      if profile.files.count == 1 {
        members.append(Member("bytes", Value(.number(String(file.bytes)))))
        if let hash = file.sha256 { members.append(Member("hash", Value(.string("sha256:" + hash)))) }
      }
      let delimiter = String(UnicodeScalar(file.delimiter))
      let isStandardHeader = !movesHeader && profile.reading.hasHeader
      members.append(
        Member("dialect", ["delimiter": Value(.string(delimiter)), "header": Value(.boolean(isStandardHeader))]))
    }
    let fields = profile.columns.map { DraftField($0, isMessy: movesHeader).value }
    members.append(
      Member("schema", ["fields": Value(.array(fields)), "missingValues": Value(.array(missingValues))]))
    members.append(Member("shihyo", extensionKey))
    return Value(.object(members))
  }

  private var path: Value {
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

  private var extensionKey: Value {
    var members: [Member] = []
    let reading = profile.reading
    if movesHeader {
      let rows = reading.headerRows
      let text = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)-\(rows.upperBound)"
      if reading.skipLines > 0 { members.append(Member("skip-lines", Value(.number("\(reading.skipLines)")))) }
      members.append(Member("header-rows", Value(.string(text))))
      if reading.skipAfterHeader > 0 {
        members.append(Member("skip-after-header", Value(.number("\(reading.skipAfterHeader)"))))
      }
    }
    var notes = ["要確認：この定義は内容から推定した下書きで、まだ人が確かめていない。"]
    notes += profile.totals.prefix(5).map { total in
      "要確認：\(Place.Column.spreadsheetLetters(total.column + 1))列に「\(total.text)」の行がある。足すと二重に数える。"
    }
    members.append(Member("notes", Value(.array(notes.map { Value(.string($0)) }))))
    return Value(.object(members))
  }

  private static func encoding(_ file: FileProfile) -> String {
    file.encoding == .utf8 && file.hasByteOrderMark ? "utf-8-sig" : file.encoding.rawValue
  }

  /// Small letters and digits of the file's name; a name in Japanese leaves nothing, and a person must choose one.
  static func name(from path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").dropLast().joined(separator: "-")
    let kept = (stem.isEmpty ? String(file) : stem).lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    let name = String(kept).split(separator: "-").joined(separator: "-")
    return name.isEmpty ? "table" : name
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
