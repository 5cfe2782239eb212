import ShihyoModel

/// Collects the findings of a definition and of the files it refers to, so that all are reported in one run.
final class FindingLog {
  private final class Store {
    var findings: [Finding] = []
  }

  let file: String
  /// The lines of the file, where placeholders are looked up.
  private var source: [[Character]] = []
  private let store: Store

  init(file: String) {
    self.file = file
    store = Store()
  }

  private init(file: String, store: Store) {
    self.file = file
    self.store = store
  }

  /// The same collection, for places in another file.
  func forFile(_ file: String) -> FindingLog { FindingLog(file: file, store: store) }

  /// Where words are looked up from now on.
  func readSource(_ bytes: [UInt8]) {
    source = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      .map(Array.init)
  }

  func add(_ rule: some FindingRule, at position: JSONPosition?, text: String? = nil) {
    store.findings.append(Finding(rule, at: place(position), text: text))
  }

  func add(_ more: [Finding]) { store.findings.append(contentsOf: more) }

  func place(_ position: JSONPosition?) -> Place {
    Place(file: file, line: position?.line, column: position.map { .character($0.character) })
  }

  /// Where `text` stands at or after a place; that place where it is not found, as in words with escapes.
  func position(of text: String, from start: JSONPosition?) -> JSONPosition? {
    find(text, from: start, lines: 100) ?? start
  }

  /// The same within so many lines; nil where it is not found.
  func find(_ text: String, from start: JSONPosition?, lines: Int) -> JSONPosition? {
    guard let start else { return nil }
    let wanted = Array(text)
    for line in start.line..<(start.line + lines) where source.indices.contains(line - 1) {
      let characters = source[line - 1]
      let first = line == start.line ? max(0, start.character - 1) : 0
      guard characters.count >= first + wanted.count else { continue }
      for place in first...(characters.count - wanted.count)
      where characters[place..<(place + wanted.count)].elementsEqual(wanted) {
        return JSONPosition(line: line, character: place + 1)
      }
    }
    return nil
  }

  var errors: [Finding] { store.findings.filter { $0.severity == .error } }
  var others: [Finding] { store.findings.filter { $0.severity != .error } }
  /// In the order found.
  var all: [Finding] { store.findings }
}
