import ShihyoModel

/// Collects the findings of a definition and of the files it refers to, so that all are reported in one run.
final class FindingLog {
  private final class Store {
    var findings: [Finding] = []
  }

  let file: String
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

  func add(_ rule: some FindingRule, at position: JSONPosition?, text: String? = nil) {
    store.findings.append(Finding(rule, at: place(position), text: text))
  }

  func add(_ more: [Finding]) { store.findings.append(contentsOf: more) }

  func place(_ position: JSONPosition?) -> Place {
    Place(file: file, line: position?.line, column: position.map { .character($0.character) })
  }

  var errors: [Finding] { store.findings.filter { $0.severity == .error } }
  var others: [Finding] { store.findings.filter { $0.severity != .error } }
  /// In the order found.
  var all: [Finding] { store.findings }
}
