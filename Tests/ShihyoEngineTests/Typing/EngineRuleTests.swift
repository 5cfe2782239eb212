import ShihyoEngine
import ShihyoModel
import Testing

struct EngineRuleTests {
  static let rules: [any FindingRule] =
    QueryRule.examples + CellRule.examples + RejectsRule.examples + ShapeRule.examples
    + RunRule.examples

  @Test func `every rule has a code of its family, and texts in both languages`() {
    for rule in Self.rules {
      #expect(rule.code.contains("."))
      for language in Language.allCases {
        #expect(!rule.message[language].isEmpty, "\(rule.code)")
        #expect(!rule.hint[language].isEmpty, "\(rule.code)")
      }
      #expect(rule.message.ja != rule.message.en, "\(rule.code)")
    }
  }

  @Test func `codes are told apart`() {
    // unknownColumn and headerElsewhere stand twice: with and without the second half; labelsAlike for both of its
    // messages, comparedAsText for all three.
    #expect(Set(Self.rules.map(\.code)).count == Self.rules.count - 5)
  }
}
