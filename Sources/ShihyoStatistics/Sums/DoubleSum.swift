import ShihyoModel

/// The correctly rounded sum of doubles: the double nearest to the exact sum, in any order of the terms.
///
/// - Note: the partial sums never overlap in their bits, so that together they are exact (Shewchuk 1997). What changes
///   `add` must keep that; the tests compare every seeded sum with exact rationals.
public struct DoubleSum: Sendable {
  /// Growing in magnitude, no two sharing a bit position.
  private var partials: [Double] = []
  /// Terms so large that a partial sum of them could leave the doubles; a total in range is still found in any order.
  private var beyond = Rational.zero

  public init() {}

  /// - Units: those of the terms.
  /// - Missing: leave missing terms out; the sum of nothing is 0.
  /// - Errors: `notFinite` for a term that is infinite or no number, or a sum beyond the doubles.
  /// - Complexity: O(n) for numbers of similar size.
  /// - Source: statistics.md, section 1.
  public static func of(_ terms: some Sequence<Double>) throws(StatisticsRule) -> Double {
    var sum = DoubleSum()
    for term in terms { try sum.add(term) }
    return try sum.value()
  }

  /// Adds one term exactly; `notFinite` for a term that is infinite or no number.
  public mutating func add(_ term: Double) throws(StatisticsRule) {
    guard term.isFinite else { throw .notFinite }
    if term.magnitude >= 0x1p900, let exact = Rational(exactly: term) {
      beyond = beyond + exact
      return
    }
    var carried = term
    var kept = 0
    for index in partials.indices {
      var small = partials[index]
      if carried.magnitude < small.magnitude { swap(&carried, &small) }
      let high = carried + small
      let low = small - (high - carried)
      if low != 0 {
        partials[kept] = low
        kept += 1
      }
      carried = high
    }
    partials.removeSubrange(kept...)
    partials.append(carried)
  }

  /// The sum so far, rounded once.
  public func value() throws(StatisticsRule) -> Double {
    if beyond.isZero, partials.count < 2 { return partials.first ?? 0 }
    // Few partials are left however many terms there were, so exact rationals settle the last half.
    let value = (beyond + partials.compactMap { Rational(exactly: $0) }.total()).nearestDouble
    guard value.isFinite else { throw .notFinite }
    return value
  }
}
