public import ShihyoModel

/// Gini's coefficient of inequality.
///
/// - Units: 0 (equal) to 1 − 1/n (one has all); exact.
/// - Source: statistics.md, section 11.
public struct Gini: Hashable, Sendable {
  /// 2Σ i·x_(i) / (nΣx) − (n + 1)/n over ascending values.
  public let value: Rational
  /// × n/(n − 1), for small samples; nil for a single value.
  public let corrected: Rational?

  /// - Missing: leave missing values out; a 0 is a value.
  /// - Errors: `noValues`, `negativeWeight`, `noWeight` where all are 0.
  public init(_ values: [ExactDecimal]) throws(StatisticsRule) {
    guard !values.isEmpty else { throw .noValues }
    guard values.allSatisfy({ !$0.isNegative }) else { throw .negativeWeight }
    let n = Rational(values.count)
    let sorted = values.sorted().map { Rational($0) }
    let ranked = sorted.enumerated().map { Rational(2 * ($0.offset + 1)) * $0.element }.total()
    let spread = try (ranked - (n + .one) * sorted.total()).divided(by: n * sorted.total(), else: .noWeight)
    value = spread
    corrected = (n / (n - .one)).map { spread * $0 }
  }
}
