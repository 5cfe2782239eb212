import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Which sentence is printed, by the exact difference, in both languages.
struct MovementTests {
  /// - Parameter quarters: コマ of 令和7年度第1四半期 and 第2四半期; nil: no month of it is there.
  private func sentence(_ quarters: (before: Int?, now: Int?), language: Language) async throws -> String {
    let folder = NSTemporaryDirectory() + "movement-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/datasets/use", withIntermediateDirectories: true)
    func rows(_ months: ClosedRange<Int>, _ sum: Int?) -> [String] {
      sum.map { sum in months.map { "2025-0\($0),\($0 == months.lowerBound ? sum : 0)" } } ?? []
    }
    let files = [
      "use.csv": (["月,コマ"] + rows(4...6, quarters.before) + rows(7...9, quarters.now)).joined(separator: "\n"),
      "datapackage.json": """
      {"name": "use", "resources": [{"name": "use", "path": "use.csv", "schema": {"fields": [
        {"name": "月", "type": "yearmonth"}, {"name": "コマ", "type": "integer"}]}}]}
      """,
      "metrics.yaml": "metrics:\n  use.slots: {label: 利用, kind: sum, of: sum(コマ), time: 月}\n",
    ]
    for (name, text) in files {
      try text.write(toFile: folder + "/datasets/use/" + name, atomically: false, encoding: .utf8)
    }
    let definition = """
      title: paper
      lang: \(language.rawValue)
      period: FY2025Q2
      datasets: use
      sections:
        - id: use
          title: use
          blocks:
            - movement:
                of: use.slots
                compare: previous
                threshold: 1
                rose: "rose {now} {before} {change}"
                fell: "fell {now} {before} {change}"
                unchanged: "unchanged {now}"
                too-small: "too small {now} {before}"
                missing: "missing {now}"
      """
    let report = try ReportDefinition.read(Array(definition.utf8), path: "paper/report.yaml", name: "paper")
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: [folder + "/datasets"]), engine: LocalEngine(threads: 1))
    let document = try await runner.run(report).document
    let lines = document.blocks.flatMap { block -> [[ReportDocument.Inline]] in
      switch block {
      case .paragraph(let inlines): [inlines]
      case .list(let items): items
      case .heading, .table, .chart: []
      }
    }
    return lines.map { line in
      line.map { part in
        switch part {
        case .text(let text): text[language]
        case .figure(let figure): figure.text(language)
        }
      }.joined()
    }.joined(separator: "\n")
  }

  @Test(arguments: [
    (1000, 1010, "rose 1,010 1,000 1.0"), (1000, 990, "fell 990 1,000 1.0"), (1000, 1000, "unchanged 1,000"),
    (1000, 1009, "too small 1,009 1,000"), (1000, 991, "too small 991 1,000"), (1000, 3000, "rose 3,000 1,000 200.0"),
  ])
  func `the case by the exact difference`(before: Int, now: Int, expected: String) async throws {
    let hasChange = expected.hasPrefix("rose") || expected.hasPrefix("fell")
    #expect(try await sentence((before, now), language: .ja) == expected + (hasChange ? "％" : ""))
    #expect(try await sentence((before, now), language: .en) == expected + (hasChange ? "%" : ""))
  }

  @Test func `nothing to compare with is said, in neither direction`() async throws {
    #expect(try await sentence((nil, 1000), language: .ja) == "missing 1,000")
    #expect(try await sentence((nil, 1000), language: .en) == "missing 1,000")
    #expect(try await sentence((1000, nil), language: .ja).hasPrefix("missing "))
    // From 0 there is no rate of change.
    #expect(try await sentence((0, 1000), language: .ja) == "missing 1,000")
  }
}
