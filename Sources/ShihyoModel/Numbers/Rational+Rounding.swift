internal import BigInt

extension Rational {
  /// The value with exactly `digits` digits after the point, rounded once from the exact quotient.
  ///
  /// - Parameter digits: below 0 rounds to tens (−1), thousands (−3) and so on.
  /// - Returns: zero never has a sign; nil where the result does not fit in Int128.
  public func rounded(to digits: Int, _ mode: RoundingMode = .halfUp) -> ExactDecimal? {
    guard abs(digits) <= 10_000 else { return nil }
    let power = BigInt(10).power(abs(digits))
    let dividend = numeratorValue.magnitude * (digits > 0 ? power.magnitude : 1)
    let divisor = denominatorValue.magnitude * (digits < 0 ? power.magnitude : 1)
    var (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    let twice = remainder * 2
    let goesUp =
      switch mode {
      case .halfUp: twice >= divisor
      case .halfEven: twice > divisor || (twice == divisor && quotient % 2 == 1)
      case .down: false
      case .up: !remainder.isZero
      }
    if goesUp { quotient += 1 }
    var result = BigInt(quotient)
    if digits < 0 { result *= power }
    if isNegative { result = -result }
    guard let coefficient = Int128(exactly: result) else { return nil }
    return ExactDecimal(coefficient: coefficient, decimals: max(0, digits))
  }

  /// The double nearest to the exact value, ties to even; infinite beyond the doubles, as IEEE 754 rounds.
  public var nearestDouble: Double {
    guard !isZero else { return 0 }
    let dividend = numeratorValue.magnitude
    let divisor = denominatorValue.magnitude
    // A quotient of 55 or 56 bits holds the 53 that stay, one for the half, and the remainder says the rest.
    let shift = 55 - (dividend.bitWidth - divisor.bitWidth)
    let (quotient, remainder) =
      shift >= 0
      ? (dividend << shift).quotientAndRemainder(dividingBy: divisor)
      : dividend.quotientAndRemainder(dividingBy: divisor << -shift)
    let bits = UInt64(quotient)
    let width = UInt64.bitWidth - bits.leadingZeroBitCount
    let leadingExponent = width - 1 - shift
    let kept = leadingExponent >= -1022 ? 53 : 53 - (-1022 - leadingExponent)  // subnormals keep fewer
    guard kept >= 0 else { return isNegative ? -0.0 : 0 }
    let dropped = width - kept
    var significand = bits >> UInt64(dropped)
    let tail = bits & ((1 << UInt64(dropped)) - 1)
    let half: UInt64 = 1 << UInt64(dropped - 1)
    if tail > half || (tail == half && (!remainder.isZero || significand & 1 == 1)) { significand += 1 }
    return Double(sign: isNegative ? .minus : .plus, exponent: dropped - shift, significand: Double(significand))
  }
}
