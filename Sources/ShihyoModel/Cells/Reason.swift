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
/// Stored in place, without an array: there is one for every aggregate of every group.
public struct ReasonCounts: Hashable, Sendable {
  private var nilCases = 0
  private var missing = 0
  private var suppressed = 0
  private var notSurveyed = 0
  private var empty = 0
  private var unknownMarks = 0

  public init() {}

  public subscript(reason: Reason) -> Int {
    get {
      switch reason {
      case .nilCase: nilCases
      case .missing: missing
      case .suppressed: suppressed
      case .notSurveyed: notSurveyed
      case .empty: empty
      case .unknownMark: unknownMarks
      }
    }
    set {
      switch reason {
      case .nilCase: nilCases = newValue
      case .missing: missing = newValue
      case .suppressed: suppressed = newValue
      case .notSurveyed: notSurveyed = newValue
      case .empty: empty = newValue
      case .unknownMark: unknownMarks = newValue
      }
    }
  }
  public var total: Int { nilCases + missing + suppressed + notSurveyed + empty + unknownMarks }
  /// The one reason all these cells share; nil if there are none or several.
  public var common: Reason? {
    let present = Reason.allCases.filter { self[$0] > 0 }
    return present.count == 1 ? present[0] : nil
  }
  public mutating func merge(_ other: ReasonCounts) {
    for reason in Reason.allCases { self[reason] += other[reason] }
  }
}
