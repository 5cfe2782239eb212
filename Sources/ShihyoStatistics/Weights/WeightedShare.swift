public import ShihyoModel

/// A share of weighted answers, with the effective number that its interval needs.
///
/// - Units: `share` is a fraction of 1, exact.
/// - Source: statistics.md, section 6.
public struct WeightedShare: Hashable, Sendable {
  /// Σ w·yes / Σ w.
  public let share: Rational
  /// Answers without weights, to print beside the share.
  public let n: Int
  public let sample: EffectiveSample

  /// - Shape: one entry per group of equal weight: the weight, how many answered, how many of them count.
  /// - Missing: no-answer in or out of `base` as the caller states.
  /// - Errors: `negativeCount`, `countAboveBase`, `negativeWeight`, `noWeight` where all weights are 0, `noBase`.
  public init(_ groups: [(weight: Rational, count: Int, base: Int)]) throws(StatisticsRule) {
    var yes = Rational.zero
    var all = Rational.zero
    for group in groups {
      guard group.count >= 0, group.base >= 0 else { throw .negativeCount }
      guard group.count <= group.base else { throw .countAboveBase }
      yes = yes + group.weight * Rational(group.count)
      all = all + group.weight * Rational(group.base)
    }
    sample = try EffectiveSample(groups.map { (weight: $0.weight, count: $0.base) })
    share = try yes.divided(by: all, else: .noWeight)
    n = sample.n
  }

  /// The share with its effective number, for `wilson` and `ProportionDifference`.
  public var proportion: Proportion {
    get throws(StatisticsRule) { try Proportion(share: share, effectiveBase: sample.effective) }
  }
}
