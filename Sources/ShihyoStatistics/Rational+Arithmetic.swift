import ShihyoModel

extension Rational {
  /// Quotient that says by `rule` why there is none.
  func divided(by divisor: Rational, else rule: StatisticsRule) throws(StatisticsRule) -> Rational {
    guard let quotient = self / divisor else { throw rule }
    return quotient
  }

  /// Square root of the exact value, within one unit in the last place of a double.
  var squareRoot: Double { nearestDouble.squareRoot() }

  var squared: Rational { self * self }

  static let one = Rational(1)
}

extension Sequence where Element == Rational {
  /// Exact sum; 0 of nothing.
  func total() -> Rational { reduce(.zero, +) }
}
