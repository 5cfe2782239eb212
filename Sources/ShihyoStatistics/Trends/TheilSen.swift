public import ShihyoModel

/// The Theil–Sen slope: the median of all slopes between two points, which single odd values do not move.
///
/// - Units: `slope` in the value's unit per step of time, exact; `intercept` is the value at time 0.
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
    let points = series.observed
    guard points.count >= 2 else { throw .tooShort(count: points.count, needed: 2) }
    var slopes: [Rational] = []
    for (index, first) in points.enumerated() {
      for later in points[(index + 1)...] {
        let rise = Rational(later.value) - Rational(first.value)
        slopes.append(try rise.divided(by: Rational(later.time - first.time), else: .noVariation))
      }
    }
    slopes.sort()
    slope = try Self.median(slopes)
    let middle = try Self.median(points.map { Rational($0.value) }.sorted())
    intercept = middle - slope * (try Self.median(points.map { Rational($0.time) }))
    // Ranks from 1: as many slopes are left out at each end as the test's spread allows.
    let spread = confidence.z * KendallScore(points.map(\.value)).variance.squareRoot
    let rank = Int(((Double(slopes.count) - spread) / 2).rounded(.toNearestOrEven))
    lower = rank >= 1 ? slopes[rank - 1] : nil
    upper = rank >= 1 ? slopes[slopes.count - rank] : nil
  }

  private static func median(_ sorted: [Rational]) throws(StatisticsRule) -> Rational {
    guard !sorted.isEmpty else { throw .noValues }
    let pair = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
    return try pair.divided(by: Rational(2), else: .noValues)
  }
}
