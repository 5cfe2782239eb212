/// Why a cell holds no value (domain.md, section 4). A reason is never 0 unless the descriptor says `nil: zero`.
public enum Reason: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// － : there is no such case (皆無).
  case nilCase
  /// … NA *** : not available or unknown.
  case missing
  /// x X : kept secret.
  case suppressed
  /// Declared by the steward: the question was not asked.
  case notSurveyed
  /// Nothing stands in the cell.
  case empty
  /// A mark that no profile knows; an error in strict reading of a measure.
  case unknownMark

  /// The spelling in descriptors and in the `marks` column.
  public var name: String {
    switch self {
    case .nilCase: "nil"
    case .missing: "missing"
    case .suppressed: "suppressed"
    case .notSurveyed: "not-surveyed"
    case .empty: "empty"
    case .unknownMark: "unknown-mark"
    }
  }

  public static func < (left: Reason, right: Reason) -> Bool { left.rawValue < right.rawValue }
}

/// How many cells were left out, by reason.
///
/// There is one for every aggregate of every group, and nearly all of them count nothing: these take one word.
public struct ReasonCounts: Hashable, Sendable {
  /// By raw value of the reason; empty while all are 0, so that equal counts have one form.
  private var counts: [Int] = []

  public init() {}

  public subscript(reason: Reason) -> Int {
    get { counts.isEmpty ? 0 : counts[reason.rawValue] }
    set {
      if counts.isEmpty {
        if newValue == 0 { return }
        counts = Array(repeating: 0, count: Reason.allCases.count)
      }
      counts[reason.rawValue] = newValue
      if newValue == 0, counts.allSatisfy({ $0 == 0 }) { counts = [] }
    }
  }
  public var total: Int { counts.reduce(0, +) }
  /// The one reason all these cells share; nil if there are none or several.
  public var common: Reason? {
    if counts.isEmpty { return nil }
    let present = Reason.allCases.filter { self[$0] > 0 }
    return present.count == 1 ? present[0] : nil
  }
  public mutating func merge(_ other: ReasonCounts) {
    if other.counts.isEmpty { return }
    for reason in Reason.allCases { self[reason] += other[reason] }
  }
}
