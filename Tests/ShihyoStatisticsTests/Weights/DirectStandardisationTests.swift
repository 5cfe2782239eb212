import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 6: standard 3000 5000 2000, rates 10 20 30 ‰ give 19 ‰.
@Suite struct DirectStandardisationTests {
  static let standard = decimals("3000 5000 2000")

  @Test func `equals the reference from rates and from events`() throws {
    let rates = [10, 20, 30].map { Rational($0) }
    #expect(try DirectStandardisation.rate(rates, standard: Self.standard) == Rational(19))
    let fromEvents = try DirectStandardisation.rate(
      events: decimals("5 4 9"), population: decimals("500 200 300"), standard: Self.standard, per: 1000)
    #expect(fromEvents == Rational(19))
  }

  @Test func `refuses groups without people or without a standard`() {
    #expect(throws: StatisticsRule.stratumEmpty(position: 2)) {
      try DirectStandardisation.rate(
        events: decimals("5 0 9"), population: decimals("500 0 300"), standard: Self.standard, per: 1000)
    }
    #expect(throws: StatisticsRule.lengthsDiffer(1, 3)) {
      try DirectStandardisation.rate([Rational(1)], standard: Self.standard)
    }
    #expect(throws: StatisticsRule.noWeight) { try DirectStandardisation.rate([Rational(1)], standard: decimals("0")) }
    #expect(throws: StatisticsRule.negativeWeight) {
      try DirectStandardisation.rate([Rational(1)], standard: decimals("-1"))
    }
  }
}
