import ShihyoModel
import Testing

@testable import ShihyoReports

/// A table of another period than the report's says so.
struct TableCaptionTests {
  private static let rows =
    ["甲区,窓口,2024-04,9", "乙区,窓口,2024-05,8", "甲区,窓口,2024-06,7", "乙区,窓口,2024-04,6"] + WrittenReport.twoWards

  private static func titles(_ blocks: String, language: Language = .ja) async throws -> [String?] {
    let report = try WrittenReport("      - " + blocks, rows: rows, language: language)
    return try await report.run().document.blocks.compactMap { block in
      switch block {
      case .table(let table): table.title?[language]
      case .chart(let chart): chart.title[language]
      case .heading, .paragraph, .list: nil
      }
    }
  }

  @Test(arguments: [
    ("table: {metrics: users, by: 区, periods: [year-ago]}", ["令和6年度第1四半期"]),
    ("table: {metrics: users, by: 区, periods: [previous]}", ["令和6年度第4四半期"]),
    ("table: {metrics: users, across: 区, periods: [FY2024]}", ["令和6年度"]),
    ("table: {metrics: users, by: 区, across: 方法, title: 区別, periods: [fiscal-year]}", ["区別（令和7年度）"]),
    // The period of the report, and what a row, a column or the title names.
    ("table: {metrics: users, by: 区}", []),
    ("table: {metrics: users, by: 区, title: 区別}", ["区別"]),
    ("table: {metrics: users, by: 区, periods: [FY2025Q1]}", []),
    ("table: {metrics: users, by: 区, across: periods, periods: [year-ago]}", []),
    ("table: {metrics: users, by: 区, across: 方法, periods: [year-ago, period]}", []),
    ("table: {metrics: users, periods: [year-ago]}", []),
    ("table: {metrics: users, by: 区, title: 令和6年度第1四半期の区別, periods: [year-ago]}", ["令和6年度第1四半期の区別"]),
  ])
  func `the title names the period`(block: String, expected: [String]) async throws {
    #expect(try await Self.titles(block) == expected)
  }

  @Test(arguments: [
    ("令和7年度の実績", true), ("実績（令和7年度）", true), ("令和7年度第2四半期", false), ("令和7年度上半期", false),
    ("令和7年度～8年度", false), ("令和7年度第2四半期と令和7年度", true), ("令和6年度", false),
  ])
  func `a longer name is another period`(text: String, says: Bool) {
    #expect(ReportComposer.says("令和7年度", text) == says)
    #expect(
      !ReportComposer.says("FY2025", "FY2025 Q2 (Jul–Sep 2025)") && ReportComposer.says("FY2025", "Use in FY2025"))
  }

  @Test func `in the language of the report`() async throws {
    let block = "table: {metrics: users, by: 区, title: By ward, periods: [year-ago]}"
    #expect(try await Self.titles(block, language: .en) == ["By ward (FY2024 Q1 (Apr–Jun 2024))"])
  }

  @Test(arguments: [
    ("{metrics: users, by: 区, periods: [year-ago]}", "{kind: bars, title: 図}", ["令和6年度第1四半期", "図（令和6年度第1四半期）"]),
    (
      "{metrics: users, by: 区, across: periods, periods: [year-ago, period]}",
      "{kind: bars, title: 図, columns: [year-ago]}", ["図（令和6年度第1四半期）"]
    ),
    (
      "{metrics: users, by: 区, across: periods, periods: [year-ago, period]}",
      "{kind: bars, title: 図, columns: [period]}", ["図"]
    ),
    ("{metrics: users, by: 区, across: periods, periods: [year-ago, period]}", "{kind: bars, title: 図}", ["図"]),
  ])
  func `a chart names that of its table`(table: String, chart: String, expected: [String]) async throws {
    #expect(try await Self.titles("table: \(table)\n      - chart: \(chart)") == expected)
  }

  @Test func `a metric with a time of its own says it, unless its section does`() async throws {
    let metrics = "  asked: {label: 回答, kind: count, of: count, as-of: 令和7年7月}\n"
    let block = "      - table: {metrics: asked, by: 区}"
    let told = try await WrittenReport(block, metrics: metrics).run().document.tables
    #expect(told.map(\.title?.ja) == ["令和7年7月"])
    let block2 = block + "\n  - id: more\n    title: more\n    as-of: 令和7年7月時点\n    blocks:\n" + block
    let both = try await WrittenReport(block2, metrics: metrics).run().document.tables
    #expect(both.map(\.title?.ja) == ["令和7年7月", nil])
  }
}
