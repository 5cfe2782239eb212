import ShihyoModel
import Testing

@testable import ShihyoReports

struct WorkbookChartTests {
  private func chart(_ kind: ReportChart.Kind) -> ReportChart {
    let quarters = ["FY2025Q1", "FY2025Q2", "FY2025Q3"].map { ReportTable.KeyCell($0) }
    let figures = [Samples.share(1, of: 6), Samples.absent(.missing), Samples.sum("12.5", marks: [.partial])]
    return ReportChart(
      kind: kind, name: "rates", title: Bilingual(ja: "=1+1", en: "=1+1"), categories: quarters,
      series: ["全体", "有償"].map { .init(label: Bilingual(ja: $0, en: $0), figures: figures) }, unit: "％",
      alternative: Bilingual(ja: "第2四半期は未受領", en: "no value for the second quarter"))
  }

  @Test func `a matrix names what it counts beside the numbers`() {
    let series = ReportChart.Series(
      label: Bilingual(ja: "緊急度高", en: "urgent"), figures: [Figure.count(3), Figure.count(1)],
      details: ["B1 B6 B7", "A1"].map { Bilingual(ja: $0, en: $0) })
    let matrix = ReportChart(
      kind: .matrix, name: "m", title: Bilingual(ja: "図", en: "chart"),
      categories: ["高", "低"].map { ReportTable.KeyCell($0) }, series: [series],
      alternative: Bilingual(ja: "", en: ""))
    let sheet = ChartSheet(matrix, language: .ja, notice: nil).sheet(named: "図1", pageHead: PageHead())
    #expect(sheet.rows[1].last == .text("B1 B6 B7", .beside) && sheet.rows[2].last == .text("A1", .beside))
    #expect(sheet.rows[0].count == 3)
  }

  @Test func `a missing value is an empty cell, which is a gap, and 備考 says why`() {
    let sheet = ChartSheet(chart(.line), language: .ja, notice: nil).sheet(named: "図1", pageHead: PageHead())
    #expect(sheet.rows[2][1] == .blank)
    #expect(sheet.rows[2][3] == .text("全体、有償：… 不詳・未受領", .beside))
    #expect(sheet.chart?.series.first?.partial == [false, false, true])
  }

  /// Excel would make a full bar of the parts that there are.
  @Test func `no bar of a hundred per cent without its whole`() {
    let parts = [[Samples.sum("29"), Samples.sum("30")], [Samples.absent(.suppressed), Samples.absent(.nilCase)]]
    let wards = ReportChart(
      kind: .stackedShares, name: "w", title: Bilingual(ja: "構成", en: "parts"),
      categories: ["旅券", "戸籍"].map { ReportTable.KeyCell($0) },
      series: zip(["東区", "北区"], parts).map { .init(label: Bilingual(ja: $0, en: $0), figures: $1) },
      alternative: Bilingual(ja: "", en: ""))
    let drawn = ChartSheet(wards, language: .ja, notice: nil)
    let sheet = drawn.sheet(named: "図1", pageHead: PageHead())
    #expect(sheet.rows[1][1] == .blank && sheet.rows[1][2] == .blank)
    #expect(sheet.rows[1][3] == .text("値がそろわないため棒を描かない：東区 29、北区 x", .beside))
    #expect(sheet.rows[2][1] != .blank, "－ is a part of 0")
    #expect(drawn.notes.count == 1)
    var bars = wards
    bars.kind = .bars
    #expect(ChartSheet(bars, language: .ja, notice: nil).sheet(named: "図1", pageHead: PageHead()).rows[1][1] != .blank)
  }

  @Test func `a value without some of its cells is hollow`() {
    var line = chart(.line)
    line.series[0].figures[0].marks = [.incomplete]
    line.series[0].figures[0].reasons[.missing] = 1
    let drawn = ChartSheet(line, language: .ja, notice: nil)
    #expect(drawn.sheet(named: "図1", pageHead: PageHead()).chart?.series[0].partial == [true, false, true])
    #expect(drawn.notes.first?.ja.contains("白抜き") == true)
  }

  @Test(arguments: ReportChart.Kind.allCases) func `every kind is written, the same each time`(kind: ReportChart.Kind)
    throws
  {
    let document = ReportDocument(blocks: [.chart(chart(kind))])
    let bytes = try XLSXRenderer(language: .ja).render(document)
    #expect(try XLSXRenderer(language: .ja).render(document) == bytes)
    // Names of parts stand uncompressed in the archive.
    let hasChart = bytes.contains(Array("xl/charts/chart1.xml".utf8))
    #expect(hasChart == (kind != .matrix))
  }

  @Test func `a chart without a number is its table`() {
    var empty = chart(.bars)
    empty.series = [
      .init(label: Bilingual(ja: "全体", en: "all"), figures: Array(repeating: Samples.absent(.missing), count: 3))
    ]
    let sheet = ChartSheet(empty, language: .ja, notice: nil).sheet(named: "図1", pageHead: PageHead())
    #expect(sheet.chart == nil)
    #expect(sheet.rows.count == 4)
  }
}

extension [UInt8] {
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: part) }
  }
}
