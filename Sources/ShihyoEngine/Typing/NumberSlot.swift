import ShihyoModel

/// One cell of a measure, ready to be added: 16 bytes, no reference.
struct NumberSlot: Sendable {
  enum Kind: UInt8, Sendable {
    /// `units × 10^-decimals`
    case value
    /// A number beyond Int64: `units` is its index among the wide numbers of the reader.
    case wide
    /// `units` is the raw value of the reason.
    case absent
    /// Without a descriptor: a cell that holds something, but no number.
    case text
    /// A date or period: `units` is its first day, `detail` its last, as day numbers.
    case date
    /// Does not fit the column: `units` is the index of what is wrong.
    case refused
  }

  var units: Int64
  var marks: UInt16 = 0
  var decimals: UInt8 = 0
  var kind: Kind
  /// Of a date: its last day. Else the entry of the cell cache that knows its text, plus 1; 0: the bytes are the text.
  var detail: Int32 = 0

  static func absent(_ reason: Reason) -> NumberSlot { NumberSlot(units: Int64(reason.rawValue), kind: .absent) }

  /// The reason of an `absent` slot.
  var reason: Reason { Reason(rawValue: Int(units)) ?? .unknownMark }
}

/// The fast path of a number column: plain ASCII digits, as nearly every cell of an export holds them.
enum PlainNumber {
  /// Digits that Int64 holds whatever they are.
  private static let mostDigits = 18
  private static let mostDecimals = 9

  /// Reads `-?digits(.digits)?`; nil where the full grammar must decide: any other sign or mark, commas, more digits than Int64
  /// holds, and −0, which is a zero with a mark.
  @inline(__always)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (units: Int64, decimals: UInt8)? {
    var place = 0
    let count = bytes.count
    guard count > 0, count <= mostDigits + 2 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative { place = 1 }
    var units: Int64 = 0
    let firstDigit = place
    while place < count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      units = units &* 10 &+ Int64(digit)
      place += 1
    }
    var digits = place - firstDigit
    guard digits > 0 else { return nil }
    var decimals = 0
    if place < count {
      guard bytes[place] == UInt8(ascii: ".") else { return nil }
      let firstDecimal = place + 1
      place = firstDecimal
      while place < count {
        let digit = bytes[place] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        units = units &* 10 &+ Int64(digit)
        place += 1
      }
      decimals = place - firstDecimal
      guard decimals > 0, decimals <= mostDecimals else { return nil }
      digits += decimals
    }
    guard digits <= mostDigits else { return nil }
    if isNegative {
      guard units != 0 else { return nil }
      return (-units, UInt8(decimals))
    }
    return (units, UInt8(decimals))
  }
}

/// Powers of ten up to 10^9: from a cell's own decimals to billionths.
enum Billionths {
  static let decimals = 9
  static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]

  /// `units × 10^-decimals` in billionths.
  @inline(__always)
  static func of(_ units: Int64, decimals: UInt8) -> Int128 {
    let product = powers[Self.decimals - Int(decimals)].multipliedFullWidth(by: units)
    return Int128(product.high) << 64 | Int128(product.low)
  }

  /// nil where more than nine decimals are left, which no cell that was read has.
  static func of(_ number: ExactDecimal) -> Int128? {
    number.reduced.widened(to: decimals)?.coefficient
  }
}
