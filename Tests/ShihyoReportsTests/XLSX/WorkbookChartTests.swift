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
