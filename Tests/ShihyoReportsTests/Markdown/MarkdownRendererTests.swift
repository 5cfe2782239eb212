import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

struct MarkdownRendererTests {
  @Test func `sections, captions with units, totals and notes`() {
    assertSnapshot(MarkdownRenderer(language: .ja).render(Samples.ranks), named: "ranks.ja.md")
    assertSnapshot(MarkdownRenderer(language: .en).render(Samples.signs), named: "signs.en.md")
  }

  @Test(arguments: [
    ("*太字* _斜体_", #"\*太字\* \_斜体\_"#), ("a|b", #"a\|b"#), ("[x](y)", #"\[x\](y)"#), ("<b>&amp;", #"\<b\>\&amp;"#),
    ("it's \"x\"", #"it\'s \"x\""#), ("a--b...", #"a\-\-b\.\.\."#), ("12.5", "12.5"), ("△1,234", "△1,234"),
    ("http://a.b", #"http\://a.b"#), ("www.a.b", #"www\.a.b"#), ("$x^2$", #"\$x\^2\$"#), ("a\nb\u{1B}", "a␊b␛"),
  ])
  func `specials are escaped, and nothing else`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }

  @Test(arguments: [
    ("- 一", #"\- 一"#), ("1. 一", #"1\. 一"#), ("a) 一", #"a\) 一"#), ("(1) 一", #"\(1) 一"#), ("+ 一", #"\+ 一"#),
    ("# 一", ##"\# 一"##), ("    code", "code"), (": 一", #"\: 一"#), ("===", #"\==="#), ("% 一", #"\% 一"#),
    ("・一", "・一"), ("132課題中", "132課題中"), ("2.5倍", #"2\.5倍"#),
  ])
  func `a line cannot begin a list, a heading or code`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text, startsLine: true) == escaped)
  }

  @Test func `a table of sixty columns is cut into tables that name themselves`() {
    let columns = (1...60).map { ReportTable.ValueColumn(name: "列\($0)") }
    let table = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: columns,
      spanners: [.init(label: Bilingual(ja: "前半", en: "first"), columns: 0..<30)],
      rows: [.init(keys: [.init("甲")], figures: columns.indices.map { Samples.count($0) })])
    let text = MarkdownRenderer(language: .en).render(ReportDocument(blocks: [.table(table)]))
    let lines = text.split(separator: "\n")
    let captions = lines.filter { $0.hasPrefix("Table: ") }
    #expect(captions.count > 3 && captions.last == "Table: (\(captions.count)/\(captions.count))")
    let rows = lines.filter { $0.hasPrefix("| 甲 |") }
    #expect(rows.count == captions.count)
    let numbers = rows.flatMap { $0.split(separator: "|") }.compactMap { Int($0.filter { $0 != " " }) }
    #expect(numbers == Array(columns.indices))
  }

  @Test func `the notice comes first, and charts are left to the tables`() {
    var document = Samples.ranks
    document.notice = Bilingual(ja: "架空データ", en: "fictional")
    let plain = MarkdownRenderer(language: .ja).render(document)
    document.blocks.append(.chart(ChartSamples.ages))
    #expect(plain.hasPrefix("**【架空データ】**\n\n"))
    #expect(MarkdownRenderer(language: .ja).render(document) == plain)
  }
}
