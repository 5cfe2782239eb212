import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct ChangeTests {
  @Test(
    arguments: [
      ("100", "105", .relative(quotient("0.05"))), ("0", "3", .appeared), ("3", "0", .vanished), ("0", "0", .nothing),
      ("-2", "3", .negativeBefore), ("4", "-1", .relative(quotient("-1.25"))), ("", "3", .missing), ("3", "", .missing),
    ] as [(String, String, Change)])
  func `says what a change is`(_ before: String, _ now: String, _ expected: Change) {
    #expect(Change(from: ExactDecimal(before), to: ExactDecimal(now)) == expected)
  }

  @Test func `compares the same quarters of two years`() {
    let changes = Change.series(Array(SeasonalMannKendallTests.quarters.prefix(6)), lag: 4)
    #expect(changes.prefix(4).allSatisfy { $0 == .missing })
    #expect(changes.suffix(2) == [.relative(quotient("2/20")), .relative(quotient("-1/35"))])
  }

  @Test func `gives index numbers of a base`() throws {
    let values: [ExactDecimal?] = [ExactDecimal(80), nil, ExactDecimal(100)]
    #expect(try IndexNumbers.of(values, base: 0) == [Rational(100), nil, Rational(125)])
    #expect(throws: StatisticsRule.noValues) { try IndexNumbers.of(values, base: 1) }
    #expect(throws: StatisticsRule.noValues) { try IndexNumbers.of(values, base: 3) }
    #expect(throws: StatisticsRule.nothingBefore) { try IndexNumbers.of([.zero], base: 0) }
    #expect(throws: StatisticsRule.negativeBase) { try IndexNumbers.of([ExactDecimal(-1)], base: 0) }
  }

  @Test func `compares a year to date like for like`() throws {
    let toDate = try ToDate(now: decimals("10 20") + [nil, ExactDecimal(5), nil], before: decimals("8 16 9 1 7"))
    #expect(toDate.now == Rational(35) && toDate.before == Rational(25))
    #expect(toDate.compared == [0, 1, 3] && toDate.leftOut == [2])
    #expect(toDate.growth == quotient("0.4"))
    #expect(throws: StatisticsRule.noValues) { try ToDate(now: [nil], before: decimals("1")) }
    #expect(try ToDate(now: decimals("1"), before: decimals("0")).growth == nil)
  }
}
