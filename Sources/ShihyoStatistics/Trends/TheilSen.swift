public import ShihyoModel

/// The Theil–Sen slope: the median of all slopes between two points, which single odd values do not move.
///
/// - Units: `slope` in the value's unit per step of time (per round of seasons), exact; `intercept` is the value at time 0.
/// - Source: statistics.md, section 7 (Sen 1968); interval by ranks as in R's `sens.slope`.
public struct TheilSen: Hashable, Sendable {
  public let slope: Rational
  /// median(value) − slope · median(time).
  public let intercept: Rational
  /// Slopes at both ends of the interval, exact values of the data; nil where too few slopes leave no end.
  public let lower: Rational?
  public let upper: Rational?

  /// - Missing: periods without a value are passed over; the times of the others stay.
  /// - Errors: `tooShort` below two values.
  /// - Complexity: O(n² log n); 100 points have 4950 slopes.
  public init(_ series: TimeSeries, _ confidence: Confidence = .percent95) throws(StatisticsRule) {
    try self.init(series.observed, seasons: 1, confidence)
  }

  /// Seasonal: slopes between points of one season only, per round of all seasons (per year for 4 quarters).
  ///
  /// - Shape: the season of a point is its time modulo `seasons`.
  /// - Errors: `windowOutside` for fewer than two seasons; `tooShort` where no season has two values.
  /// - Source: Hirsch, Slack & Smith 1982; interval by ranks from the variance of the seasonal test.
  public init(
    _ series: TimeSeries, seasons: Int, _ confidence: Confidence = .percent95
  ) throws(StatisticsRule) {
    guard seasons >= 2 else { throw .windowOutside(seasons) }
    try self.init(series.observed, seasons: seasons, confidence)
  }

  private init(
    _ points: [(time: Int, value: Rational)], seasons: Int, _ confidence: Confidence
  ) throws(StatisticsRule) {
    guard points.count >= 2 else { throw .tooShort(count: points.count, needed: 2) }
    var slopes: [Rational] = []
    var bySeason: [Int: [Rational]] = [:]
    for (index, first) in points.enumerated() {
      bySeason[(first.time % seasons + seasons) % seasons, default: []].append(first.value)
      for later in points[(index + 1)...] where (later.time - first.time) % seasons == 0 {
        let rounds = Rational((later.time - first.time) / seasons)
        slopes.append(try (later.value - first.value).divided(by: rounds, else: .noVariation))
      }
    }
    guard !slopes.isEmpty else { throw .tooShort(count: bySeason.values.map(\.count).max() ?? 0, needed: 2) }
    slopes.sort()
    slope = try Self.median(slopes)
    let middle = try Self.median(points.map(\.value).sorted())
    let times = try points.map { point throws(StatisticsRule) in
      try Rational(point.time).divided(by: Rational(seasons), else: .noVariation)
    }
    intercept = middle - slope * (try Self.median(times.sorted()))
    // Ranks from 1: as many slopes are left out at each end as the test's spread allows.
    let variance = bySeason.values.map { KendallScore($0).variance }.total()
    let rank = Int(((Double(slopes.count) - confidence.z * variance.squareRoot) / 2).rounded(.toNearestOrEven))
    lower = rank >= 1 ? slopes[rank - 1] : nil
    upper = rank >= 1 ? slopes[slopes.count - rank] : nil
  }

  private static func median(_ sorted: [Rational]) throws(StatisticsRule) -> Rational {
    guard !sorted.isEmpty else { throw .noValues }
    let pair = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    return try pair.divided(by: Rational(2), else: .noValues)
  }
}
