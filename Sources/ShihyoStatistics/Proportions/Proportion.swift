public import ShihyoModel

/// How many of how many: a share with the base that its uncertainty depends on.
///
/// - Shape: `count` of `base` answers. For weighted answers `base` is the effective number (Kish), `count` its part.
/// - Units: `share` is a fraction of 1, exact; intervals are fractions too.
/// - Missing: no-answer is in or out of the base by the caller's choice, which the caller must state.
/// - Source: statistics.md, section 3.
public struct Proportion: Hashable, Sendable {
  public let count: Rational
  public let base: Rational
  /// `count` / `base`.
  public let share: Rational

  /// - Errors: `noBase` for a base of 0, `negativeCount`, `countAboveBase`.
  public init(count: Int, of base: Int) throws(StatisticsRule) {
    guard count >= 0, base >= 0 else { throw .negativeCount }
    guard count <= base else { throw .countAboveBase }
    guard let share = Rational(count, over: base) else { throw .noBase }
    self.count = Rational(count)
    self.base = Rational(base)
    self.share = share
  }

  /// A weighted share, whose uncertainty is that of `effectiveBase` answers.
  ///
  /// - Errors: `noBase`, `negativeCount`, `countAboveBase` as for counts.
  public init(share: Rational, effectiveBase: Rational) throws(StatisticsRule) {
    guard !share.isNegative, !effectiveBase.isNegative else { throw .negativeCount }
    guard !effectiveBase.isZero else { throw .noBase }
    guard share <= .one else { throw .countAboveBase }
    self.share = share
    base = effectiveBase
    count = share * effectiveBase
  }

  /// Answers below which a share is shown with a warning.
  public static let smallBase = 30

  /// Whether so few answered that a single one moves the share by points.
  public func hasSmallBase(below threshold: Int = Proportion.smallBase) -> Bool { base < Rational(threshold) }

  /// √(p(1 − p) / n) · √((N − n) / (N − 1)): the standard error of the share.
  ///
  /// - Parameter population: everybody who could have been drawn; nil for a population without end. Not for a form
  ///   that anyone could answer: its error is not one of sampling.
  /// - Errors: `sampleAbovePopulation`. A full count has the standard error 0.
  public func standardError(population: Int? = nil) throws(StatisticsRule) -> Double {
    let variance = share * (.one - share) * (try Rational.one.divided(by: base, else: .noBase))
    guard let population else { return variance.squareRoot }
    return (variance * (try FinitePopulation.squaredFactor(sample: base, population: population))).squareRoot
  }

  var isNone: Bool { count.isZero }
  var isAll: Bool { count == base }
}
