import ShihyoEngine
import ShihyoModel
import Testing

struct CheckRuleTests {
  @Test(arguments: CheckRule.examples)
  func everyRuleSaysWhatIsWrongAndWhatToDo(_ rule: CheckRule) {
    for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    #expect(rule.message.ja != rule.message.en && rule.code.contains("."))
  }

  @Test func saysWhereTheSameKeyStands() {
    #expect(CheckRule.notUnique(line: 3, file: "4月.csv").message.ja == "4月.csv の3行目に同じ値があります")
    #expect(CheckRule.notUnique(line: 3, file: nil).message.en == "the same value stands on line 3")
  }

  @Test func showsSomeOfManyAllowedValues() {
    let allowed = (1...30).map(String.init)
    #expect(CheckRule.notInEnum(nearest: nil, allowed: allowed).hint.ja.hasSuffix("12 など30種類"))
    #expect(CheckRule.notInEnum(nearest: "門司区", allowed: allowed).hint.en == "did you mean “門司区”?")
  }
}
