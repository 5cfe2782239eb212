/// A decimal number held exactly: `coefficient × 10^-decimals`. `12.30` keeps its two decimals.
///
/// - Range: a cell holds at most 18 integer digits and 9 decimals (design.md, section 4); sums use the whole of Int128.
/// - Equality and order are by value: 12.3 equals 12.30.
/// - Source: design.md, section 4.
public struct ExactDecimal: Sendable {
  /// The digits with their sign, without the point.
  public let coefficient: Int128
  /// Digits after the point, 0 or more.
  public let decimals: Int

  public init(coefficient: Int128, decimals: Int = 0) {
    precondition(decimals >= 0, "decimals count digits after the point")
    self.coefficient = coefficient
    self.decimals = decimals
  }

  public init(_ integer: Int) { self.init(coefficient: Int128(integer)) }

  public static let zero = ExactDecimal(0)
  public var isZero: Bool { coefficient == 0 }
  public var isNegative: Bool { coefficient < 0 }

  /// Reads ASCII `-?digits(.digits)?`; nil for anything else and where Int128 overflows. Cells are read by `NumberGrammar`.
  public init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var decimals = 0
    var sawPoint = false
    var sawDigit = false
    var bytes = text.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (product, productOverflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, sumOverflow) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        if productOverflow || sumOverflow { return nil }
        digits = sum
        sawDigit = true
        if sawPoint { decimals += 1 }
      case UInt8(ascii: ".") where !sawPoint && sawDigit: sawPoint = true
      default: return nil
      }
    }
    guard sawDigit, !sawPoint || decimals > 0 else { return nil }
    self.init(coefficient: negative ? -digits : digits, decimals: decimals)
  }

  /// 10^exponent; nil beyond Int128.
  public static func powerOfTen(_ exponent: Int) -> Int128? {
    guard (0...38).contains(exponent) else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The same value with more decimals; nil where that overflows. Never drops a digit.
  public func widened(to newDecimals: Int) -> ExactDecimal? {
    guard newDecimals >= decimals, let power = Self.powerOfTen(newDecimals - decimals) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
    return overflow ? nil : ExactDecimal(coefficient: product, decimals: newDecimals)
  }

  /// The same value without trailing zeros after the point.
  public var reduced: ExactDecimal {
    var coefficient = coefficient
    var decimals = decimals
    while decimals > 0, coefficient % 10 == 0 {
      coefficient /= 10
      decimals -= 1
    }
    return ExactDecimal(coefficient: coefficient, decimals: decimals)
  }
}

extension ExactDecimal: Hashable, Comparable {
  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let (left, right) = (left.reduced, right.reduced)
    return left.coefficient == right.coefficient && left.decimals == right.decimals
  }

  public func hash(into hasher: inout Hasher) {
    let value = reduced
    hasher.combine(value.coefficient)
    hasher.combine(value.decimals)
  }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.decimals == right.decimals { return left.coefficient < right.coefficient }
    let decimals = max(left.decimals, right.decimals)
    if let widerLeft = left.widened(to: decimals), let widerRight = right.widened(to: decimals) {
      return widerLeft.coefficient < widerRight.coefficient
    }
    return Rational(left) < Rational(right)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits with `-` and `.`, trailing zeros kept, no grouping: `-0.50`. Zero has no sign.
  public var description: String {
    // Most numbers are small, and digits of a machine word come several times faster.
    var digits = UInt64(exactly: coefficient.magnitude).map { String($0) } ?? String(coefficient.magnitude)
    if decimals > 0 {
      if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}
