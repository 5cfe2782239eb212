public import ShihyoModel

/// The Mann–Kendall test within seasons: first quarters are compared with first quarters only.
///
/// - Units: as `MannKendall`.
/// - Source: statistics.md, section 7 (Hirsch, Slack & Smith 1982), one continuity correction for the sum.
public struct SeasonalMannKendall: Hashable, Sendable {
  /// Values compared, over all seasons.
  public let n: Int
  public let s: Int
  public let variance: Rational
  public let z: Double
  /// Two-sided.
  public let p: Double

  /// The fewest values of its fullest season.
  public static let fewestYears = 3

  /// - Shape: the season of a point is its time modulo `seasons` (4 for quarters).
  /// - Missing: a missing quarter leaves a pair less in its season alone.
  /// - Errors: `windowOutside` for fewer than two seasons; `seasonsTooShort` where no season has three values;
  ///   `noVariation` where every season stands still.
  public init(_ series: TimeSeries, seasons: Int) throws(StatisticsRule) {
    guard seasons >= 2 else { throw .windowOutside(seasons) }
    var bySeason: [Int: [Rational]] = [:]
    for point in series.observed {
      let season = (point.time % seasons + seasons) % seasons
      bySeason[season, default: []].append(point.value)
    }
    let fullest = bySeason.values.map(\.count).max() ?? 0
    guard fullest >= Self.fewestYears else { throw .seasonsTooShort(count: fullest, needed: Self.fewestYears) }
    let scores = bySeason.values.map { KendallScore($0) }
    let variance = scores.map(\.variance).total()
    guard !variance.isZero else { throw .noVariation }
    n = bySeason.values.reduce(0) { $0 + $1.count }
    s = scores.reduce(0) { $0 + $1.s }
    self.variance = variance
    z = KendallScore.z(s: s, variance: variance)
    p = NormalDistribution.twoSided(z)
  }
}
