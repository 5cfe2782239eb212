import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct ProportionTests {
  @Test func `keeps the share exact`() throws {
    #expect(try Proportion(count: 1, of: 3).share == quotient("1/3"))
  }

  @Test func `refuses what is no share`() {
    #expect(throws: StatisticsRule.noBase) { try Proportion(count: 0, of: 0) }
    #expect(throws: StatisticsRule.noBase) { try Proportion(share: .zero, effectiveBase: .zero) }
    #expect(throws: StatisticsRule.negativeCount) { try Proportion(count: -1, of: 3) }
    #expect(throws: StatisticsRule.countAboveBase) { try Proportion(count: 4, of: 3) }
    #expect(throws: StatisticsRule.countAboveBase) {
      try Proportion(share: quotient("1.2"), effectiveBase: Rational(9))
    }
  }

  @Test func `flags a small base`() throws {
    #expect(try Proportion(count: 5, of: 23).hasSmallBase())
    #expect(try !Proportion(count: 5, of: 30).hasSmallBase())
    #expect(try Proportion(count: 5, of: 30).hasSmallBase(below: 50))
  }

  /// statistics.md, section 3: N = 1000, n = 100, p = 0.3.
  @Test func `corrects the standard error for a finite population`() throws {
    let sample = try Proportion(count: 30, of: 100)
    #expect(isClose(try sample.standardError(), 0.0458257569495584, relative: 1e-12))
    #expect(isClose(try sample.standardError(population: 1000), 0.0434958836200840, relative: 1e-12))
    #expect(isClose(try FinitePopulation.factor(sample: 100, population: 1000), 0.949157995752499, relative: 1e-12))
    #expect(try sample.standardError(population: 100) == 0)
    #expect(try FinitePopulation.factor(sample: 1, population: 1) == 0)
    #expect(throws: StatisticsRule.sampleAbovePopulation(sample: 5, population: 4)) {
      try FinitePopulation.factor(sample: 5, population: 4)
    }
    #expect(throws: StatisticsRule.noBase) { try FinitePopulation.factor(sample: 0, population: 0) }
  }

  @Test func `gives rates per people`() throws {
    let rate = try CrudeRate.of(events: ExactDecimal(7), population: ExactDecimal(2000), per: 1000)
    #expect(rate == quotient("3.5"))
    #expect(throws: StatisticsRule.noBase) { try CrudeRate.of(events: .zero, population: .zero, per: 1000) }
    #expect(throws: StatisticsRule.negativeCount) {
      try CrudeRate.of(events: ExactDecimal(-1), population: ExactDecimal(5), per: 1000)
    }
  }
}
