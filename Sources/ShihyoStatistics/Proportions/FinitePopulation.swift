import ShihyoModel

/// The finite population correction: a sample of most of a population says more than its size alone.
///
/// - Source: statistics.md, section 3.
public enum FinitePopulation {
  /// √((N − n) / (N − 1)), to multiply a standard error with; 0 for a full count.
  ///
  /// - Errors: `sampleAbovePopulation`; `noBase` for a population of nobody.
  public static func factor(sample: Int, population: Int) throws(StatisticsRule) -> Double {
    try squaredFactor(sample: Rational(sample), population: population).squareRoot
  }

  static func squaredFactor(sample: Rational, population: Int) throws(StatisticsRule) -> Rational {
    guard population > 0 else { throw .noBase }
    let everybody = Rational(population)
    guard sample <= everybody else { throw tooLarge(sample, population) }
    guard sample != everybody else { return .zero }
    return try (everybody - sample).divided(by: everybody - .one, else: .fullCount)
  }

  /// The number of answers n / f² that would be as certain without the correction.
  ///
  /// - Errors: `fullCount` where everybody answered, since nothing is uncertain then; `sampleAbovePopulation`; `noBase`.
  static func effectiveBase(of sample: Rational, population: Int) throws(StatisticsRule) -> Rational {
    try sample.divided(by: squaredFactor(sample: sample, population: population), else: .fullCount)
  }

  private static func tooLarge(_ sample: Rational, _ population: Int) -> StatisticsRule {
    let shown = sample.rounded(to: 0, .up).flatMap { Int(exactly: $0.coefficient) } ?? Int.max
    return .sampleAbovePopulation(sample: shown, population: population)
  }
}
