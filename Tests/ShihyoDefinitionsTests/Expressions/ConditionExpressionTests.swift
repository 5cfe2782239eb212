import ShihyoDefinitions
import ShihyoModel
import Testing

struct ConditionExpressionTests {
  @Test(arguments: [
    ("区=門司区|戸畑区", Condition(column: "区", comparison: .equal, values: ["門司区", "戸畑区"])),
    ("区!=門司区", Condition(column: "区", comparison: .notEqual, values: ["門司区"])),
    ("件数<10", Condition(column: "件数", comparison: .less, values: ["10"])),
    ("件数 <= 10", Condition(column: "件数", comparison: .lessOrEqual, values: [" 10"])),
    ("件数>10", Condition(column: "件数", comparison: .greater, values: ["10"])),
    ("件数>=-10", Condition(column: "件数", comparison: .greaterOrEqual, values: ["-10"])),
    ("名称~センター|公園", Condition(column: "名称", comparison: .contains, values: ["センター", "公園"])),
    ("備考=", Condition(column: "備考", comparison: .equal, values: [""])),
    ("備考=|x", Condition(column: "備考", comparison: .equal, values: ["", "x"])),
    (#"a=1\|2|3\4\\5"#, Condition(column: "a", comparison: .equal, values: ["1|2", #"3\4\\5"#])),
    (#"a=C:\"#, Condition(column: "a", comparison: .equal, values: [#"C:\"#])),
    (
      "利用日:quarter=FY2025Q2",
      Condition(column: "利用日", grain: .quarter, comparison: .equal, values: ["FY2025Q2"])
    ),
    (
      "`a:b=c`:month>2025-01",
      Condition(column: "a:b=c", grain: .month, comparison: .greater, values: ["2025-01"])
    ),
    ("曜日(発生年月日)=月", Condition(column: "曜日(発生年月日)", comparison: .equal, values: ["月"])),
    ("注意!=!", Condition(column: "注意", comparison: .notEqual, values: ["!"])),
    ("注意!欄=x", Condition(column: "注意!欄", comparison: .equal, values: ["x"])),
    ("率=<20", Condition(column: "率", comparison: .equal, values: ["<20"])),
    ("a=b=c", Condition(column: "a", comparison: .equal, values: ["b=c"])),
  ])
  func `a condition is read`(_ text: String, _ condition: Condition) throws {
    #expect(try Expressions.condition(text) == condition)
  }

  @Test(arguments: [
    ("区", "expression.expected", 2), ("=門司区", "expression.expected", 1), ("区==門司区", "expression.doubled-equals", 3),
    ("区＝門司区", "expression.expected", 6), ("件数<1|2", "expression.one-value-only", 3),
    ("件数>", "expression.missing-value", 3), ("名称~", "expression.missing-value", 3),
    ("名称~a|", "expression.missing-value", 3), ("日:week=1", "expression.unknown-grain", 3),
    ("日:=1", "expression.expected", 3),
    ("`区=1", "expression.unterminated-backtick", 1), ("`区`x=1", "expression.expected", 4), (" ", "expression.empty", 2),
  ])
  func `what does not fit is named at its character`(_ text: String, _ code: String, _ character: Int) {
    let failure = #expect(throws: Findings.self) { try Expressions.condition(text) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.findings.first?.place.column == .character(character))
  }
}
