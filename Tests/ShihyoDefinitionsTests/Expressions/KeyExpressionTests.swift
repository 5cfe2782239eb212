import ShihyoDefinitions
import ShihyoModel
import Testing

struct KeyExpressionTests {
  @Test func `every form of key is read`() throws {
    let young = try #require(AgeBracket(lower: 0, upper: 29))
    let old = try #require(AgeBracket(lower: 30, upper: nil))
    let text = #"区, 利用日:quarter,`曜日(発生年月日)`:month,年齢:brackets(0-29,30+),split(手段, ";"),options(a,`b,c`,d-e)"#
    #expect(
      try Expressions.keys(text) == [
        GroupKey(column: "区"), GroupKey(column: "利用日", form: .period(.quarter)),
        GroupKey(column: "曜日(発生年月日)", form: .period(.month)),
        GroupKey(column: "年齢", form: .brackets(BracketScheme([young, old]))),
        GroupKey(.split(column: "手段", separator: ";")), GroupKey(.options(columns: ["a", "b,c", "d-e"])),
      ])
  }

  @Test(arguments: Grain.allCases)
  func `every grain has a name`(_ grain: Grain) throws {
    #expect(try Expressions.keys("日:\(grain.rawValue)") == [GroupKey(column: "日", form: .period(grain))])
    #expect(try Expressions.keys("日:\(grain.word)") == [GroupKey(column: "日", form: .period(grain))])
  }

  @Test(arguments: [
    ("男/女", "男/女"), ("user-count", "user-count"), ("a b", "a b"), ("人口（総数）", "人口（総数）"), ("  区\u{3000}", "区"),
    ("split", "split"), ("options", "options"), ("count", "count"), ("`a``b`", "a`b"), ("` 区 `", " 区 "),
    ("`a,b:c`", "a,b:c"), ("△増減", "△増減"),
  ])
  func `a name is taken exactly`(_ text: String, _ name: String) throws {
    #expect(try Expressions.keys(text) == [GroupKey(column: name)])
  }

  @Test(arguments: [
    ("", "expression.empty", 1), ("区,", "expression.expected", 3), (",区", "expression.expected", 1),
    ("区:", "expression.expected", 3), ("日:quater", "expression.unknown-grain", 3),
    ("日:四期", "expression.unknown-grain", 3),
    ("曜日(発生年月日)", "expression.needs-backticks", 3), ("a`b", "expression.needs-backticks", 2),
    ("`区", "expression.unterminated-backtick", 1), ("``", "expression.expected", 1), ("`a`b", "expression.expected", 4),
    ("区:month:day", "expression.expected", 8), ("split(手段)", "expression.expected", 9),
    (#"split(手段,"")"#, "expression.empty-separator", 10), (#"split(手段,";"#, "expression.expected", 10),
    ("options()", "expression.expected", 9), ("options(a", "expression.expected", 10),
    ("年齢:brackets(x)", "age.not-a-bracket", 13), ("年齢:brackets(0-29", "expression.expected", 17),
  ])
  func `what does not fit is named at its character`(_ text: String, _ code: String, _ character: Int) {
    let failure = #expect(throws: Findings.self) { try Expressions.keys(text) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.findings.first?.place.column == .character(character))
    #expect(failure?.findings.first?.text == text)
    #expect(failure?.kind == .usage)
  }

  @Test func `hints give the spelling that works`() {
    let quoted = #expect(throws: Findings.self) { try Expressions.keys("区,曜日(発生年月日):month") }
    #expect(quoted?.findings.first?.hint.ja.contains("`曜日(発生年月日)`") == true)
    let grain = #expect(throws: Findings.self) { try Expressions.keys("日:quater") }
    #expect(grain?.findings.first?.hint.en.contains("\"quarter\"") == true)
  }

  @Test(arguments: [
    "区", "曜日(発生年月日)", "a`b", "`", " a", "a\u{3000}", "a,b", "a:b", "x=1", "a!", "<20歳", "~", "a-b", "a+b/c", "",
    "か\u{3099}",
  ])
  func `spelling a name and reading it gives the name`(_ name: String) throws {
    if name.isEmpty {
      #expect(throws: Findings.self) { try Expressions.keys(Expressions.spell(name)) }
      return
    }
    let spelled = Expressions.spell(name)
    #expect(try Label(Expressions.columnName(spelled)) == Label(name))
    #expect(try Expressions.keys(spelled) == [GroupKey(column: name)])
    #expect(try Expressions.measure("sum(\(spelled))") == .primitive(.sum(name)))
    #expect(try Expressions.condition(spelled + "=1").column == name)
  }

  @Test func `an option that takes one name needs no backticks`() throws {
    #expect(try Expressions.columnName("面積(㎡), 合計") == "面積(㎡), 合計")
    #expect(try Expressions.columnNames("a(x), `b,c`,d") == ["a(x)", "b,c", "d"])
  }
}
