import ShihyoModel

/// The findings of a run, in file order: a bounded number is kept, all are counted.
struct FindingLog: Sendable {
  static let mostKept = 1_000

  private(set) var errors: [Finding] = []
  private(set) var errorCount = 0
  private(set) var warnings: [Finding] = []
  private var knownWarnings: Set<WarningKey> = []

  /// The same doubt about the same text of a column is told once, at its first place.
  private struct WarningKey: Hashable {
    let code: String
    let column: Place.Column?
    let text: Label?
  }

  mutating func add(_ finding: Finding) {
    guard finding.severity == .error else { return warn(finding) }
    errorCount += 1
    if errors.count < Self.mostKept { errors.append(finding) }
  }

  mutating func merge(_ other: FindingLog) {
    errorCount += other.errorCount
    errors.append(contentsOf: other.errors.prefix(max(0, Self.mostKept - errors.count)))
    for warning in other.warnings { warn(warning) }
  }

  /// Findings in file order, and how many more there were of which only the number is known.
  mutating func add(_ findings: [Finding], beyondLimit: Int = 0) {
    for finding in findings { add(finding) }
    errorCount += max(0, beyondLimit)
  }

  private mutating func warn(_ finding: Finding) {
    guard warnings.count < Self.mostKept else { return }
    let key = WarningKey(code: finding.code, column: finding.place.column, text: finding.text.map { Label($0) })
    if knownWarnings.insert(key).inserted { warnings.append(finding) }
  }
}
