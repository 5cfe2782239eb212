import ShihyoModel
import Testing

struct LabelTemplateTests {
  @Test(arguments: [
    ("births-{年}.csv", "births-2020.csv", ["年": "2020"]),
    ("{月} {value}", "4月 利用者数", ["月": "4月", "value": "利用者数"]),
    ("{月}月", "１０月", ["月": "10"]),
    ("*計", "合計", [:]), ("*計", "計", [:]), ("合*計", "合　計", [:]),
    ("*{年}*", "令和2020年", ["年": "令"]),
  ])
  func `labels match after folding`(_ spelling: String, _ label: String, _ expected: [String: String]) throws {
    #expect(try #require(LabelTemplate(spelling)).match(label) == expected)
  }

  @Test(arguments: [("births-{年}.csv", "deaths-2020.csv"), ("{月}月", "月"), ("*計", "計画"), ("{a} {b}", "4月")])
  func `other labels do not match`(_ spelling: String, _ label: String) throws {
    #expect(try #require(LabelTemplate(spelling)).match(label) == nil)
  }

  @Test func `a part with a list takes only what is in it`() throws {
    let template = try #require(LabelTemplate("{性別}{年齢}"))
    let lists = ["性別": ["man", "woman"], "年齢": ["1", "11"]]
    #expect(template.match("woman11") { lists[$0] } == ["性別": "woman", "年齢": "11"])
    #expect(template.match("man12") { lists[$0] } == nil)
    #expect(template.match("human1") { lists[$0] } == nil)
  }

  @Test(arguments: ["", "{", "{}", "}", "{a}{a}", "{a{b}}"])
  func `what is no pattern is refused`(_ spelling: String) { #expect(LabelTemplate(spelling) == nil) }
}
