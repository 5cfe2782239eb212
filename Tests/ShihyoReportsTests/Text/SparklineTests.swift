import ShihyoModel
import Testing

@testable import ShihyoReports

struct SparklineTests {
  private func table(_ names: [String], _ rows: [[Figure]]) -> ReportTable {
    ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: names.map { .init(name: $0) },
      rows: rows.enumerated().map { .init(keys: [.init("区\($0)")], figures: $1) })
  }

  private static let quarters = ["FY2024Q3", "FY2024Q4", "FY2025Q1", "FY2025Q2", "points.previous"]

  @Test func `each row by its own least and most; what is missing is a point, not 0`() throws {
    let table = table(
      Self.quarters,
      [
        [Samples.sum("0"), Samples.sum("1"), Samples.sum("3.5"), Samples.sum("7"), Samples.sum("99")],
        [Samples.sum("-5"), Samples.absent(.missing), Samples.sum("-5"), Samples.sum("-5"), Samples.sum("1")],
        [
          Samples.absent(.missing), Samples.absent(.missing), Samples.absent(.missing), Samples.absent(.missing),
          Samples.sum("1"),
        ],
      ])
    let sparkline = try #require(Sparkline(table))
    #expect(table.rows.map(sparkline.text) == ["▁▂▅█", "▄·▄▄", ""])
    let options = TextOptions(language: .ja, showsSparklines: true)
    let lines = TextRenderer(options).render(ReportDocument(blocks: [.table(table)])).split(separator: "\n")
    #expect(lines[0].hasSuffix("推移") && lines[2].hasSuffix("▁▂▅█"))
    #expect(!TextRenderer(TextOptions(language: .ja)).render(ReportDocument(blocks: [.table(table)])).contains("▁"))
  }

  @Test func `a table without three periods has none`() {
    #expect(Sparkline(table(["FY2025Q1", "FY2025Q2"], [])) == nil)
    #expect(Sparkline(table(["count", "share", "change"], [])) == nil)
  }
}
