internal import BigInt

/// An exact quotient of two whole numbers of any size, always reduced, denominator positive.
///
/// Means, ratios, differences, medians and quantiles are rationals until they are printed; they are rounded once.
/// - Cost: allocates; off the hot path only.
/// - Errors: division by zero is nil, never a trap or an infinity.
public struct Rational: Hashable, Comparable, Sendable {
  let numeratorValue: BigInt
  let denominatorValue: BigInt

  init(reducing numerator: BigInt, over denominator: BigInt) {
    precondition(!denominator.isZero, "a rational has a denominator")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    let sign: BigInt = denominator.sign == .minus ? -1 : 1
    numeratorValue = sign * (numerator / divisor)
    denominatorValue = sign * (denominator / divisor)
  }

  public init(_ integer: Int) { self.init(reducing: BigInt(integer), over: 1) }

  public init(_ decimal: ExactDecimal) {
    self.init(reducing: BigInt(decimal.coefficient), over: BigInt(10).power(decimal.decimals))
  }

  /// nil where `denominator` is zero.
  public init?(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
    guard let quotient = Rational(numerator) / Rational(denominator) else { return nil }
    self = quotient
  }

  /// nil where `denominator` is zero.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    self.init(reducing: BigInt(numerator), over: BigInt(denominator))
  }

  public static let zero = Rational(0)
  public var isZero: Bool { numeratorValue.isZero }
  public var isNegative: Bool { numeratorValue.sign == .minus && !numeratorValue.isZero }
  public var magnitude: Rational { Rational(reducing: BigInt(numeratorValue.magnitude), over: denominatorValue) }
  /// Numerator in lowest terms, as decimal digits.
  public var numerator: String { String(numeratorValue) }
  /// Denominator in lowest terms, as decimal digits.
  public var denominator: String { String(denominatorValue) }

  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      reducing: left.numeratorValue * right.denominatorValue + right.numeratorValue * left.denominatorValue,
      over: left.denominatorValue * right.denominatorValue)
  }
  public static prefix func - (value: Rational) -> Rational {
    Rational(reducing: -value.numeratorValue, over: value.denominatorValue)
  }
  public static func - (left: Rational, right: Rational) -> Rational { left + -right }
  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(
      reducing: left.numeratorValue * right.numeratorValue, over: left.denominatorValue * right.denominatorValue)
  }
  /// nil where `right` is zero.
  public static func / (left: Rational, right: Rational) -> Rational? {
    guard !right.isZero else { return nil }
    return Rational(
      reducing: left.numeratorValue * right.denominatorValue, over: left.denominatorValue * right.numeratorValue)
  }
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numeratorValue * right.denominatorValue < right.numeratorValue * left.denominatorValue
  }
}
