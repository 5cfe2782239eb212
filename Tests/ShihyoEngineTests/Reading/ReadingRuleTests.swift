import ShihyoModel
import Testing

@testable import ShihyoEngine

struct ReadingRuleTests {
  @Test func `every rule has its own code, and texts in both languages`() {
    let rules = ReadingRule.examples
    #expect(Set(rules.map(\.code)).count == rules.count)
    for rule in rules {
      for text in [rule.message, rule.hint] {
        #expect(text.ja.hasSuffix("。"), "\(rule.code)")
        #expect(text.en.hasSuffix("."), "\(rule.code)")
        #expect(text.en.unicodeScalars.allSatisfy { $0.value < 0x3000 || "件数人月".unicodeScalars.contains($0) })
      }
    }
  }
}
