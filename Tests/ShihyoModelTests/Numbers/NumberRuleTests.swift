import ShihyoModel
import Testing

struct NumberRuleTests {
  @Test func `every rule has its own code, and texts in two languages`() {
    let rules = NumberRule.examples
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      #expect(rule.code.hasPrefix("cell."))
      for text in [rule.message, rule.hint] {
        #expect(!text.ja.isEmpty && !text.en.isEmpty && text.ja != text.en, "\(rule.code)")
      }
    }
  }

  @Test func `texts name the unit and the mark that were read`() {
    #expect(NumberRule.unitMismatch(found: "人", expected: "千円").message.ja.contains("人"))
    #expect(NumberRule.unitMismatch(found: "人", expected: "千円").hint.en.contains("千円"))
    #expect(NumberRule.unknownMark("○").hint.ja.contains("○"))
  }
}
