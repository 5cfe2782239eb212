internal import BigInt

extension Rational {
  /// The exact value of a double, for printing irrational results by the same rules as the others; nil unless finite.
  public init?(exactly double: Double) {
    guard double.isFinite else { return nil }
    guard !double.isZero else {
      self = .zero
      return
    }
    // The significand lies in 1..<2 and has 52 bits after its point, so this product is a whole number.
    let significand = BigInt(Int64(double.significand * 0x1p52)) * (double.sign == .minus ? -1 : 1)
    let exponent = Int(double.exponent) - 52
    self.init(
      reducing: exponent > 0 ? significand << exponent : significand, over: exponent < 0 ? BigInt(1) << -exponent : 1)
  }
}
