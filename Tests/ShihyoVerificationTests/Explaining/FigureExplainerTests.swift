import Foundation
import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// A small report with one personal and one hidden figure.
struct FigureExplainerTests {
  private static let descriptor = """
    {"name": "use", "resources": [{"name": "use", "path": "use.csv", "schema": {"primaryKey": ["代表者"], "fields": [
      {"name": "区", "type": "string"}, {"name": "代表者", "type": "string", "shihyo": {"personal": true}},
      {"name": "人数", "type": "integer", "shihyo": {"unit": "人", "additivity": "flow"}}]}}]}
    """
  private static let metrics = """
    metrics:
      users:
        label: {ja: 利用者数, en: Users}
        kind: sum
        of: sum(人数)
    """
  private static let report = """
    title: 利用
    lang: ja
    datasets: use
    sections:
      - id: use
        title: 利用
        blocks:
          - table: {metrics: users, by: 区}
    """

  private let files: TemporaryFiles
  private let explainer: FigureExplainer

  init() throws {
    files = try TemporaryFiles([
      "datasets/use/datapackage.json": Self.descriptor, "datasets/use/metrics.yaml": Self.metrics,
      "datasets/use/use.csv": "区,代表者,人数\n甲区,山田,3\n甲区,鈴木,\"1,200\"\n甲区,佐藤,…\n乙区,田中,x\n",
      "reports/paper/report.yaml": Self.report,
    ])
    explainer = FigureExplainer(
      reports: ReportFinder(searchPath: [files.path("reports")]),
      datasets: DatasetFinder(searchPath: [files.path("datasets")]))
  }

  private func findings(_ request: FigureExplainer.Request) async -> [Finding] {
    do {
      _ = try await explainer.find(request)
      return []
    } catch let findings as Findings { return findings.findings } catch { return [] }
  }

  @Test func `a report that was never published is run now; its rows are the figure`() async throws {
    let found = try await explainer.find(.init("区=甲区", top: 1))
    #expect(found.figure.printed == "1203")
    let rows = try #require(try found.document().tables.last)
    #expect(rows.rows.map { $0.figures[0].printed } == ["1200", "3", "1203"])
    #expect(rows.rows.map { $0.keys[0].code } == ["3", "rest", "total"])
    #expect(rows.notes.first?.ja.contains("不詳・未受領 1") == true)
  }

  @Test func `personal cells are never quoted, also where every row is written`() async throws {
    let found = try await explainer.find(.init("区=甲区", isConfidential: true))
    var written = String(describing: try found.document())
    for format in [ExplanationFormat.text, .csv, .json] {
      try found.writeAll(format, .ja) { piece in
        written += piece
        return true
      }
    }
    for name in ["山田", "鈴木", "佐藤"] { #expect(!written.contains(name)) }
    #expect(written.contains("1200"))
  }

  @Test func `a hidden figure is refused unless the request is confidential`() async throws {
    #expect(await findings(.init("区=乙区")).map(\.code) == ["explain.hidden"])
    let found = try await explainer.find(.init("区=乙区", isConfidential: true))
    #expect(try found.document().tables.last?.rows.map { $0.keys[0].code } == ["5", "total"])
  }

  @Test func `an unknown id names those that look alike, an ambiguous one all that end so`() async {
    let unknown = await findings(.init("user"))
    #expect(unknown.map(\.code) == ["explain.unknown-figure"])
    #expect(unknown.first?.hint.ja.contains("paper/use/users@undated,区=甲区") == true)
    #expect(await findings(.init("区")).map(\.code) == ["explain.ambiguous"])
  }

  @Test func `nobody who listens ends the writing quietly`() async throws {
    let found = try await explainer.find(.init("区=甲区"))
    var pieces = 0
    try found.writeAll(.csv, .ja) { _ in
      pieces += 1
      return pieces < 2
    }
    #expect(pieces == 2)
  }

  @Test func `a copied number has its document and line, and no data`() async throws {
    let known = FigureExplainer(reports: Papers.reports, datasets: Papers.datasets)
    let rate = try #require(try await known.known(.init("centre.rate.paid")))
    #expect(rate.figure.document == "001" && rate.figure.line == "373")
    #expect(String(describing: try rate.document()).contains("元データなし"))
    #expect(rate.datasets.isEmpty)
    #expect(try await known.known(.init("centre.rate")) == nil)
    let found = try await known.find(.init("quarterly/rates/rate@FY2023,区分=有償,施設=市民センター"))
    #expect(found.known.map(\.id) == ["centre.rate.paid"])
    #expect(String(describing: found.head).contains("文書001 373行「15.9%」"))
  }

  @Test func `rules say what to do in both languages`() {
    let rules: [any FindingRule] = ExplainRule.examples + CompareRule.examples
    for rule in rules {
      for language in Language.allCases {
        #expect(!rule.message[language].isEmpty && !rule.hint[language].isEmpty, "\(rule.code)")
      }
      #expect(rule.message.ja != rule.message.en && rule.code.contains("."))
    }
  }
}
