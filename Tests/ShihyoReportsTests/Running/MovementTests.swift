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
  }

  /// A table prints 皆増 there; a sentence says the same.
  @Test func `all new and all gone are said in their words`() async throws {
    #expect(try await sentence((0, 1000), language: .ja) == "利用は1,000（前期は0、皆増）。")
    #expect(try await sentence((0, 1000), language: .en) == "利用: 1,000 (all new; 0 in the previous period).")
    #expect(try await sentence((1000, 0), language: .ja) == "利用は0（前期は1,000、皆減）。")
    #expect(try await sentence((1000, 0), language: .en) == "利用: 0 (all gone; 1,000 in the previous period).")
    #expect(try await sentence((0, 0), language: .ja) == "unchanged 0")
  }

  private static let cases = """
            - movement:
                of: users
                compare: previous
                rose: "・rose {now} {change}"
                fell: "・fell {now} {change}"
                unchanged: "・unchanged {now}"
                missing: "・missing {now}"
    """

  private static func quarter(_ months: ClosedRange<Int>, _ ward: String, _ users: Int) -> [String] {
    months.map { "\(ward),窓口,2025-0\($0),\($0 == months.lowerBound ? users : 0)" }
  }

  @Test(arguments: [(Language.ja, "乙区・窓口・令和7年度第2四半期（8月）の値がないため、増減を示していない。"), (.en, "(Aug 2025), so the change is not")])
  func `a gap on one side is never a direction`(language: Language, note: String) async throws {
    let rows =
      Self.quarter(4...6, "甲区", 10) + Self.quarter(4...6, "乙区", 10) + Self.quarter(7...9, "甲区", 50)
      + ["乙区,窓口,2025-07,5", "乙区,窓口,2025-09,5"]
    let report = try WrittenReport(Self.cases, rows: rows, language: language)
    let text = try await report.text(period: "FY2025Q2").replacing("\n", with: "")
    #expect(text.contains("・missing 60") && text.contains(note) && !text.contains("rose"), "\(text)")
    // A table beside it prints the change with its mark; the ledger has that one, not the one that is not said.
    let table = "\n        - table: {metrics: users, compare: previous}"
    let both = try WrittenReport(Self.cases + table, rows: rows, language: language)
    let changes = try await both.run(period: "FY2025Q2").ledger.filter { $0.id?.metric == "users.change.previous" }
    #expect(changes.map(\.printed) == ["200.0"] && changes.allSatisfy { $0.marks.contains(.incomplete) })
  }

  @Test func `two quarters that lack the same month are not compared`() async throws {
    let rows = ["甲区,窓口,2025-04,10", "甲区,窓口,2025-06,10", "甲区,窓口,2025-07,30", "甲区,窓口,2025-09,30"]
    let text = try await WrittenReport(Self.cases, rows: rows).text(period: "FY2025Q2")
    #expect(text.contains("missing") && text.contains("増減を示していない") && !text.contains("rose"))
  }

  @Test(arguments: ["", "threshold: 0\n          too-small: \"・small {now}\""])
  func `a change that prints as 0 has no direction`(more: String) async throws {
    let block = """
            - movement:
                of: users.share
                compare: previous
                rose: "rose {change}"
                fell: "fell {change}"
                unchanged: "・unchanged {now}"
                missing: missing
      """ + (more.isEmpty ? "" : "\n          " + more)
    let rows =
      ["甲区,窓口,2025-04,50000", "甲区,郵送,2025-04,50000", "甲区,窓口,2025-07,50001", "甲区,郵送,2025-07,49999"]
      + [5, 6, 8, 9].map { "甲区,窓口,2025-0\($0),0" } + [5, 6, 8, 9].map { "甲区,郵送,2025-0\($0),0" }
    let text = try await WrittenReport(block, rows: rows).text(period: "FY2025Q2")
    #expect(text.contains(more.isEmpty ? "・unchanged 50.0％" : "・small 50.0％"), "\(text)")
  }

  /// Two values that differ, by less than a change can show.
  @Test func `without words for too small both values are said`() async throws {
    let rows = Self.quarter(4...6, "甲区", 1_000_000) + Self.quarter(7...9, "甲区", 1_000_063)
    let text = try await WrittenReport(Self.cases, rows: rows).text(period: "FY2025Q2")
    #expect(text.contains("は1,000,063人（前期は1,000,000人）。") && !text.contains("rose"), "\(text)")
  }

  @Test(arguments: [(Language.ja, "・甲区の"), (.en, "(甲区): 16")])
  func `all new of one group is said of that group`(language: Language, expected: String) async throws {
    let rows = Self.quarter(4...6, "甲区", 0) + Self.quarter(4...6, "乙区", 9) + Self.quarter(7...9, "甲区", 16)
    let cases = Self.cases.replacing("of: users", with: "of: users[区=甲区]")
    let text = try await WrittenReport(cases, rows: rows, language: language).text(period: "FY2025Q2")
    #expect(text.contains(expected), "\(text)")
  }

  @Test func `a negative threshold is refused where it stands`() async throws {
    let found = try await WrittenReport(Self.cases + "\n            threshold: -1\n            too-small: a").findings()
    #expect(found.count == 1 && found[0].hasPrefix("report.negative-threshold -1 @-1"), "\(found)")
  }
}
