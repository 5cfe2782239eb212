public import ShihyoModel

/// The median of weighted values.
///
/// - Units: those of the values, exact.
/// - Source: statistics.md, section 2.
public struct WeightedMedian: Hashable, Sendable {
  /// The smallest value with at least half of the weight at or below it.
  public let lower: ExactDecimal
  /// The smallest value with more than half of the weight at or below it; differs from `lower` only at an exact half.
  public let upper: ExactDecimal

  /// The mean of both.
  public var middle: Rational {
    (Rational(lower) + Rational(upper)) * Rational(ExactDecimal(coefficient: 5, decimals: 1))
  }

  /// - Shape: in any order; equal values may stand several times.
  /// - Missing: leave missing values out; a weight of 0 takes no part.
  /// - Errors: `negativeWeight`, `noWeight` where nothing has a weight.
  /// - Complexity: O(k log k).
  public init(_ values: [(value: ExactDecimal, weight: Rational)]) throws(StatisticsRule) {
    guard values.allSatisfy({ !$0.weight.isNegative }) else { throw .negativeWeight }
    let sorted = values.filter { !$0.weight.isZero }.sorted { $0.value < $1.value }
    let total = sorted.map(\.weight).total()
    var below = Rational.zero
    var lower: ExactDecimal?
    for (value, weight) in sorted {
      below = below + weight
      let twice = below + below
      if lower == nil, twice >= total { lower = value }
      if let lower, twice > total {
        self.lower = lower
        upper = value
        return
      }
    }
    throw .noWeight
  }
}
