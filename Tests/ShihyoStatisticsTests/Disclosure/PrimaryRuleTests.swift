import ShihyoModel
import ShihyoStatistics
import Testing

/// Rows of statistics.md, section 10: p = 10 and (1, 75).
@Suite struct PrimaryRuleTests {
  @Test(arguments: [
    ("100 5 3", true, true), ("60 30 20 10", false, false), ("100 90 9", true, false), ("100 90 10", false, false),
  ])
  func `equals the reference`(_ contributors: String, _ pPercent: Bool, _ dominance: Bool) throws {
    let values = decimals(contributors)
    #expect(try PrimaryRule.pPercent(ExactDecimal(10)).hides(contributors: values) == pPercent)
    let rule = PrimaryRule.dominance(largest: 1, percent: ExactDecimal(75))
    #expect(try rule.hides(contributors: values) == dominance)
  }

  @Test func `hides few people, but not nobody`() throws {
    let rule = PrimaryRule.threshold(5)
    #expect([0, 1, 4, 5].map { rule.hides(count: $0) } == [false, true, true, false])
    #expect(try rule.hides(contributors: decimals("9 9 9 9 0")))
    #expect(try !rule.hides(contributors: []))
    #expect(!PrimaryRule.pPercent(ExactDecimal(10)).hides(count: 1))
  }

  @Test func `refuses contributions below 0`() {
    #expect(throws: StatisticsRule.negativeWeight) {
      try PrimaryRule.pPercent(ExactDecimal(10)).hides(contributors: decimals("5 -1"))
    }
  }
}
