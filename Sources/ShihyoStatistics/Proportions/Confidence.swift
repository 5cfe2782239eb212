public import ShihyoModel

/// A two-sided level of confidence and its normal quantile.
///
/// - Units: `level` is a share (0.95), kept exact; `z` has none.
/// - Source: statistics.md, head: z of 95 % is 1.959963984540054, not 1.96.
public struct Confidence: Hashable, Sendable {
  public let level: ExactDecimal
  /// The normal quantile that leaves (1 − level) / 2 in each tail.
  public let z: Double

  /// - Errors: `confidenceOutside` unless 0 < level < 1.
  public init(level: ExactDecimal) throws(StatisticsRule) {
    let tail = (Rational(1) - Rational(level)) * Rational(ExactDecimal(coefficient: 5, decimals: 1))
    guard let z = NormalDistribution.upperQuantile(tail.nearestDouble), level > .zero else {
      throw .confidenceOutside(level)
    }
    self.level = level
    self.z = z
  }

  private init(percent: Int, z: Double) {
    level = ExactDecimal(coefficient: Int128(percent), decimals: 2)
    self.z = z
  }

  public static let percent90 = Confidence(percent: 90, z: 1.6448536269514722)
  public static let percent95 = Confidence(percent: 95, z: 1.959963984540054)
  public static let percent99 = Confidence(percent: 99, z: 2.5758293035489004)

  /// What one tail outside the interval holds, as a double.
  var tail: Double {
    ((Rational(1) - Rational(level)) * Rational(ExactDecimal(coefficient: 5, decimals: 1))).nearestDouble
  }
}

/// Both ends of an interval; irrational, so doubles, in the unit of what was estimated.
public struct ConfidenceInterval: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
