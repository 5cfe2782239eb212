import ShihyoModel
import Testing

@testable import ShihyoVerification

struct ClauseParserTests {
  @Test func `several clauses, sides and numbers of a text`() throws {
    let clauses = try ClauseParser.read("sum(1, centre.staff[2]) = centre.staff; a <= b; part(c, unclear=定義の記載なし)")
    #expect(clauses.count == 3)
    guard case .equal(.call(.sum, let parts), .reference("centre.staff", nil)) = clauses[0].content else {
      Issue.record("not an equation: \(clauses[0])")
      return
    }
    #expect(parts.last == .reference("centre.staff", index: 2))
    #expect(clauses[1].content == .atMost(.reference("a", index: nil), .reference("b", index: nil)))
    #expect(clauses[2].content == .part(nil, of: .reference("c", index: nil)))
    #expect(clauses[2].unclear?.ja == "定義の記載なし")
  }

  @Test func `conditions keep commas in quotes, and ids their signs`() throws {
    let clause = try #require(try ClauseParser.read(#"query(data, count, "名称=A,B", 区!=計)"#).first)
    guard case .value(.data(let data)) = clause.content else {
      Issue.record("no data: \(clause)")
      return
    }
    #expect(data.conditions.map(\.values) == [["A,B"], ["計"]])
    #expect(
      try ClauseParser.read("shares(centre.age.0-29, centre.age.60+)").first?.content
        == .shares([.reference("centre.age.0-29", index: nil), .reference("centre.age.60+", index: nil)], n: nil))
  }

  @Test(arguments: [
    ("sum(a, b", "relation.unreadable"), ("sum(a", "relation.unreadable"), ("sun(a, b)", "relation.unknown-function"),
    ("share(a)", "relation.wrong-arguments"), ("metric(x)", "relation.wrong-arguments"),
    ("query(data, count, 区)", "relation.bad-condition"), ("list(a, b) = c", "relation.unreadable"),
    ("a[0]", "relation.unreadable"), ("copy(a)", "relation.wrong-arguments"), ("\"a", "relation.unreadable"),
  ]) func `says what is wrong`(text: String, code: String) {
    do {
      _ = try ClauseParser.read(text)
      Issue.record("read: \(text)")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test func `every rule has both languages and its own code`() {
    func check<Rule: FindingRule>(_ rules: [Rule]) {
      #expect(Set(rules.map(\.code)).count == rules.count)
      for rule in rules {
        #expect(![rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en].contains(""))
        #expect(rule.message.ja != rule.message.en || rule.code == "relation.brackets")
      }
    }
    check(RelationRule.examples)
    check(KnownFigureRule.examples)
    check(VerificationRule.examples)
  }
}
