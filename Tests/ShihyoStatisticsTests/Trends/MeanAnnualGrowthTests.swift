import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct MeanAnnualGrowthTests {
  /// statistics.md, section 7: 100 → 121 in 2 steps; the others by 50-digit arithmetic.
  @Test(
    arguments: [
      ("100", "121", 2, 0.1), ("100", "100", 7, 0), ("1000000", "1000001", 10, 9.99999550000285e-08), ("5", "0", 3, -1),
      ("100", "50", 1, -0.5),
    ] as [(String, String, Int, Double)])
  func `leads from the first value to the last`(
    _ first: String, _ last: String, _ steps: Int, _ expected: Double
  ) throws {
    let growth = try MeanAnnualGrowth.of(
      first: try #require(ExactDecimal(first)), last: try #require(ExactDecimal(last)), steps: steps)
    #expect(isClose(growth, expected, relative: 1e-12))
  }

  @Test func `refuses growth from nothing, from below and over no time`() {
    let (zero, one) = (ExactDecimal.zero, ExactDecimal(1))
    #expect(throws: StatisticsRule.nothingBefore) { try MeanAnnualGrowth.of(first: zero, last: one, steps: 2) }
    #expect(throws: StatisticsRule.negativeBase) {
      try MeanAnnualGrowth.of(first: ExactDecimal(-1), last: one, steps: 2)
    }
    #expect(throws: StatisticsRule.tooShort(count: 1, needed: 2)) {
      try MeanAnnualGrowth.of(first: one, last: one, steps: 0)
    }
  }
}
