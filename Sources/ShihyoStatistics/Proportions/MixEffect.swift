public import ShihyoModel

/// Two totals compared together with their parts, to notice when the mix of parts alone moves the total (Simpson).
///
/// - Units: differences are fractions of 1, second − first, exact.
/// - Source: statistics.md, section 4.
public struct MixEffect: Hashable, Sendable {
  /// Difference of the shares of all parts together.
  public let total: Rational
  /// Difference within each part, in the order given; nil where a part has no base on one side.
  public let parts: [Rational?]

  /// - Shape: `first` and `second` hold the same parts in the same order.
  /// - Missing: a part with a base of 0 has no difference but stays in the list.
  /// - Errors: `lengthsDiffer`, `noBase` where one side has nobody at all, and those of `Proportion`.
  public init(
    first: [(count: Int, base: Int)], second: [(count: Int, base: Int)]
  ) throws(StatisticsRule) {
    guard first.count == second.count else { throw .lengthsDiffer(first.count, second.count) }
    total = try Self.share(second) - Self.share(first)
    var parts: [Rational?] = []
    for (one, other) in zip(first, second) {
      let bothAsked = one.base != 0 && other.base != 0
      parts.append(bothAsked ? try Self.share([other]) - Self.share([one]) : nil)
    }
    self.parts = parts
  }

  /// Whether the total moves against every part, which a report must say beside the total.
  public var isReversed: Bool {
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, !total.isZero else { return false }
    return known.allSatisfy { !$0.isZero && $0.isNegative != total.isNegative }
  }

  private static func share(_ groups: [(count: Int, base: Int)]) throws(StatisticsRule) -> Rational {
    var counts = 0
    var bases = 0
    for group in groups {
      if group != (0, 0) { _ = try Proportion(count: group.count, of: group.base) }  // each part must be possible
      counts += group.count
      bases += group.base
    }
    return try Proportion(count: counts, of: bases).share
  }
}
