import ShihyoModel

/// Findings of a check: counted by code, and kept up to a limit.
///
/// What is said of a whole column comes last and is always kept: there are few of these, and they explain many cells.
struct CheckLog: Sendable {
  let limit: Int
  private(set) var total = 0
  private var kept: [Entry] = []
  private var ofColumns: [Entry] = []
  private var counts: [Kind: Int] = [:]

  private struct Entry {
    let source: Int
    let finding: Finding

    var line: Int { finding.place.line ?? 0 }
    var column: Int { if case .field(let number, _) = finding.place.column { number } else { 0 } }
  }
  private struct Kind: Hashable {
    let code: String
    let severity: Finding.Severity
  }

  init(limit: Int) { self.limit = limit }

  /// - Parameter source: number of the file, from 0.
  mutating func add(_ finding: Finding, source: Int) {
    count(finding)
    if kept.count < limit { kept.append(Entry(source: source, finding: finding)) }
  }

  mutating func addOfColumn(_ finding: Finding, source: Int) {
    count(finding)
    ofColumns.append(Entry(source: source, finding: finding))
  }

  /// Findings of which only the number is known.
  mutating func add(unknown: Int, code: String = "record") {
    guard unknown > 0 else { return }
    total += unknown
    counts[Kind(code: code, severity: .error), default: 0] += unknown
  }

  /// By file, line and column; findings without a line (of the file as a whole) come first.
  var findings: [Finding] {
    (kept + ofColumns).enumerated()
      .sorted { left, right in
        let (a, b) = (left.element, right.element)
        return (a.source, a.line, a.column, left.offset) < (b.source, b.line, b.column, right.offset)
      }
      .map(\.element.finding)
  }

  var codeCounts: [CheckReport.CodeCount] {
    counts.map { CheckReport.CodeCount(code: $0.key.code, severity: $0.key.severity, count: $0.value) }
      .sorted { ($1.severity, $1.count, $0.code) < ($0.severity, $0.count, $1.code) }
  }

  private mutating func count(_ finding: Finding) {
    total += 1
    counts[Kind(code: finding.code, severity: finding.severity), default: 0] += 1
  }
}
