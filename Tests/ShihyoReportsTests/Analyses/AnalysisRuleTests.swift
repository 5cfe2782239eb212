import ShihyoModel
import ShihyoReports
import Testing

@Suite struct AnalysisRuleTests {
  @Test func `has a code of its own and both languages in every case`() {
    let rules = AnalysisRule.examples
    #expect(rules.count == 11)
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    }
  }
}
