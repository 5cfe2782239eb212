import ShihyoModel
import Testing

struct TimeRuleTests {
  private func found(_ text: String, _ grammar: TimeGrammar = TimeGrammar()) -> TimeRule? {
    do throws(TimeRule) { return try grammar.read(text).warnings.first } catch { return error }
  }

  @Test(arguments: TimeRule.examples)
  func `every rule speaks both languages`(rule: TimeRule) {
    for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    #expect(rule.code.hasPrefix("time."))
    #expect(rule.message.ja != rule.message.en)
  }

  @Test func `codes are unique`() { #expect(Set(TimeRule.examples.map(\.code)).count == TimeRule.examples.count) }

  @Test func `an impossible day says how long the month is`() throws {
    let rule = try #require(found("2025-02-30"))
    #expect(rule.message.ja.contains("28日まで"))
    #expect(rule.message.en.contains("28 days"))
    #expect(rule.severity == .error)
  }

  @Test func `a day before its era names the right one`() throws {
    let rule = try #require(found("令和元年4月30日"))
    #expect(rule.hint.ja.contains("平成31年4月30日"))
    #expect(rule.severity == .error)
  }

  @Test func `a day after its era is converted with a warning`() throws {
    let rule = try #require(found("平成31年5月1日"))
    #expect(rule.message.ja.contains("令和元年5月1日"))
    #expect(rule.severity == .warning)
  }

  @Test func `an undeclared order names its readings`() throws {
    #expect(try #require(found("9/1/2021")).message.en.contains("2021-09-01 or 2021-01-09"))
    #expect(try #require(found("9/30/2021")).message.en.contains("(2021-09-30)"))
    #expect(try #require(found("9/1/2021")).hint.en.contains("date-order"))
  }

  @Test func `a bare era year names its readings`() throws {
    let rule = try #require(found("R5"))
    #expect(rule.message.ja.contains("令和5年度"))
    #expect(rule.message.en.contains("April 2023 to March 2024"))
  }

  @Test func `a code without declaration names the format`() throws {
    #expect(try #require(found("45748")).message.en.contains("2025-04-01"))
    #expect(try #require(found("2024000103")).hint.en.contains("\"e-stat\""))
  }
}
