import ShihyoModel
import Testing

struct ExactDecimalArithmeticTests {
  @Test(arguments: [("1.50", "0.5", "2.00", "1.00"), ("0.1", "0.2", "0.3", "-0.1"), ("-7", "7", "0", "-14")])
  func `adds and subtracts exactly`(left: String, right: String, sum: String, difference: String) throws {
    let (left, right) = (try #require(ExactDecimal(left)), try #require(ExactDecimal(right)))
    #expect(left.adding(right)?.description == sum)
    #expect(left.subtracting(right)?.description == difference)
  }

  @Test(arguments: [
    ("1.2", 4, "12000"), ("12.30", 1, "123.0"), ("5", -3, "0.005"), ("-1.25", 2, "-125"), ("0", 12, "0"),
  ])
  func `moves the point`(text: String, exponent: Int, expected: String) {
    #expect(ExactDecimal(text)?.scaled(byPowerOfTen: exponent)?.description == expected)
  }

  @Test func `overflow is nil`() {
    let largest = ExactDecimal(coefficient: Int128.max)
    #expect(largest.adding(ExactDecimal(1)) == nil)
    #expect(ExactDecimal(coefficient: Int128.min).subtracting(ExactDecimal(1)) == nil)
    #expect(ExactDecimal(coefficient: Int128.min).negated == nil)
    #expect(largest.negated?.coefficient == -Int128.max)
    #expect(largest.scaled(byPowerOfTen: 1) == nil)
    #expect(largest.adding(ExactDecimal(coefficient: 1, decimals: 1)) == nil)
  }
}
