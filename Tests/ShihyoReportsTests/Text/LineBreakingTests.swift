import Testing

@testable import ShihyoReports

struct LineBreakingTests {
  private let breaking = LineBreaking(measure: DisplayWidth())

  @Test(arguments: [
    ("市民センター", 12, ["市民センター"]), ("市民センター", 10, ["市民", "センター"]), ("センター", 6, ["セン", "ター"]),
    ("区が進める。次", 8, ["区が進め", "る。次"]),
    ("区が進める、次", 10, ["区が進め", "る、次"]), ("あい（うえ）", 6, ["あい", "（う", "え）"]), ("センターへの依頼", 8, ["センター", "への依頼"]),
    ("数は 1,234 件", 8, ["数は", "1,234 件"]), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("a long word", 6, ["a long", "word"]),
    ("", 4, [""]), ("稼働率22.8％です", 8, ["稼働率", "22.8％で", "す"]),
  ])
  func `keeps the rules of Japanese lines`(text: String, width: Int, lines: [String]) {
    #expect(breaking.lines(text, width: width) == lines)
  }

  @Test func `loses nothing but blanks, and no line is too wide`() {
    let text = "取組内容(3 先進事例収集、4 先進地視察)については、現年度予算の関係で「未実施」の見込みである。NPO・DXも、ｶﾞｰﾃﾞﾝ…"
    for width in 4...40 {
      let lines = breaking.lines(text, width: width)
      #expect(lines.allSatisfy { DisplayWidth().columns($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
