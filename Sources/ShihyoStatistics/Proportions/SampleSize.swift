public import ShihyoModel

/// How many answers a margin of error needs.
///
/// - Units: people. `exact` is the formula's result before rounding up, exact for the z that was used.
/// - Source: statistics.md, section 3.
public struct SampleSize: Hashable, Sendable {
  public let exact: Rational
  /// `exact`, rounded up.
  public let answers: Int
  /// To be printed with the result: 1.96 and the exact quantile can differ by one answer.
  public let z: Rational

  /// n0 = z²p(1 − p)/e², n = n0 / (1 + (n0 − 1)/N), rounded up.
  ///
  /// - Parameters:
  ///   - margin: ±e as a fraction (0.05 for ±5 points).
  ///   - share: the share expected; 0.5 is the worst case.
  ///   - population: nil for a population without end.
  /// - Errors: `marginOfErrorOutside` unless 0 < e < 1; `noBase` for a population of nobody; `countAboveBase` for a share
  ///   outside 0…1; `tooManyDigits` for a result beyond Int.
  public init(
    margin: ExactDecimal, share: Rational? = nil, z: Rational, population: Int? = nil
  ) throws(StatisticsRule) {
    guard margin > .zero, margin < ExactDecimal(1) else { throw .marginOfErrorOutside(margin) }
    let share = share ?? Rational(ExactDecimal(coefficient: 5, decimals: 1))
    guard !share.isNegative, share <= .one else { throw .countAboveBase }
    let unlimited = try (z.squared * share * (.one - share))
      .divided(by: Rational(margin).squared, else: .marginOfErrorOutside(margin))
    if let population {
      guard population > 0 else { throw .noBase }
      let people = Rational(population)
      // n0 / (1 + (n0 − 1)/N) = n0·N / (N + n0 − 1), at least 0 over at least n0.
      let divisor = people + unlimited - .one
      exact = divisor.isZero ? .zero : try (unlimited * people).divided(by: divisor, else: .noBase)
    } else {
      exact = unlimited
    }
    guard let up = exact.rounded(to: 0, .up), let answers = Int(exactly: up.coefficient) else { throw .tooManyDigits }
    self.answers = answers
    self.z = z
  }

  /// The same with the exact normal quantile of a level of confidence.
  public init(
    margin: ExactDecimal, share: Rational? = nil, confidence: Confidence = .percent95, population: Int? = nil
  ) throws(StatisticsRule) {
    guard let z = Rational(exactly: confidence.z) else { throw .confidenceOutside(confidence.level) }
    try self.init(margin: margin, share: share, z: z, population: population)
  }
}
