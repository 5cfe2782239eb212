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

  @Test(arguments: [
    ("前期比(増減率)（％）", ["前期比", "(増減率)", "（％）"]), ("令和6年度第2四半期", ["令和6年度", "第2四半期"]),
    ("前年同期差（ポイント）", ["前年同期差", "（ポイント）"]), ("登録団体の増減の計", ["登録団体の", "増減の計"]),
    ("Change (points)", ["Change", "(points)"]), ("率（延べ利用者数に占める割合）", ["率（延べ利用者数", "に占める割合）"]),
  ])
  func `headings end their lines between words`(text: String, lines: [String]) {
    #expect(breaking.headingLines(text, width: breaking.headingWidth(text)) == lines)
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
