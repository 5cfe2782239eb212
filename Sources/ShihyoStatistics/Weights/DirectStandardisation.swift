public import ShihyoModel

/// A rate as it would be if the groups had the sizes of a standard population (年齢調整率).
///
/// - Source: statistics.md, section 6.
public enum DirectStandardisation {
  /// Σ W_g · r_g / Σ W_g, exact.
  ///
  /// - Shape: the same groups in the same order.
  /// - Units: those of the rates (‰ stay ‰). The standard population is named beside the result.
  /// - Missing: a group without a rate has no place in the sum; merge it first.
  /// - Errors: `lengthsDiffer`, `negativeWeight`, `noWeight` for a standard of nobody.
  public static func rate(_ rates: [Rational], standard: [ExactDecimal]) throws(StatisticsRule) -> Rational {
    guard rates.count == standard.count else { throw .lengthsDiffer(rates.count, standard.count) }
    guard standard.allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
    let weights = standard.map { Rational($0) }
    return try zip(weights, rates).map { $0 * $1 }.total().divided(by: weights.total(), else: .noWeight)
  }

  /// The same from events and people per group; `per` people is the base of the result.
  ///
  /// - Errors: as above, `negativeCount`, and `stratumEmpty` for a group of the standard without people here.
  public static func rate(
    events: [ExactDecimal], population: [ExactDecimal], standard: [ExactDecimal], per: Int
  ) throws(StatisticsRule) -> Rational {
    guard events.count == population.count else { throw .lengthsDiffer(events.count, population.count) }
    guard events.count == standard.count else { throw .lengthsDiffer(events.count, standard.count) }
    var rates: [Rational] = []
    for (index, (group, people)) in zip(events, population).enumerated() {
      guard !people.isZero else {
        guard standard[index].isZero else { throw .stratumEmpty(position: index + 1) }
        rates.append(.zero)
        continue
      }
      rates.append(try CrudeRate.of(events: group, population: people, per: per))
    }
    return try rate(rates, standard: standard)
  }
}
