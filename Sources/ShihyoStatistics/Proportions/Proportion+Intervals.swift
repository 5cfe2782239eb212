import ShihyoModel

extension Proportion {
  /// Wilson's score interval, the default for a share.
  ///
  /// - Units: fractions of 1, always inside 0…1; the end is exactly 0 for a count of 0 and exactly 1 for all.
  /// - Parameter population: applies the finite population correction; nil for none.
  /// - Errors: `fullCount` where everybody answered (全数のため区間なし), `sampleAbovePopulation`.
  /// - Source: statistics.md, section 3 (Wilson 1927; Newcombe 1998, Stat. Med. 17:857).
  public func wilson(
    _ confidence: Confidence = .percent95, population: Int? = nil
  ) throws(StatisticsRule) -> ConfidenceInterval {
    let (p, n) = try doubles(population)
    let square = confidence.z * confidence.z
    let centre = p + square / (2 * n)
    let reach = confidence.z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
    let scale = 1 + square / n
    return ConfidenceInterval(
      lower: isNone ? 0 : max(0, (centre - reach) / scale), upper: isAll ? 1 : min(1, (centre + reach) / scale))
  }

  /// Agresti and Coull's interval: the centre of Wilson's, wider.
  ///
  /// - Units: fractions of 1; may leave 0…1, which is to be cut for display only.
  /// - Errors: as `wilson`.
  /// - Source: statistics.md, section 3 (Agresti & Coull 1998).
  public func agrestiCoull(
    _ confidence: Confidence = .percent95, population: Int? = nil
  ) throws(StatisticsRule) -> ConfidenceInterval {
    let (p, n) = try doubles(population)
    let square = confidence.z * confidence.z
    let widened = n + square
    let centre = (p * n + square / 2) / widened
    let reach = confidence.z * (centre * (1 - centre) / widened).squareRoot()
    return ConfidenceInterval(lower: centre - reach, upper: centre + reach)
  }

  /// Clopper and Pearson's interval from beta quantiles: never too narrow, so wider than Wilson's.
  ///
  /// - Units: fractions of 1, always inside 0…1.
  /// - Errors: as `wilson`; `notFinite` where the base is beyond what beta quantiles resolve.
  /// - Source: statistics.md, section 3.
  public func clopperPearson(
    _ confidence: Confidence = .percent95, population: Int? = nil
  ) throws(StatisticsRule) -> ConfidenceInterval {
    let (p, n) = try doubles(population)
    let successes = p * n
    let failures = (Rational.one - share).nearestDouble * n
    var lower = 0.0
    var upper = 1.0
    if !isNone {
      guard let limit = BetaDistribution.lowerQuantile(confidence.tail, successes, failures + 1) else {
        throw .notFinite
      }
      lower = limit
    }
    if !isAll {
      // The upper limit as 1 − a lower quantile of the mirror image keeps the small tail exact.
      guard let limit = BetaDistribution.lowerQuantile(confidence.tail, failures, successes + 1) else {
        throw .notFinite
      }
      upper = 1 - limit
    }
    return ConfidenceInterval(lower: lower, upper: upper)
  }

  /// Share and base as doubles, the base corrected for a finite population.
  private func doubles(_ population: Int?) throws(StatisticsRule) -> (share: Double, base: Double) {
    guard let population else { return (share.nearestDouble, base.nearestDouble) }
    let effective = try FinitePopulation.effectiveBase(of: base, population: population)
    return (share.nearestDouble, effective.nearestDouble)
  }
}
