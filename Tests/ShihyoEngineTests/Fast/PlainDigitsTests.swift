import Testing

@testable import ShihyoEngine

@Suite struct PlainDigitsTests {
  /// The cell with other text behind it, as it stands in a block.
  private func read(_ cell: String) -> Int64 {
    let bytes = Array((cell + ",12345678,").utf8)
    return bytes.withUnsafeBufferPointer { text in
      text.baseAddress.map { PlainDigits.read($0, count: cell.utf8.count) } ?? 0
    }
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("10", 10), ("007", 7), ("1234", 1_234), ("98765", 98_765), ("123456", 123_456),
    ("7654321", 7_654_321), ("12345678", 12_345_678), ("99999999", 99_999_999), ("00000000", 0),
  ])
  func `up to eight digits are read`(_ cell: String, _ value: Int64) {
    #expect(read(cell) == value)
  }

  @Test(arguments: ["", "123456789", "-1", "+1", "1.5", "1,2", " 1", "1 ", "/", ":", "x", "１"])
  func `anything else is left to the grammar`(_ cell: String) {
    #expect(read(cell) == PlainDigits.none)
  }

  @Test func `one byte that is no digit is seen at every place and length`() {
    for count in 1...8 {
      for place in 0..<count {
        for byte in UInt8.min...UInt8.max where !(0x30...0x39).contains(byte) {
          var bytes = [UInt8](repeating: 0x39, count: 16)
          bytes[place] = byte
          let found = bytes.withUnsafeBufferPointer { text in
            text.baseAddress.map { PlainDigits.read($0, count: count) }
          }
          #expect(found == PlainDigits.none)
        }
      }
    }
  }
}
