internal import BigInt

extension Rational {
  /// The spelling of machine outputs: the exact decimal if it ends within 15 places, else the shortest digits that read
  /// back as the nearest double. Never an exponent, never a sign on zero, no trailing zeros.
  ///
  /// - Source: design.md, section 4.
  public var machineSpelling: String {
    if let exact = exactSpelling(within: 15) { return exact }
    let double = nearestDouble
    // Beyond the doubles no shortest spelling exists; the whole part is exact and long enough.
    guard double.isFinite else { return String(numeratorValue / denominatorValue) }
    return Self.plainDigits(double)
  }

  /// All digits of the value; nil where it does not end within `places`.
  private func exactSpelling(within places: Int) -> String? {
    var rest = denominatorValue
    var twos = 0
    var fives = 0
    while twos <= places, rest % 2 == 0 {
      rest /= 2
      twos += 1
    }
    while fives <= places, rest % 5 == 0 {
      rest /= 5
      fives += 1
    }
    let decimals = max(twos, fives)
    guard rest == 1, decimals <= places else { return nil }
    let scaled = numeratorValue.magnitude * BigUInt(10).power(decimals) / denominatorValue.magnitude
    return (isNegative ? "-" : "") + Self.placingPoint(in: String(scaled), decimals: decimals)
  }

  /// The shortest digits of a finite double, written out.
  private static func plainDigits(_ double: Double) -> String {
    let text = double.magnitude.description
    let parts = text.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    var fraction = mantissa.count > 1 ? String(mantissa[1]) : ""
    if fraction == "0" { fraction = "" }
    var digits = String(mantissa[0]) + fraction
    var decimals = fraction.utf8.count - (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    if decimals < 0 {
      digits += String(repeating: "0", count: -decimals)
      decimals = 0
    }
    let spelled = placingPoint(in: digits, decimals: decimals)
    return double < 0 && !double.isZero ? "-" + spelled : spelled
  }

  private static func placingPoint(in digits: String, decimals: Int) -> String {
    let missing = max(0, decimals + 1 - digits.utf8.count)
    var spelled = String(repeating: "0", count: missing) + digits
    if decimals > 0 { spelled.insert(".", at: spelled.index(spelled.endIndex, offsetBy: -decimals)) }
    let whole = spelled.prefix { $0 != "." }
    let leadingZeros = max(0, whole.prefix { $0 == "0" }.count - (whole.allSatisfy { $0 == "0" } ? 1 : 0))
    return String(spelled.dropFirst(leadingZeros))
  }
}
