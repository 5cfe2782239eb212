public import ShihyoModel

/// Arithmetic mean.
public enum Mean {
  /// Σ / n, exact.
  ///
  /// - Units: those of the sum.
  /// - Missing: `n` counts the cells that hold a value, not the records; nil where there are none.
  /// - Source: statistics.md, section 1.
  public static func of(sum: ExactDecimal, n: Int) -> Rational? { Rational(sum, over: ExactDecimal(n)) }
}
