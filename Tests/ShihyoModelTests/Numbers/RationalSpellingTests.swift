import SeededRandom
import ShihyoModel
import Testing

struct RationalSpellingTests {
  @Test(arguments: [
    (1, 3, "0.3333333333333333"), (2, 3, "0.6666666666666666"), (1, 8, "0.125"), (2, 7, "0.2857142857142857"),
    (-2, 7, "-0.2857142857142857"),
    (0, 5, "0"), (7, 1, "7"), (-7, 2, "-3.5"), (1, 10, "0.1"), (100, 4, "25"), (1000, 1, "1000"),
    (350, 3, "116.66666666666667"),
    (1, 1_000_000_000_000_000, "0.000000000000001"), (1, 32768, "0.000030517578125"), (1, 65536, "0.0000152587890625"),
    (-1, 30_000_000, "-0.000000033333333333333334"), (1_000_000_000_000_000_000, 3, "333333333333333300"),
    (6_000_000_000_000_000_001, 7, "857142857142857143"), (6_000_000_000_000_000_000, 7, "857142857142857100"),
    (9_007_199_254_740_993, 1, "9007199254740993"),
  ])
  func `spells without an exponent`(numerator: Int, denominator: Int, expected: String) throws {
    #expect(try #require(Rational(numerator, over: denominator)).machineSpelling == expected)
  }

  @Test func `spells exactly up to 15 places and shortest beyond`() throws {
    let fifteen = try #require(ExactDecimal("123456789012.123456789012345"))
    #expect(Rational(fifteen).machineSpelling == "123456789012.123456789012345")
    let sixteen = try #require(ExactDecimal("0.1234567890123456"))
    #expect(Rational(sixteen).machineSpelling == "0.1234567890123456")
    let long = try #require(ExactDecimal("123456789012.1234567890123456"))
    #expect(Rational(long).machineSpelling == "123456789012.12346")
    #expect(Rational(ExactDecimal(coefficient: Int128.max)).machineSpelling == String(Int128.max))
  }

  @Test(arguments: [
    (1, 3, 1.0 / 3), (2, 3, 2.0 / 3), (1, 10, 0.1), (-1, 10, -0.1), (0, 1, 0.0),
    (9_007_199_254_740_993, 1, 9_007_199_254_740_992.0),
    (9_007_199_254_740_995, 1, 9_007_199_254_740_996.0), (Int.max, 1, 0x1p63), (Int.min + 1, 1, -0x1p63),
    (1, Int.max, 0x1p-63),
  ])
  func `finds the nearest double`(numerator: Int, denominator: Int, expected: Double) throws {
    #expect(try #require(Rational(numerator, over: denominator)).nearestDouble == expected)
  }

  @Test func `agrees with the hardware, which divides exact doubles correctly`() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<5_000 {
      let numerator = Int.random(in: -(1 << 53)...(1 << 53), using: &random) >> Int.random(in: 0...52, using: &random)
      let denominator = Int.random(in: 1...(1 << 53), using: &random) >> Int.random(in: 0...40, using: &random) | 1
      let value = try #require(Rational(numerator, over: denominator))
      #expect(
        value.nearestDouble == Double(numerator) / Double(denominator),
        "seed 5, round \(round): \(numerator)/\(denominator)")
    }
  }

  @Test func `reads back what it spells`() throws {
    var random = SeededGenerator(seed: 6)
    for round in 0..<3_000 {
      let numerator =
        Int.random(in: Int.min / 2...Int.max / 2, using: &random) >> Int.random(in: 0...60, using: &random)
      let value = try #require(Rational(numerator, over: Int.random(in: 1...1_000_000, using: &random)))
      let spelled = value.machineSpelling
      #expect(spelled.allSatisfy { "-.0123456789".contains($0) }, "seed 6, round \(round): \(spelled)")
      #expect(Double(spelled) == value.nearestDouble, "seed 6, round \(round): \(spelled)")
    }
  }

  @Test func `reaches subnormal doubles, zero and infinity`() throws {
    let tenth = try #require(Rational(1, over: 10))
    func power(_ base: Rational, _ exponent: Int) -> Rational {
      (0..<exponent).reduce(Rational(1)) { product, _ in product * base }
    }
    #expect(power(tenth, 308).nearestDouble == 1e-308)
    #expect(power(tenth, 323).nearestDouble == 2 * Double.leastNonzeroMagnitude)
    #expect(power(tenth, 324).nearestDouble == 0)
    #expect(power(Rational(10), 308).nearestDouble == 1e308)
    #expect(power(Rational(10), 309).nearestDouble == .infinity)
    #expect(power(tenth, 20).machineSpelling == "0.00000000000000000001")
  }
}
