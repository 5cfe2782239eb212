import ShihyoModel
import Testing

@testable import ShihyoReports

struct NumberLookTests {
  @Test(arguments: [
    ("27.7", true), ("123456789012345", true), ("1234567890123456", false), ("0.000000000000012", true),
    ("100000000000000000000", true), ("-999999999999.999", true), ("9007199254740993", false),
    ("1.500000000000000000", true),
  ])
  func `15 digits are kept, no more`(digits: String, holds: Bool) { #expect(NumberLook.holds(digits) == holds) }

  @Test func `formats show as many decimals as are printed`() {
    #expect(NumberLook.format("27.7", language: .ja) == "#,##0.0;\"△\"#,##0.0")
    #expect(NumberLook.format("-5", language: .en) == "#,##0;\\-#,##0")
    #expect(NumberLook.format("12", language: .ja, unit: "件") == "#,##0\"件\";\"△\"#,##0\"件\"")
    #expect(NumberLook.format("1", language: .ja, unit: "\"&A") == "#,##0\"”&A\";\"△\"#,##0\"”&A\"")
    #expect(NumberLook.neutralFormat("-0.25") == "0.00")
  }
}
