import ShihyoModel
import Testing

@testable import ShihyoEngine

struct PlainNumberTests {
  static func read(_ text: String) -> (units: Int64, decimals: UInt8)? {
    Array(text.utf8).withUnsafeBufferPointer { PlainNumber.read($0) }
  }

  @Test(arguments: [
    ("0", 0, 0), ("007", 7, 0), ("-12", -12, 0), ("12.30", 1230, 2), ("-0.5", -5, 1),
    ("999999999999999999", 999_999_999_999_999_999, 0), ("123456789.123456789", 123_456_789_123_456_789, 9),
  ])
  func `plain digits are read`(_ text: String, _ units: Int64, _ decimals: Int) {
    let number = Self.read(text)
    #expect(number?.units == units)
    #expect(number.map { Int($0.decimals) } == decimals)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1,000", "+1", "1e5", " 1", "1 ", "-0", "-0.00", "1234567890123456789",
    "0.1234567890", "１", "--1", "1-", "0x1", "9999999999999999999999999",
  ])
  func `everything else is left to the grammar`(_ text: String) {
    #expect(Self.read(text) == nil)
  }
}
