import ShihyoModel
import ShihyoStatistics
import Testing

/// Reference rows of statistics.md, section 2, types 6 and 7.
@Suite struct QuantileTests {
  static let oneToTen = (1...10).map { ExactDecimal($0) }
  static let five = [15, 20, 35, 40, 50].map { ExactDecimal($0) }

  @Test(arguments: [
    (oneToTen, "0.10", "1.1", "1.9"), (oneToTen, "0.25", "2.75", "3.25"), (oneToTen, "0.40", "4.4", "4.6"),
    (oneToTen, "0.50", "5.5", "5.5"), (five, "0.25", "17.5", "20"), (five, "0.40", "26", "29"),
    (five, "0.75", "45", "40"),
  ])
  func `equals the reference`(_ values: [ExactDecimal], _ p: String, _ type6: String, _ type7: String) throws {
    let counts = values.reversed().map { (value: $0, count: 1) }
    let position = try #require(ExactDecimal(p))
    let expected6 = Rational(try #require(ExactDecimal(type6)))
    let expected7 = Rational(try #require(ExactDecimal(type7)))
    #expect(try Quantile.of(counts, at: position, definition: .type6) == expected6)
    #expect(try Quantile.of(counts, at: position) == expected7)
  }

  @Test func `counts values instead of listing them`() throws {
    let odd = [
      (value: ExactDecimal(2), count: 3), (value: ExactDecimal(1), count: 2), (value: ExactDecimal(9), count: 0),
    ]
    #expect(try Quantile.median(odd) == Rational(2))  // 1 1 2 2 2
    let even = [(value: ExactDecimal(1), count: 2), (value: ExactDecimal(2), count: 2)]
    #expect(try Quantile.median(even) == Rational(3, over: 2))  // 1 1 2 2
  }

  @Test func `keeps eighteen decimals of the position`() throws {
    let third = try #require(ExactDecimal("0.333333333333333333"))
    let counts = [(value: ExactDecimal(0), count: 1), (value: ExactDecimal(1), count: 1)]
    #expect(try Quantile.of(counts, at: third) == Rational(third))
  }

  @Test func `clamps the ends and accepts one value`() throws {
    let one = [(value: ExactDecimal(7), count: 1)]
    for p in [ExactDecimal(0), ExactDecimal(coefficient: 3, decimals: 1), ExactDecimal(1)] {
      for definition in Quantile.Definition.allCases {
        #expect(try Quantile.of(one, at: p, definition: definition) == Rational(7))
      }
    }
    let counts = Self.five.map { (value: $0, count: 1) }
    #expect(try Quantile.of(counts, at: ExactDecimal(0), definition: .type6) == Rational(15))
    #expect(try Quantile.of(counts, at: ExactDecimal(1), definition: .type6) == Rational(50))
  }

  @Test func `refuses what has no quantile`() throws {
    let one = [(value: ExactDecimal(7), count: 1)]
    #expect(throws: StatisticsRule.noValues) { try Quantile.median([]) }
    let outside = ExactDecimal(coefficient: 11, decimals: 1)
    #expect(throws: StatisticsRule.quantileOutside(outside)) { try Quantile.of(one, at: outside) }
    let long = ExactDecimal(coefficient: 1, decimals: 19)
    #expect(throws: StatisticsRule.tooManyDigits) { try Quantile.of(one, at: long) }
  }
}
