import ShihyoModel

/// How many cells of each group hold a value, and why the others do not: the part that every measure has.
///
/// - Cost: 10 bytes per group, and 48 more once the column has shown its first reason.
struct TallyColumn: Sendable {
  private(set) var n: [Int] = []
  private var marks: [UInt16] = []
  /// Per group one counter per reason; empty until a reason is met.
  private var reasons: [Int] = []

  mutating func grow(to groups: Int) {
    let added = groups - n.count
    guard added > 0 else { return }
    n.append(contentsOf: repeatElement(0, count: added))
    marks.append(contentsOf: repeatElement(0, count: added))
    if !reasons.isEmpty { reasons.append(contentsOf: repeatElement(0, count: added * Reason.allCases.count)) }
  }

  @inline(__always)
  mutating func addValue(_ group: Int, marks cellMarks: UInt16, times: Int = 1) {
    n[group] += times
    if cellMarks != 0 { marks[group] |= cellMarks }
  }

  @inline(__always)
  mutating func addValues(_ group: Int, n added: Int) { n[group] += added }

  mutating func addReason(_ group: Int, _ reason: Reason, marks cellMarks: UInt16, times: Int = 1) {
    if reasons.isEmpty { reasons = Array(repeating: 0, count: n.count * Reason.allCases.count) }
    reasons[group * Reason.allCases.count + reason.rawValue] += times
    marks[group] |= cellMarks
  }

  /// - Parameter groups: for each group of `other`, its number here.
  mutating func merge(_ other: TallyColumn, groups: [Int]) {
    if reasons.isEmpty, !other.reasons.isEmpty {
      reasons = Array(repeating: 0, count: n.count * Reason.allCases.count)
    }
    for (from, to) in groups.enumerated() {
      n[to] += other.n[from]
      marks[to] |= other.marks[from]
      guard !other.reasons.isEmpty else { continue }
      for reason in Reason.allCases.indices {
        reasons[to * Reason.allCases.count + reason] += other.reasons[from * Reason.allCases.count + reason]
      }
    }
  }

  /// Every group has values, and neither reasons nor marks.
  var arePlain: Bool { reasons.isEmpty && n.allSatisfy { $0 > 0 } && marks.allSatisfy { $0 == 0 } }

  /// The tally of one group, marked incomplete where cells were left out.
  func tally(_ group: Int) -> Tally {
    var counts = ReasonCounts()
    if !reasons.isEmpty {
      for reason in Reason.allCases { counts[reason] = reasons[group * Reason.allCases.count + reason.rawValue] }
    }
    var marks = Marks(rawValue: marks[group])
    if counts.total > 0 { marks.formUnion(.incomplete) }
    return Tally(n: n[group], reasons: counts, marks: marks)
  }
}
