public import ShihyoModel

/// Weights that give each group of a sample its share of the population.
///
/// - Source: statistics.md, section 6.
public enum PostStratification {
  /// w_g = (N_g / N) / (n_g / n), exact.
  ///
  /// - Shape: `sample` and `population` hold the same groups in the same order. Unknown ages need a rule of the caller's:
  ///   leave them out of both, or give them the weight 1.
  /// - Units: weights without a unit; their sum over the sample is n.
  /// - Missing: a group of nobody anywhere has the weight 0.
  /// - Errors: `lengthsDiffer`, `negativeCount`, `noBase` for an empty sample or population, `stratumEmpty` for a group of
  ///   the population without respondents.
  public static func weights(sample: [Int], population: [ExactDecimal]) throws(StatisticsRule) -> [Rational] {
    guard sample.count == population.count else { throw .lengthsDiffer(sample.count, population.count) }
    guard sample.allSatisfy({ $0 >= 0 }), population.allSatisfy({ !$0.isNegative }) else { throw .negativeCount }
    let people = population.map { Rational($0) }
    let scale = try sample.map { Rational($0) }.total().divided(by: people.total(), else: .noBase)
    guard !scale.isZero else { throw .noBase }
    var weights: [Rational] = []
    for (index, (answers, number)) in zip(sample, people).enumerated() {
      guard answers > 0 else {
        guard number.isZero else { throw .stratumEmpty(position: index + 1) }
        weights.append(.zero)
        continue
      }
      weights.append(try (number * scale).divided(by: Rational(answers), else: .noBase))
    }
    return weights
  }
}
