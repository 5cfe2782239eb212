extension NumberGrammar {
  /// The number in bytes that are plainly one, `-?digits(.digits)?`: the engine's fast path, without String or allocation.
  ///
  /// - Returns: nil for everything that `read` must see: marks, signs and units, more than 18 digits in all, more than 9
  ///   decimals, −0, and any cell of a column where a plain number may be a mark (`missingValues: ["999"]`).
  @inlinable public func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> (coefficient: Int64, decimals: UInt8)? {
    guard plainIsNumber, !bytes.isEmpty, bytes.count <= 20 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var coefficient: Int64 = 0
    var point = -1
    for index in start..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit < 10 {
        coefficient = coefficient &* 10 &+ Int64(digit)  // 20 digits may wrap; they are refused below
      } else if bytes[index] == UInt8(ascii: "."), point < 0, index > start {
        point = index
      } else {
        return nil
      }
    }
    let digits = bytes.count - start - (point < 0 ? 0 : 1)
    let decimals = point < 0 ? 0 : bytes.count - 1 - point
    guard digits >= 1, digits <= 18, decimals <= 9, point < 0 || decimals > 0 else { return nil }
    if isNegative, coefficient == 0 { return nil }
    return (isNegative ? -coefficient : coefficient, UInt8(decimals))
  }
}
