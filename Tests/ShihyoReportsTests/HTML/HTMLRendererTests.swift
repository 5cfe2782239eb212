import Foundation
import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoReports

struct HTMLRendererTests {
  private func html(_ document: ReportDocument, _ language: Language = .ja) -> String {
    HTMLRenderer(language: language).render(document)
  }

  @Test func `a page is whole, names its language and has no script or outside resource`() {
    for language in Language.allCases {
      let page = html(Samples.ranks, language)
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
      #expect(page.hasSuffix("</body>\n</html>\n"))
      for part in ["<script", "http:", "https:", "@import", "url(", "<link", "<img"] { #expect(!page.contains(part)) }
    }
  }

  @Test func `figures carry machine spelling and basis`() {
    let page = html(Samples.ranks)
    #expect(page.contains("<td class=\"r\"><data class=\"n\" value=\"13\" title=\"n 13\">13</data></td>"))
    let title = "分子 118、分母 132、n 132、四捨五入（小数第1位）"
    #expect(page.contains("title=\"\(title)\">89.4</data>"))
    #expect(page.contains("<th scope=\"row\">3 完了 構成比</th><td class=\"r\">9.8％</td><td class=\"r\">13</td>"))
    #expect(html(Samples.ranks, .en).contains("numerator 118; denominator 132; n 132; half up, 1 decimal\""))
  }

  @Test func `a hidden figure shows nothing that it is made of`() {
    var hidden = Samples.share(3, of: 132)
    hidden.value = .absent(.suppressed)
    hidden.reasons[.missing] = 7
    let table = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: [.init(name: "share")],
      rows: [
        .init(keys: [.init("甲")], figures: [hidden]), .init(keys: [.init("乙")], figures: [Samples.share(1, of: 2)]),
      ])
    for language in Language.allCases {
      let page = html(ReportDocument(blocks: [.table(table)]), language)
      #expect(page.contains("x</span>"))
      let body = page.components(separatedBy: "</style>").last ?? page
      #expect(!body.contains("132") && !body.contains(">3<") && !body.contains("7"))
    }
  }

  @Test func `a title that is wider than its table is as wide as the page, and the unit below it`() {
    func caption(_ title: String, unit: String?) -> String {
      let table = ReportTable(
        title: Bilingual(ja: title, en: title), keyColumns: [.init(name: "区")],
        valueColumns: [.init(name: "count", unit: unit)],
        rows: [.init(keys: [.init("甲")], figures: [Samples.count(1)])])
      return html(ReportDocument(blocks: [.table(table)])).components(separatedBy: "caption>")[1]
    }
    let long = "意見交換をした団体のNPO連携意向"
    let unit = "<span class=\"cap\"><span class=\"unit\">（単位：件）</span></span>"
    #expect(caption("区", unit: nil) == "<span class=\"cap\"><span>区</span></span></")
    #expect(caption("区別の件数", unit: "件") == "<span class=\"across\">区別の件数</span>\(unit)</")
    #expect(caption(long, unit: nil) == "<span class=\"across\">\(long)</span></")
  }

  @Test func `a time in a heading is not torn`() {
    func heading(_ text: String) -> String {
      HTMLWords.heading(text).replacing("<span class=\"w\">", with: "[").replacing("</span>", with: "]")
    }
    #expect(heading("令和7年度第2四半期(7～9月) 甲 <市>") == "[令和7年度][第2四半期][(7～9月)] 甲 &lt;市&gt;")
    #expect(heading("2 稼働率（令和5年度～令和7年度第2四半期）") == "2 稼働率[（令和5年度～令和7年度][第2四半期）]")
    #expect(heading("取組(Aレベル、別紙1)（令和6年11月）") == "取組(Aレベル、別紙1)[（令和6年11月）]")
    #expect(heading("第3回の意見、4半日") == "第3回の意見、[4半日]")
  }

  @Test func `captions, units, spanners and signs are in the table`() {
    let page = html(Samples.signs)
    let unit = "<span class=\"unit\">（単位：件）</span>"
    #expect(page.contains("<caption><span class=\"cap\"><span>施設別利用件数</span>\(unit)</span></caption>"))
    #expect(
      page.contains("<th scope=\"colgroup\" colspan=\"2\"><span class=\"w\">令和5年度</span></th>")
        || page.contains("colspan=\"2\">令和5年度</th>"))
    #expect(page.contains("rowspan=\"2\""))
    #expect(page.contains(">△1,234</data>") && page.contains("value=\"-1234\""))
    #expect(page.contains(">…</span>") && page.contains("title=\"不詳・未受領\""))
    #expect(page.contains(">12</data>p</td>"))
    #expect(page.contains("<li>※1 前年度との差</li>"))
  }

  @Test func `the notice stands with the title, on every printed page, on charts and in the appendix`() {
    var document = Samples.ranks
    document.notice = Bilingual(ja: "架空データ", en: "fictional")
    document.blocks.append(.chart(ChartSamples.ages))
    let page = html(document)
    #expect(page.contains("<p class=\"notice\">【架空データ】</p>"))
    #expect(page.contains("@top-center{content:\"【架空データ】\""))
    #expect(page.components(separatedBy: "【架空データ】").count >= 6)
  }

  @Test func `frame, footnotes and closing are where a paper has them`() {
    var document = Samples.ranks
    document.frame = PaperFrame(
      number: Bilingual(ja: "資料2", en: "2"), status: Bilingual(ja: "【速報】", en: "prompt"),
      department: Bilingual(ja: "総務市民局", en: "bureau"), footnotes: [Bilingual(ja: "脚注", en: "note")],
      closing: [Bilingual(ja: "出典：文書", en: "Source")])
    let page = html(document)
    #expect(page.contains("<p class=\"head\"><span>【速報】</span><span class=\"number\">資料2</span></p>"))
    #expect(page.contains("@top-right{content:\"資料2\"}"))
    #expect(page.contains("<p class=\"department\">総務市民局</p>"))
    #expect(page.contains("<li>※1 脚注</li>") && page.contains("<li>出典：文書</li>"))
  }

  @Test func `the basis of figures may stay off the paper, or away; their ids never do`() {
    func page(_ basis: BasisPlace) -> String {
      var document = Samples.ranks
      document.frame = PaperFrame(date: Bilingual(ja: "令和7年11月28日", en: "28 Nov 2025"), basis: basis)
      return html(document)
    }
    #expect(page(.print).contains("<section class=\"basis\"") && !page(.print).contains("class=\"printed\""))
    #expect(page(.screen).contains("<section class=\"basis unprinted\""))
    #expect(
      // No file beside the page: a single page has none.
      page(.screen).contains("<p class=\"printed\">算出根拠（各数値の分子・分母・定義）は、この資料を画面で開くと末尾にある。</p>")
        && page(.screen).contains("@media print{.unprinted{display:none}}"))
    #expect(!page(.none).contains("<section class=\"basis"))
    for basis in BasisPlace.allCases {
      #expect(
        page(basis).components(separatedBy: "data-figure=").count
          == page(.print).components(separatedBy: "data-figure=").count)
      #expect(page(basis).contains("title=\"") && page(basis).contains("<p class=\"department\">令和7年11月28日</p>"))
    }
  }

  @Test func `hostile texts stay texts`() throws {
    let page = html(Samples.hostile)
    #expect(page.contains("=cmd|&#39; /C calc&#39;!A0"))
    #expect(page.contains("␛[31m赤") && page.contains("a␊b␍␊c") && page.contains("＝１&lt;U+202E&gt;"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }

  @Test(arguments: ["</style><script>", "\"};a{", "\\", "\n", "架空データ", "a'b", "<!--"])
  func `a CSS string cannot be left`(text: String) {
    let quoted = CSSText.quoted(text)
    let inner = quoted.dropFirst().dropLast()
    #expect(!inner.contains { "\"'<>\n".contains($0) })
    #expect(inner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "\\" || $0 == " " || $0 == "␊" })
  }

  @Test func `a table too wide for the paper is cut into parts that name themselves`() {
    let columns = (1...60).map { ReportTable.ValueColumn(name: "c\($0)", label: Bilingual(ja: "列\($0)", en: "c\($0)")) }
    let table = ReportTable(
      title: Bilingual(ja: "広い表", en: "wide"), keyColumns: [.init(name: "区")], valueColumns: columns,
      spanners: [.init(label: Bilingual(ja: "前半", en: "first"), columns: 0..<30)],
      rows: [.init(keys: [.init("甲")], figures: columns.indices.map { Samples.count($0) })])
    let page = html(ReportDocument(blocks: [.table(table)]))
    let parts = page.components(separatedBy: "<table>").count - 1
    #expect(parts >= 4 && page.contains("広い表（1/\(parts)）") && page.contains("広い表（\(parts)/\(parts)）"))
    #expect(page.components(separatedBy: "<data ").count - 1 == 60)
    for column in 1...60 { #expect(page.contains(">列\(column)<")) }
  }

  @Test func `empty documents and tables are pages, too`() {
    #expect(html(ReportDocument()).contains("<h1>集計結果</h1>"))
    let empty = ReportTable(keyColumns: [.init(name: "区")], valueColumns: [.init(name: "count")], rows: [])
    #expect(html(ReportDocument(blocks: [.table(empty)])).contains("<td colspan=\"2\">（該当する行なし）</td>"))
    #expect(
      html(ReportDocument(blocks: [.table(ReportTable(keyColumns: [], valueColumns: [], rows: []))])).contains("<main>")
    )
  }

  /// 4,000 rows were a minute as long as each cell looked at all rows.
  @Test(.timeLimit(.minutes(1))) func `a long table takes no longer for each of its rows`() {
    let rows = (0..<4000).map { row in
      ReportTable.Row(keys: [.init("館\(row)")], figures: (0..<4).map { Samples.count(row * $0) })
    }
    let columns = (0..<4).map { ReportTable.ValueColumn(name: "列\($0)") }
    let table = ReportTable(keyColumns: [.init(name: "館")], valueColumns: columns, rows: rows)
    let clock = ContinuousClock()
    var pages: [String] = []
    let time = clock.measure { pages.append(html(ReportDocument(blocks: [.table(table)]))) }
    #expect(pages.first?.contains("館3999") == true && time < .seconds(30))
  }

  @Test(arguments: [
    ("令和7年度第2四半期", "（％）", "<span class=\"w\">令和7年度</span><span class=\"w\">第2四半期</span><span class=\"w\">（％）</span>"),
    ("Share", " (%)", "<span class=\"w\">Share</span> <span class=\"w\">(%)</span>"),
    ("局区等の略称（建制順）", "", "<span class=\"w\">局区等の略称</span><span class=\"w\">（建制順）</span>"),
    ("甲区", "", "<span class=\"w\">甲区</span>"),
    ("とても長い名前の列の見出しで区切りのないもの", "", "とても長い名前の列の見出しで区切りのないもの"), ("<b>", "", "&lt;b&gt;"),
  ])
  func `headings break where a reader would`(label: String, tail: String, html: String) {
    #expect(HTMLWords.html(label, tail: tail) == html)
  }
}
