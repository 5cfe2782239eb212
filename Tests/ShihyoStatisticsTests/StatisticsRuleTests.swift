import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct StatisticsRuleTests {
  @Test func `has a code of its own and both languages in every case`() {
    let rules = StatisticsRule.examples
    #expect(rules.count == 38)
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    }
  }
}
