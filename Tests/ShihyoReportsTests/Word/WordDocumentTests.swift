import ShihyoModel
import Testing

@testable import ShihyoReports

struct WordDocumentTests {
  private func spelled(_ blocks: [ReportDocument.Block]) -> [String] {
    var document = WordDocument(ReportDocument(blocks: blocks), language: .ja)
    return document.blocks(sectionEnd: nil).map { $0.spelling() }
  }

  private func heading(_ level: Int, _ text: String) -> ReportDocument.Block {
    .heading(level: level, Bilingual(ja: text, en: text))
  }

  private func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
  }

  @Test func `Word numbers the headings whose own number it would give`() {
    let made = spelled([
      heading(1, "1 概要"), heading(1, "2 稼働率"), heading(2, "(1) 全体"), heading(3, "ア 有償"), heading(3, "イ 無償"),
      heading(2, "(2) 区別"), heading(3, "ア 有償"), heading(1, "─ 別紙"), heading(1, "4 抜けた番号"),
    ])
    #expect(made.map { $0.contains("\"Header\"") } == [true, true, true, true, true, true, true, false, false])
    #expect(made[0].contains("\"概要\""))
    #expect(made[4].contains("\"無償\""))
    #expect(made[7].contains("[\"custom-style\", \"別紙\"]") && made[7].contains("\"─ 別紙\""))
    #expect(made[8].contains("\"4 抜けた番号\""))
  }

  @Test func `each appendix is a section whose head names it`() {
    let headings = ["1 概要", "─ 別紙1　一覧", "─ 別紙2　内訳"].map { heading(1, $0) }
    let document = ReportDocument(title: Bilingual(ja: "題", en: "Title"), blocks: headings)
    #expect(AppendixName.all(in: document, .ja) == ["別紙1", "別紙2"] && AppendixName.last(of: document, .ja) == 2)
    let reference = WordReference(title: "題", appendices: ["別紙1", "別紙2"])
    #expect(holds(reference.bytes, Array("題　別紙1<".utf8)) && holds(reference.bytes, Array("題　別紙2<".utf8)))
    #expect(!holds(WordReference(title: "題").bytes, Array("header2".utf8)))
    // Pandoc numbers the three heads from 9 and the foot after them.
    var word = WordDocument(document, language: .ja)
    let ends = word.blocks { reference.sectionEnd($0) }.map { $0.spelling() }.filter { $0.contains("sectPr") }
    let named = ends.map { end in ["rId9", "rId10", "rId12"].filter { end.contains($0) } }
    #expect(named == [["rId9", "rId12"], ["rId10", "rId12"]])
    #expect(WordReference.knowsSections([1, 22, 2, 1]) && !WordReference.knowsSections([2, 0]))
  }

  @Test func `no text of the data is anything but text`() {
    let text = "<b>*太字*</b> \\input{x} \u{1B}[31m \u{FFFF}"
    let made = spelled([.paragraph([.text(Bilingual(ja: text, en: text))])])
    #expect(made.first?.contains("\"<b>*太字*</b> \\\\input{x} ␛[31m <U+FFFF>\"") == true)
  }
}

struct WordTableFitTests {
  private typealias Need = WordTableFit.Need

  @Test func `a narrow table keeps its natural widths`() {
    let fit = WordTableFit(keys: [Need(least: 10, natural: 20)], values: [Need(least: 9, natural: 29)])
    #expect(!fit.isDense)
    let columns = TablePart(keys: [0], values: 0..<1)
    #expect(fit.parts == [.init(columns: columns, widths: [20 * 1000 / 98, 29 * 1000 / 98])])
  }

  @Test func `60 columns are cut into parts that all fit`() {
    let fit = WordTableFit(
      keys: [Need(least: 14, natural: 30)], values: Array(repeating: Need(least: 11, natural: 20), count: 60))
    #expect(fit.isDense)
    #expect(fit.parts.flatMap(\.columns.values) == Array(0..<60))
    #expect(fit.parts.allSatisfy { $0.widths.reduce(0, +) <= 1000 && $0.columns.keys == [0] })
    #expect(fit.parts.allSatisfy { $0.widths.count == $0.columns.values.count + 1 })
  }

  @Test func `a list of texts that is too wide is cut, and each part names its rows`() {
    let fit = WordTableFit(keys: Array(repeating: Need(least: 30, natural: 90), count: 6), values: [])
    #expect(fit.parts.map(\.columns.keys) == [[0, 1, 2, 3], [0, 4, 5]])
    #expect(fit.parts.allSatisfy { $0.widths.reduce(0, +) <= 1000 && $0.widths.count == $0.columns.keys.count })
  }
}

struct StoredArchiveTests {
  /// The check value of CRC-32, from the catalogue of parametrised CRC algorithms.
  @Test func checksum() { #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926) }

  @Test func `the same parts give the same bytes`() {
    let bytes = WordReference(notice: "【架空データ】", title: "a & b").bytes
    #expect(bytes == WordReference(notice: "【架空データ】", title: "a & b").bytes)
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
  }
}

struct WordChartTests {
  /// A page is 254 mm high without its margins; a line of the title takes 6 mm at most.
  @Test(arguments: [5, 120, 400]) func `a tall chart leaves room on its page for its title`(length: Int) throws {
    var chart = ChartSamples.ages
    chart.title = Bilingual(ja: String(repeating: "題", count: length), en: "t")
    chart.categories = (0..<40).map { .init("館\($0)") }
    chart.series = chart.series.map { one in
      var one = one
      one.figures = chart.categories.indices.map { Samples.count($0) }
      return one
    }
    let word = WordChart(chart, number: 1, notice: nil, language: .ja)
    let text = String(JSONValue.array(word.blocks).spelling().filter { !$0.isWhitespace })
    let height = try #require(text.firstMatch(of: #/"height","([0-9]+)mm"/#).flatMap { Int($0.1) })
    #expect(height > 100 && height + 6 * ((length + 48) / 49) < 245)
  }

  @Test(arguments: [
    ("別紙1　局区等別", "別紙1"), ("別紙 2 課題", "別紙 2"), ("Appendix 1 Wards", "Appendix 1"), ("Appendix", "Appendix"),
    ("別紙4", "別紙4"),
  ])
  func `the name of an appendix has its number`(_ heading: String, _ name: String) throws {
    #expect(AppendixName.parts(of: ReportDocument.appendixSign + heading)?.name == name)
    #expect(AppendixName.parts(of: heading) == nil)
  }
}
