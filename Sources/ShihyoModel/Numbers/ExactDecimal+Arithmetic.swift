extension ExactDecimal {
  /// The exact sum with the more decimals of the two; nil where Int128 overflows.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let decimals = max(decimals, other.decimals)
    guard let left = widened(to: decimals), let right = other.widened(to: decimals) else { return nil }
    let (sum, overflow) = left.coefficient.addingReportingOverflow(right.coefficient)
    return overflow ? nil : ExactDecimal(coefficient: sum, decimals: decimals)
  }

  /// The exact difference with the more decimals of the two; nil where Int128 overflows.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    let decimals = max(decimals, other.decimals)
    guard let left = widened(to: decimals), let right = other.widened(to: decimals) else { return nil }
    let (difference, overflow) = left.coefficient.subtractingReportingOverflow(right.coefficient)
    return overflow ? nil : ExactDecimal(coefficient: difference, decimals: decimals)
  }

  /// nil for the one number whose opposite Int128 cannot hold.
  public var negated: ExactDecimal? { ExactDecimal(coefficient: 0, decimals: decimals).subtracting(self) }

  /// The value times 10^exponent, exactly: the point moves (1.2 × 10⁴ is 12000, 5 × 10⁻³ is 0.005); nil on overflow.
  public func scaled(byPowerOfTen exponent: Int) -> ExactDecimal? {
    if exponent <= decimals {
      let (places, overflow) = decimals.subtractingReportingOverflow(exponent)
      return overflow ? nil : ExactDecimal(coefficient: coefficient, decimals: places)
    }
    guard let power = Self.powerOfTen(exponent - decimals) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    return overflow ? nil : ExactDecimal(coefficient: product, decimals: 0)
  }

  /// Rounded once to `digits` after the point; nil where Int128 overflows.
  public func rounded(to digits: Int, _ mode: RoundingMode = .halfUp) -> ExactDecimal? {
    if digits >= decimals { return widened(to: digits) }
    return Rational(self).rounded(to: digits, mode)
  }
}
