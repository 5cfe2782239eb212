import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Changes of files, collected first and written at the end, all of them or none.
struct FileEdits: Sendable {
  private var ledgers: [String: Set<String>] = [:]
  private var known: [String: [(line: Int, cell: String, column: Int)]] = [:]
  private var texts: [(path: String, text: String)] = []

  mutating func replace(_ repair: LedgerRepair, id: String) { ledgers[repair.edition.fullName, default: []].insert(id) }

  mutating func replace(_ figure: KnownFigure, printed: String) throws(Findings) {
    guard let path = figure.place.file, let line = figure.place.line, let column = figure.columns[.printed] else {
      throw Findings([Finding(VerificationRule.cannotAccept(figure.id), at: figure.place, text: figure.id)])
    }
    known[path, default: []].append((line, printed, column.number - 1))
  }

  /// The ledger with its accepted rows; where nothing else differs, as its report writes it, with a new `run.json`.
  mutating func renewLedgers(_ repairs: [LedgerRepair]) throws(Findings) {
    for repair in repairs {
      guard let ids = ledgers[repair.edition.fullName] else { continue }
      let path = repair.edition.ledgerPath
      var text = LedgerCSV.line(LedgerCSV.columns + (repair.hasNotice ? ["notice"] : []))
      var isComplete = true
      for id in repair.order {
        guard let new = repair.records[id] else { continue }
        let old = repair.ledger.rows[id].map { row in repair.names.map { row.cells[$0] ?? "" } }
        if ids.contains(id) || old == new {
          text += LedgerCSV.line(new)
        } else {
          isComplete = false
          if let old { text += LedgerCSV.line(old) }
        }
      }
      for id in repair.ledger.ids where repair.records[id] == nil && !ids.contains(id) {
        isComplete = false
        text += LedgerCSV.line(repair.names.map { repair.ledger.rows[id]?.cells[$0] ?? "" })
      }
      texts.append((path, isComplete ? repair.text : text))
      if isComplete { texts.append((repair.edition.runPath, repair.run)) }
    }
  }

  /// New digests in the descriptors: of the files named, and of known figures that are rewritten here.
  mutating func renewHashes(_ files: [CheckedFile], all: [CheckedFile]) throws(Findings) {
    var renewed: [CheckedFile] = files.filter { !known.keys.contains($0.path) }
    for (path, cells) in known.sorted(by: { Label($0.key) < Label($1.key) }) {
      let text = try Self.replacing(cells, in: path)
      texts.append((path, text))
      guard var file = all.first(where: { $0.path == path }) else { continue }
      let output = RunRecord.Output(path: path, text: text)
      (file.found, file.bytes) = (output.sha256, output.bytes)
      renewed.append(file)
    }
    var folders: [String: [CheckedFile]] = [:]
    for file in renewed where !file.declared.isEmpty { folders[file.dataset, default: []].append(file) }
    for (_, files) in folders.sorted(by: { Label($0.key) < Label($1.key) }) {
      guard let path = files.first?.place.file else { continue }
      texts.append((path, try DescriptorEdit.renewing(files, in: path)))
    }
  }

  private static func replacing(
    _ cells: [(line: Int, cell: String, column: Int)], in path: String
  ) throws(Findings) -> String {
    let file = try CSVFile(path: path)
    let bytes = try DefinitionFile.read(path)
    var result: [UInt8] = []
    var position = 0
    for record in file.records {
      let changes = cells.filter { $0.line == record.line }
      guard !changes.isEmpty else { continue }
      var row = record.cells
      for change in changes where row.indices.contains(change.column) { row[change.column] = change.cell }
      result += bytes[position..<record.bytes.lowerBound]
      let hadCarriageReturn = bytes[record.bytes].suffix(2).first == 0x0D
      let line = LedgerCSV.line(row)
      result += hadCarriageReturn ? Array(line.utf8.dropLast()) + [0x0D, 0x0A] : Array(line.utf8)
      position = record.bytes.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  func write() throws(Findings) {
    try AtomicOutput.write(all: texts)
  }
}

/// New digests and sizes in a `datapackage.json`, in place: nothing else of the file moves.
enum DescriptorEdit {
  static func renewing(_ files: [CheckedFile], in path: String) throws(Findings) -> String {
    let bytes = try DefinitionFile.read(path)
    let content = try JSONReader.read(bytes, file: path)
    var edits: [(position: JSONPosition, old: String, new: String)] = []
    guard case .object(let members) = content.content else { return String(decoding: bytes, as: UTF8.self) }
    for file in files where file.isKnownFigures {
      guard case .object(let own)? = members.first(where: { $0.key == "shihyo" })?.value.content,
        let hash = own.first(where: { $0.key == "known-figures" })?.value, let position = hash.position
      else { continue }
      edits.append((position, file.declared, file.found))
    }
    guard case .array(let resources)? = members.first(where: { $0.key == "resources" })?.value.content else {
      return String(decoding: bytes, as: UTF8.self)
    }
    for resource in resources {
      guard case .object(let keys) = resource.content,
        case .string(let name)? = keys.first(where: { $0.key == "path" })?.value.content,
        let file = files.first(where: { $0.id == $0.dataset + "/" + name })
      else { continue }
      if let position = keys.first(where: { $0.key == "hash" })?.value.position {
        edits.append((position, file.declared, file.found))
      }
      if let size = keys.first(where: { $0.key == "bytes" })?.value, let position = size.position,
        case .number(let digits) = size.content
      {
        edits.append((position, digits, String(file.bytes)))
      }
    }
    return apply(edits, to: String(decoding: bytes, as: UTF8.self))
  }

  /// Each old text is replaced where it first stands behind its position.
  private static func apply(_ edits: [(position: JSONPosition, old: String, new: String)], to text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for edit in edits where lines.indices.contains(edit.position.line - 1) {
      let line = lines[edit.position.line - 1]
      guard let start = line.index(line.startIndex, offsetBy: edit.position.character - 1, limitedBy: line.endIndex)
      else { continue }
      var head = String(line[..<start])
      var tail = line[start...]
      while !tail.isEmpty, !tail.lowercased().hasPrefix(edit.old.lowercased()) { head.append(tail.removeFirst()) }
      guard !tail.isEmpty else { continue }
      lines[edit.position.line - 1] = head + edit.new + tail.dropFirst(edit.old.count)
    }
    return lines.joined(separator: "\n")
  }
}

extension LedgerRepair {
  var hasNotice: Bool { records.values.first.map { $0.count > LedgerCSV.columns.count } ?? false }
  var names: [String] { LedgerCSV.columns + (hasNotice ? ["notice"] : []) }
}
