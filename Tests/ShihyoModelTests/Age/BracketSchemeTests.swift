import ShihyoModel
import Testing

struct BracketSchemeTests {
  @Test(arguments: [
    "0-29,30-59,60+", "0-29, 30-59, 60+", "29歳以下,30～59歳,60歳以上", "29歳以下、30～59歳、60歳以上", "Y0T29,Y30T59,Y_GE60",
    "～29歳，30～50代，60代以上",
  ])
  func `three brackets in many spellings`(text: String) throws {
    let scheme = try BracketScheme(parsing: text)
    #expect(scheme.brackets.map(\.code) == ["Y0T29", "Y30T59", "Y_GE60"])
    #expect(scheme.findings().isEmpty)
    #expect(scheme.spelling == "0-29,30-59,60+")
  }

  @Test(arguments: [
    ("", "age.empty-scheme"), ("0-29,,60+", "age.not-a-bracket"), ("0-29,", "age.not-a-bracket"),
    ("0-29,総数", "age.not-in-scheme"),
    ("うち65歳以上", "age.not-in-scheme"), ("29-0", "age.reversed"), ("0-29,x", "age.not-a-bracket"),
  ])
  func `lists that cannot be read`(text: String, code: String) {
    do throws(AgeRule) {
      _ = try BracketScheme(parsing: text)
      Issue.record("read")
    } catch { #expect(error.code == code) }
  }

  @Test(arguments: [
    ("0-29,30-50,60+", ["age.gap"]), ("0-30,30-59,60+", ["age.overlap"]), ("30-59,0-29,60+", ["age.unsorted"]),
    ("18-29,30-59,60+", ["age.lower-bound"]), ("0-29,30-59", ["age.closed-top"]), ("0-29,0-29,30+", ["age.overlap"]),
    ("0-99,10-19,50+", ["age.overlap", "age.overlap"]),
    ("20-29,40-49", ["age.lower-bound", "age.gap", "age.closed-top"]),
    ("60+,0-59", ["age.unsorted"]), ("0+,60+", ["age.overlap"]), ("0-4,5-9,10-14,15+", []),
  ])
  func `checks`(text: String, codes: [String]) throws {
    #expect(try BracketScheme(parsing: text).findings().map(\.code) == codes)
  }

  @Test func `a gap after full tens names what was probably meant`() throws {
    let finding = try #require(try BracketScheme(parsing: "29歳以下,30～50歳,60歳以上").findings().first)
    #expect(
      finding
        == .gap(
          try #require(AgeBracket(code: "Y51T59")), after: try #require(AgeBracket(code: "Y30T50")),
          likely: AgeBracket(code: "Y30T59")))
    #expect(finding.message.ja.contains("51～59歳"))
    #expect(finding.hint.ja.contains("30～50代") && finding.hint.ja.contains("30～59歳"))
    let other = try #require(try BracketScheme(parsing: "0-29,30-54,60+").findings().first)
    #expect(other.hint.ja.contains("代") == false)
  }

  @Test func `ages and finer brackets find their place`() throws {
    let scheme = try BracketScheme(parsing: "0-29,30-59,60+")
    #expect(scheme.bracket(containing: 29)?.code == "Y0T29")
    #expect(scheme.bracket(containing: 30)?.code == "Y30T59")
    #expect(scheme.bracket(containing: 120)?.code == "Y_GE60")
    #expect(scheme.bracket(containing: -1) == nil)
    #expect(scheme.bracket(containing: try #require(AgeBracket(code: "Y25T29")))?.code == "Y0T29")
    #expect(scheme.bracket(containing: try #require(AgeBracket(code: "Y_GE85")))?.code == "Y_GE60")
    #expect(scheme.bracket(containing: try #require(AgeBracket(code: "Y25T34"))) == nil)
    #expect(scheme.bracket(containing: try #require(AgeBracket(code: "Y_GE50"))) == nil)
  }

  @Test(arguments: [("Y25T34", "age.split-bracket"), ("Y_GE50", "age.split-bracket"), ("Y55", "age.outside-scheme")])
  func `what has no place says why`(code: String, rule: String) throws {
    let scheme = try BracketScheme(parsing: "0-29,30-50,60+")
    do throws(AgeRule) {
      _ = try scheme.place(AgeBracket(code: code) ?? scheme.brackets[0])
      Issue.record("placed")
    } catch { #expect(error.code == rule) }
  }

  @Test func `absurd bounds do not trap`() throws {
    let wide = try #require(AgeBracket(lower: Int.max, upper: Int.max))
    let zero = try #require(AgeBracket(lower: 0, upper: 0))
    #expect(BracketScheme([zero, wide]).findings().map(\.code) == ["age.gap"])
  }

  @Test(arguments: AgeRule.examples)
  func `every rule speaks both languages`(rule: AgeRule) {
    for text in [rule.message.ja, rule.message.en, rule.hint.ja, rule.hint.en] { #expect(!text.isEmpty) }
    #expect(rule.code.hasPrefix("age.") && rule.message.ja != rule.message.en)
  }

  @Test func `every rule has an example`() { #expect(Set(AgeRule.examples.map(\.code)).count == 14) }
}
