public import ShihyoModel

/// The Mann–Kendall test: whether values rise or fall with time, whatever the shape of the curve.
///
/// - Units: `s` counts pairs; `variance` is exact; `z`, `p` and `tau` are doubles without a unit.
/// - Note: assumes values without serial correlation, which the result cannot know: the caller prints it.
/// - Source: statistics.md, section 7 (Mann 1945, Kendall 1975; ties as in R's package trend).
public struct MannKendall: Hashable, Sendable {
  /// Values compared.
  public let n: Int
  /// Pairs that rise minus pairs that fall.
  public let s: Int
  /// Of `s` if there were no trend, corrected for ties.
  public let variance: Rational
  /// (s ∓ 1) / √variance, 0 where s is 0.
  public let z: Double
  /// Two-sided, from the normal distribution.
  public let p: Double
  /// Two-sided, from all orders, exact; nil with ties or more than 10 values, where the normal one serves.
  public let exactP: Rational?
  /// Kendall's τ_b: −1 (always falling) to 1 (always rising).
  public let tau: Double

  /// The fewest values that a test is made of.
  public static let fewest = 4

  /// - Missing: periods without a value are passed over.
  /// - Errors: `tooShort` below four values; `noVariation` where all are equal.
  /// - Complexity: O(n²).
  public init(_ series: TimeSeries) throws(StatisticsRule) {
    let values = series.observed.map(\.value)
    guard values.count >= Self.fewest else { throw .tooShort(count: values.count, needed: Self.fewest) }
    let score = KendallScore(values)
    guard !score.variance.isZero else { throw .noVariation }
    n = values.count
    s = score.s
    variance = score.variance
    z = KendallScore.z(s: score.s, variance: score.variance)
    p = NormalDistribution.twoSided(z)
    exactP = score.isTied ? nil : KendallScore.exactP(s: score.s, n: values.count)
    let pairs = values.count * (values.count - 1) / 2
    tau = Double(score.s) / (Double(pairs) * Double(pairs - score.tiedPairs)).squareRoot()
  }
}
