public import ShihyoModel

/// Ranks from 1 in which equal values share the mean of their places.
public enum MidRanks {
  /// - Shape: one rank per value, in place; the lowest value has rank 1. Exact: halves at most.
  /// - Complexity: O(n log n).
  /// - Source: statistics.md, section 11.
  public static func of(_ values: [ExactDecimal]) -> [Rational] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = Array(repeating: Rational.zero, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      // Places start + 1 … end + 1.
      let rank = Rational(start + end + 2) * Rational(ExactDecimal(coefficient: 5, decimals: 1))
      for index in order[start...end] { ranks[index] = rank }
      start = end + 1
    }
    return ranks
  }

  /// The mean of ranks that were given so many times each (rank questions); exact.
  ///
  /// - Units: ranks; lower is better.
  /// - Missing: things that were not ranked are left out, and their number is printed beside the mean.
  /// - Errors: `negativeCount`, `noValues` where nobody ranked.
  public static func mean(_ distribution: [(rank: Rational, count: Int)]) throws(StatisticsRule) -> Rational {
    guard distribution.allSatisfy({ $0.count >= 0 }) else { throw .negativeCount }
    let sum = distribution.map { $0.rank * Rational($0.count) }.total()
    return try sum.divided(by: Rational(distribution.reduce(0) { $0 + $1.count }), else: .noValues)
  }
}
