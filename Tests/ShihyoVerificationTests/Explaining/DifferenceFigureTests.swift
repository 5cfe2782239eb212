import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// Of a net change, which can be below 0, a report prints a difference in its unit (`difference.previous`) instead of a rate: it is
/// explained and corrected as any other figure.
struct DifferenceFigureTests {
  private static let descriptor = """
    {"name": "groups", "resources": [{"name": "groups", "path": "groups.csv", "schema": {"primaryKey": ["月"], "fields": [
      {"name": "月", "type": "yearmonth"},
      {"name": "登録", "type": "integer", "shihyo": {"unit": "団体", "additivity": "flow"}},
      {"name": "抹消", "type": "integer", "shihyo": {"unit": "団体", "additivity": "flow"}}]}}]}
    """
  private static let metrics = """
    metrics:
      net: {label: {ja: 登録団体の純増, en: Net registrations}, kind: sum, of: sum(登録)-sum(抹消), time: 月}
    """
  private static let report = """
    title: 団体
    lang: ja
    datasets: groups
    period: FY2025Q2
    sections:
      - id: net
        title: 純増
        blocks:
          - sentence: "・前期差は{net:previous}。"
          - table: {metrics: net, across: periods, compare: previous}
    """
  /// First quarter 3 − 6 = −3; second 9 − 4 = 5.
  private static let rows = [
    "2025-04,1,2", "2025-05,1,2", "2025-06,1,2", "2025-07,3,1", "2025-08,3,1", "2025-09,3,2",
  ]

  private let files: TemporaryFiles

  init() throws {
    files = try TemporaryFiles([
      "datasets/groups/datapackage.json": Self.descriptor, "datasets/groups/metrics.yaml": Self.metrics,
      "reports/paper/report.yaml": Self.report,
    ])
    try write(Self.rows)
  }

  private func write(_ rows: [String]) throws {
    try (["月,登録,抹消"] + rows).joined(separator: "\n")
      .write(toFile: files.path("datasets/groups/groups.csv"), atomically: true, encoding: .utf8)
  }

  private var finder: DatasetFinder { DatasetFinder(searchPath: [files.path("datasets")]) }

  private func publish() async throws {
    let report = try ReportFinder(searchPath: [files.path("reports")]).find("paper")
    let result = try await ReportRunner(finder: finder, engine: LocalEngine(threads: 1)).run(report)
    _ = try EditionPublisher.publish(result, of: report, formats: [.text, .json], version: "test")
  }

  @Test func `explain shows both sides down to their rows`() async throws {
    try await publish()
    let explainer = FigureExplainer(reports: ReportFinder(searchPath: [files.path("reports")]), datasets: finder)
    let found = try await explainer.find(.init("net.difference.previous@FY2025Q2"))
    #expect(found.figure.text(.ja) == "8団体")
    #expect(found.figure.id?.spelling == "paper/net/net.difference.previous@FY2025Q2")
    let text = TextRenderer(TextOptions(language: .ja)).render(try found.document())
    for words in ["5 − -3 = 8", "sum(登録)-sum(抹消)", "令和7年度第1四半期", "令和7年度第2四半期"] {
      #expect(text.contains(words), "\(words) is not in\n\(text)")
    }
  }

  @Test func `errata tell what it was and what it is, by its name`() async throws {
    try await publish()
    try write(Self.rows.dropLast() + ["2025-09,3,3"])
    try await publish()
    let report = try ReportFinder(searchPath: [files.path("reports")]).find("paper")
    let errata = try Errata(report, editions: [], period: nil, reason: nil, finder: finder)
    let entry = try #require(errata.entries.first { $0.id == "paper/net/net.difference.previous@FY2025Q2" })
    #expect([entry.wrong, entry.right] == ["8団体", "7団体"])
    #expect(entry.label.ja == "登録団体の純増の前期差" && entry.place.contains("前期差"))
    #expect(entry.reason.ja.hasPrefix("データの変更："))
    #expect(errata.sentences.contains { $0.wrong.contains("8団体") && $0.right.contains("7団体") })
    #expect(errata.warnings == [])
  }
}
