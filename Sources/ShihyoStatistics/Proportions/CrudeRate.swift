public import ShihyoModel

/// Events per so many people (人口千対, 人口10万対).
public enum CrudeRate {
  /// events / population · per, exact.
  ///
  /// - Shape: both numbers of the same brackets, area and date; the caller prints the population's date.
  /// - Units: events per `per` people (1000 gives 人口千対).
  /// - Missing: nothing is filled in; a missing side means no call.
  /// - Errors: `noBase` for a population of 0, `negativeCount`.
  /// - Source: domain.md, section 9; a rate is never averaged over groups, see `DirectStandardisation`.
  public static func of(
    events: ExactDecimal, population: ExactDecimal, per: Int
  ) throws(StatisticsRule) -> Rational {
    guard !events.isNegative, !population.isNegative else { throw .negativeCount }
    return try Rational(events).divided(by: Rational(population), else: .noBase) * Rational(per)
  }
}
