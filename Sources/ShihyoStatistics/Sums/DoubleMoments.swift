/// Mean, spread and serial correlation of doubles, for values that exist only as doubles (raked weights).
///
/// - Units, Missing: as `Moments`, which is exact and goes first wherever decimals are at hand.
/// - Errors: `noValues`, `notFinite`.
/// - Accuracy: two passes over correctly rounded sums; all 15 digits of the certified sets that doubles can hold, and
///   8 of the spread of 10000000.1 … 10000000.3, whose digits doubles have lost before any arithmetic.
/// - Source: statistics.md, section 1.
public struct DoubleMoments: Hashable, Sendable {
  public let n: Int
  public let mean: Double
  /// With divisor n − 1; nil for a single value.
  public let standardDeviation: Double?
  /// Lag 1; nil where all values are equal.
  public let autocorrelation: Double?

  public init(_ values: [Double]) throws(StatisticsRule) {
    guard !values.isEmpty else { throw .noValues }
    let mean = try DoubleSum.of(values) / Double(values.count)
    let deviations = values.map { $0 - mean }
    let squares = try DoubleSum.of(deviations.map { $0 * $0 })
    let products = try DoubleSum.of(zip(deviations, deviations.dropFirst()).map { $0 * $1 })
    n = values.count
    self.mean = mean
    standardDeviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : nil
    autocorrelation = squares > 0 ? products / squares : nil
  }
}
