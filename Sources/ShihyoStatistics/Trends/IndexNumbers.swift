public import ShihyoModel

/// Index numbers: each value as a percentage of one base value.
public enum IndexNumbers {
  /// value / base · 100, exact.
  ///
  /// - Shape: one result per value, in place; nil where it is missing.
  /// - Units: index points, 100 at the base, which is named beside the result.
  /// - Errors: `noValues` where the base is missing or not in the series, `nothingBefore` where it is 0, `negativeBase`.
  /// - Source: domain.md, section 9.
  public static func of(_ values: [ExactDecimal?], base: Int) throws(StatisticsRule) -> [Rational?] {
    guard values.indices.contains(base), let value = values[base] else { throw .noValues }
    guard !value.isZero else { throw .nothingBefore }
    guard !value.isNegative else { throw .negativeBase }
    let hundred = Rational(100)
    return values.map { each in
      each.flatMap { Rational($0) * hundred / Rational(value) }
    }
  }
}
