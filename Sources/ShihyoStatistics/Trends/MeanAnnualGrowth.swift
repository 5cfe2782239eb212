import Glibc
public import ShihyoModel

/// The growth per year that leads from the first value to the last (年平均増減率).
public enum MeanAnnualGrowth {
  /// (last / first)^(1/years) − 1.
  ///
  /// - Units: a fraction of 1 per step; irrational, so a double, within 1e-15 of the exact value.
  /// - Errors: `nothingBefore` for a first value of 0, `negativeBase` for one below 0 on either side, `tooShort` below
  ///   one step, `notFinite` beyond the doubles. A last value of 0 gives −1.
  /// - Source: domain.md, section 9; statistics.md, section 7.
  public static func of(
    first: ExactDecimal, last: ExactDecimal, steps: Int
  ) throws(StatisticsRule) -> Double {
    try of(first: Rational(first), last: Rational(last), steps: steps)
  }

  /// The same of fractions, such as means.
  public static func of(first: Rational, last: Rational, steps: Int) throws(StatisticsRule) -> Double {
    guard steps >= 1 else { throw .tooShort(count: steps + 1, needed: 2) }
    guard !first.isNegative, !last.isNegative else { throw .negativeBase }
    let ratio = try last.divided(by: first, else: .nothingBefore)
    guard !ratio.isZero else { return -1 }
    // log1p of the exact change keeps the digits of a growth near 0.
    let growth = expm1(log1p((ratio - .one).nearestDouble) / Double(steps))
    guard growth.isFinite else { throw .notFinite }
    return growth
  }
}
