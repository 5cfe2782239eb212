import SeededRandom
import ShihyoModel
import Testing

struct RationalRoundingTests {
  private func rational(_ text: String) throws -> Rational { Rational(try #require(ExactDecimal(text))) }

  /// statistics.md, section 8, and domain.md, section 5.
  @Test(arguments: [
    ("0.25", 1, "0.3"), ("0.35", 1, "0.4"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("-0.25", 1, "-0.3"),
    ("1.005", 2, "1.01"), ("2.675", 2, "2.68"), ("2.4449", 2, "2.44"), ("28.5", 0, "29"), ("-0.04", 1, "0.0"),
    ("0", 2, "0.00"), ("12.3", 3, "12.300"), ("1234", -2, "1200"), ("1250", -2, "1300"), ("-50", -2, "-100"),
    ("49", -2, "0"),
  ])
  func `rounds half away from zero`(text: String, digits: Int, expected: String) throws {
    #expect(try rational(text).rounded(to: digits)?.description == expected)
    #expect(ExactDecimal(text)?.rounded(to: digits)?.description == expected)
  }

  @Test(arguments: [
    (RoundingMode.halfEven, "2.5", "2"), (.halfEven, "3.5", "4"), (.halfEven, "-2.5", "-2"), (.halfEven, "2.51", "3"),
    (.down, "2.9", "2"), (.down, "-2.9", "-2"), (.up, "2.1", "3"), (.up, "-2.1", "-3"), (.up, "2.0", "2"),
    (.down, "-0.9", "0"),
  ])
  func `rounds by the other named rules`(mode: RoundingMode, text: String, expected: String) throws {
    #expect(try rational(text).rounded(to: 0, mode)?.description == expected)
  }

  @Test func `rounds a quotient once`() throws {
    // 37/299 = 12.374… %: prints 12.4, and 127 → 252 is +98.4 % (domain.md, section 10; design.md, section 1).
    #expect(try #require(Rational(3700, over: 299)).rounded(to: 1)?.description == "12.4")
    #expect(try #require(Rational(12500, over: 127)).rounded(to: 1)?.description == "98.4")
    #expect(try #require(Rational(100, over: 6)).rounded(to: 1)?.description == "16.7")
  }

  @Test func `agrees with integer arithmetic`() throws {
    var random = SeededGenerator(seed: 77)
    for round in 0..<3_000 {
      let numerator = Int.random(in: -1_000_000...1_000_000, using: &random)
      let denominator = Int.random(in: 1...5_000, using: &random)
      let digits = Int.random(in: 0...4, using: &random)
      let scaled = numerator.magnitude * [1, 10, 100, 1_000, 10_000][digits]
      let (whole, rest) = scaled.quotientAndRemainder(dividingBy: denominator.magnitude)
      let expected: [(RoundingMode, UInt)] = [
        (.halfUp, (2 * scaled + denominator.magnitude) / (2 * denominator.magnitude)), (.down, whole),
        (.up, (scaled + denominator.magnitude - 1) / denominator.magnitude),
        (
          .halfEven,
          2 * rest == denominator.magnitude
            ? whole + whole % 2 : (2 * scaled + denominator.magnitude) / (2 * denominator.magnitude)
        ),
      ]
      let value = try #require(Rational(numerator, over: denominator))
      for (mode, magnitude) in expected {
        let result = value.rounded(to: digits, mode)
        #expect(
          result?.coefficient == Int128(magnitude) * (numerator < 0 ? -1 : 1) && result?.decimals == digits,
          "seed 77, round \(round): \(numerator)/\(denominator) to \(digits) \(mode)")
      }
    }
  }

  @Test func `says nil where the result does not fit`() throws {
    let large = Rational(ExactDecimal(coefficient: Int128.max))
    #expect(large.rounded(to: 0)?.coefficient == Int128.max)
    #expect(large.rounded(to: 1) == nil)
    #expect(Rational.zero.rounded(to: 40)?.isZero == true)
  }
}
