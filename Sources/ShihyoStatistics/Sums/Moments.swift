public import ShihyoModel

/// Mean, spread and serial correlation of exact values.
///
/// - Units: `mean` and `standardDeviation` in those of the values, `variance` in their square; `autocorrelation` has none.
/// - Source: statistics.md, section 1.
public struct Moments: Hashable, Sendable {
  /// Values counted.
  public let n: Int
  public let mean: Rational
  /// Σ(x − x̄)² / (n − 1), exact; nil for a single value, 0 where all are equal.
  public let variance: Rational?
  /// Σ(x_i − x̄)(x_{i+1} − x̄) / Σ(x_i − x̄)², exact; nil where all values are equal.
  public let autocorrelation: Rational?

  /// Square root of `variance`; irrational, so a double.
  public var standardDeviation: Double? { variance.map(\.squareRoot) }

  /// - Shape: values in order of time (the order matters to `autocorrelation` alone).
  /// - Missing: leave missing values out; a gap makes neighbours of the values beside it.
  /// - Errors: `noValues`.
  /// - Complexity: O(n) exact operations.
  public init(_ values: [ExactDecimal]) throws(StatisticsRule) {
    guard !values.isEmpty, let count = Rational(1, over: values.count) else { throw .noValues }
    let exact = values.map { Rational($0) }
    let mean = exact.total() * count
    let deviations = exact.map { $0 - mean }
    let squares = deviations.map(\.squared).total()
    n = values.count
    self.mean = mean
    variance = Rational(1, over: values.count - 1).map { squares * $0 }
    autocorrelation = zip(deviations, deviations.dropFirst()).map { $0 * $1 }.total() / squares
  }
}
