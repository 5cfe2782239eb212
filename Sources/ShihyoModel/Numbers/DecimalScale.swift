/// The scale words of Japanese numbers: 十 百 千, 万 億 兆, and a small one before a big one (百万, 千万, 十億).
enum DecimalScale {
  /// Takes a scale word off the front of `rest` and returns its power of ten; nil, taking nothing, where there is none.
  static func take(from rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = rest.first else { return nil }
    if let exponent = big(first) {
      rest.removeFirst()
      return exponent
    }
    guard let exponent = small(first) else { return nil }
    rest.removeFirst()
    guard let next = rest.first, let more = big(next) else { return exponent }
    rest.removeFirst()
    return exponent + more
  }

  private static func small(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  private static func big(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "万": 4
    case "億": 8
    case "兆": 12
    default: nil
    }
  }
}
