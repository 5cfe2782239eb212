import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Charts of report definitions: their figures are those of a table of their section.
struct ReportChartTests {
  private func charts(_ result: ReportRunner.Result) -> [ReportChart] {
    result.document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  @Test(arguments: ["quarterly", "meeting", "quarterly-mihon"])
  func `every figure of a chart stands in a table, with its id`(name: String) async throws {
    let result = try await PublishedTests.run(name)
    let charts = charts(result)
    let inTables = Set(result.document.tables.flatMap(\.rows).flatMap(\.figures).compactMap(\.id))
    #expect(!charts.isEmpty && Set(charts.map(\.name)).count == charts.count)
    for figure in charts.flatMap(\.series).flatMap(\.figures) {
      let id = try #require(figure.id)
      #expect(inTables.contains(id))
    }
  }

  @Test func `charts hold what the papers say`() async throws {
    let ages = try #require(charts(try await PublishedTests.run("quarterly")).first)
    #expect(ages.kind == .ageBars && ages.categories.map(\.label.ja) == ["29歳以下", "30～50歳", "60歳以上"])
    #expect(ages.series.map { $0.figures.map(\.printed) } == [["0.9", "27.7", "71.4"]] && ages.unit == "％")
    #expect(ages.alternative.ja == "年齢区分別の棒グラフ。29歳以下 0.9％、30～50歳 27.7％、60歳以上 71.4％。")
    let meeting = charts(try await PublishedTests.run("meeting"))
    #expect(meeting.map(\.kind) == [.stackedShares, .matrix])
    #expect(meeting[0].categories.map(\.label.ja) == ["局等（22）", "区役所（7）", "計"])
    #expect(
      meeting[0].series.map { $0.figures.map(\.printed) } == [
        ["10", "3", "13"], ["78", "40", "118"], ["0", "1", "1"],
      ])
    #expect(meeting[1].series.map { $0.figures.map(\.printed) } == [["3", "1"], ["7", "0"]])
    #expect(meeting[1].series[1].details.map(\.ja) == ["A2 B2 B3 B4 B5 C1 C2", ""])
  }

  private func run(_ charts: String) async throws -> ReportRunner.Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "shihyo-chart-\(UUID().uuidString)/paper")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let yaml = """
      title: 図
      datasets: mihon-centres
      period: FY2025Q2
      sections:
        - id: use
          title: 利用
          blocks:
            - table: {name: all, metrics: [use.slots, users.all], across: periods, periods: last-2}
            - table: {name: wards, metrics: users.all, by: 区, across: periods, periods: [year-ago, period], compare: year-ago}
      \(charts)
      """
    try Data(yaml.utf8).write(to: folder.appending(path: "report.yaml"))
    let report = try ReportFinder(searchPath: []).find(folder.path)
    let finder = DatasetFinder(searchPath: [PublishedTests.root.appending(path: "datasets").path])
    return try await ReportRunner(finder: finder, engine: LocalEngine(threads: 1)).run(report)
  }

  @Test func `changes and totals are left out unless named, and a period is named by its word`() async throws {
    let usual = try #require(charts(try await run("      - chart: {kind: bars, title: t, table: wards}")).first)
    #expect(usual.categories.count == 7 && usual.series.map(\.label.ja) == ["令和6年度第2四半期", "令和7年度第2四半期"])
    let one = try #require(
      charts(try await run("      - chart: {kind: bars, title: t, table: wards, columns: period, rows: [乙区, 甲区]}"))
        .first)
    #expect(one.categories.map(\.code) == ["乙区", "甲区"] && one.series.map(\.label.ja) == ["令和7年度第2四半期"])
    #expect(one.series[0].figures.map(\.printed) == ["69238", "88290"])
  }

  @Test(arguments: [
    ("{kind: bars, title: t, table: ward}", "report.unknown-table", "wards"),
    ("{kind: bars, title: t}", "report.unknown-table", "all"),
    ("{kind: bars, title: t, table: wards, rows: 辛区}", "report.unknown-row-or-column", "区"),
    ("{kind: line, title: t, table: all}", "report.mixed-units-in-chart", "rows"),
    ("{kind: pie, title: t}", "descriptor.unknown-value", "bars"), ("{kind: bars}", "descriptor.missing-key", ""),
    ("{kind: bars, title: t, table: wards, colour: red}", "descriptor.unknown-key", ""),
  ])
  func `what is wrong in a chart is said with its place`(chart: String, code: String, hint: String) async throws {
    let failure = await #expect(throws: Findings.self) { _ = try await run("      - chart: \(chart)") }
    let finding = try #require(failure?.findings.first)
    #expect(failure?.findings.count == 1 && finding.code == code && finding.place.line == 10)
    #expect(hint.isEmpty || finding.hint.ja.contains(hint))
  }
}
