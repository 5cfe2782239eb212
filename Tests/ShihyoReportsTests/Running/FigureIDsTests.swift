import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// One id, one figure: in every report of the repository, and in small papers.
struct FigureIDsTests {
  /// Every figure that a document prints under an id, by the id.
  private static func printed(_ document: ReportDocument) -> [FigureID: Set<String>] {
    var figures: [Figure] = []
    for block in document.blocks {
      switch block {
      case .list(let lines):
        for case .figure(let figure) in lines.joined() { figures.append(figure.withoutSign) }
      case .table(let table): figures += table.rows.flatMap { $0.figures.map(\.withoutSign) }
      default: break
      }
    }
    return Dictionary(
      grouping: figures.filter { $0.id != nil }, by: { $0.id ?? .init(report: "", section: "", metric: "", period: "") }
    )
    .mapValues { Set($0.map { "\($0.value) \($0.kind)" }) }
  }

  /// - Every id that is printed stands in the ledger, once, and names one figure.
  static func check(_ result: ReportRunner.Result, _ name: String) {
    let ids = result.ledger.compactMap(\.id)
    #expect(Set(ids).count == result.ledger.count, "\(name)")
    let printed = printed(result.document)
    for (id, values) in printed where values.count > 1 { Issue.record("\(name): \(id) names \(values)") }
    #expect(Set(printed.keys).isSubset(of: Set(ids)), "\(name)")
  }

  /// The folders with reports: the packaged ones and those of the cases.
  private static let places: [String] = {
    let cases = PublishedTests.root.appending(path: "Tests/cases").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cases)) ?? []
    return [PublishedTests.root.path]
      + names.sorted().map { cases + "/" + $0 }.filter { FileManager.default.fileExists(atPath: $0 + "/reports") }
  }()

  @Test func `no id of any report names two figures`() async throws {
    var count = 0
    for place in Self.places {
      let names = try FileManager.default.contentsOfDirectory(atPath: place + "/reports").sorted()
      let runner = ReportRunner(
        finder: DatasetFinder(searchPath: [place + "/datasets"]), engine: LocalEngine(threads: 2))
      for name in names {
        let path = place + "/reports/" + name + "/report.yaml"
        // Cases of definitions that are refused have no figures.
        guard let report = try? ReportDefinition.load(path: path), let result = try? await runner.run(report)
        else { continue }
        Self.check(result, path)
        count += 1
      }
    }
    #expect(count > 12, "only \(count) reports were run")
  }

  @Test(arguments: [
    // Once more in another block, with conditions that say nothing more.
    [
      #"sentence: "{users}{users[区=甲区]}""#, "table: {metrics: users, by: 区}",
      "table: {name: b, metrics: users, by: 区, where: 区=甲区|乙区}",
    ],
    [
      #"sentence: "{users[区=甲区]}""#, "table: {metrics: users, where: 区=甲区}",
      "table: {name: b, metrics: users, by: 方法, where: 区=甲区}",
    ],
    ["table: {metrics: users, where: 方法=窓口|電話}", "table: {name: b, metrics: users, where: 方法=電話|窓口}"],
    ["table: {metrics: users, across: 区, total: true}", "table: {name: b, metrics: users, by: 区, where: 区!=乙区}"],
    ["matrix: {dataset: use, rows: 区, columns: 月}", "matrix: {name: b, dataset: use, rows: 月, columns: 区}"],
    ["ranks: {dataset: use, rank: 方法}", "ranks: {name: b, dataset: use, rank: 方法, by: 区}"],
  ])
  func `the same figure may stand in several places`(blocks: [String]) async throws {
    let text = blocks.map { "      - " + $0 }.joined(separator: "\n")
    let paper = try WrittenReport(text, rows: WrittenReport.twoWards + ["甲区,電話,2025-04,3"])
    #expect(try await paper.findings() == [])
    Self.check(try await paper.run(), text)
  }

  @Test func `matrices with conditions say them where there are several`() async throws {
    let of = "dataset: use, rows: 区, columns: 月"
    let rows = WrittenReport.twoWards + ["甲区,電話,2025-04,3"]
    func ids(_ blocks: String...) async throws -> [String] {
      let paper = try WrittenReport(blocks.map { "      - matrix: {\($0), \(of)}" }.joined(separator: "\n"), rows: rows)
      return try await paper.run().ledger.compactMap { $0.id?.spelling }.filter { !$0.contains("月=") }
    }
    let (whole, counter) = ("paper/use/count@undated", "paper/use/count@undated,方法=窓口")
    #expect(try await ids("name: a") == [whole + ",区=甲区", whole + ",区=乙区", whole])
    // The ids of the only one with conditions do not have them, but where another has the id already.
    #expect(try await ids("name: b, where: 方法=窓口") == [whole + ",区=甲区", whole + ",区=乙区", whole])
    let both = try await ids("name: b, where: 方法=窓口", "name: c, where: 方法=電話")
    #expect(both.contains(counter) && both.contains("paper/use/count@undated,方法=電話") && !both.contains(whole))
    let narrower = try await ids("name: a", "name: b, where: 方法=窓口")
    #expect(narrower.contains(whole) && narrower.contains(counter))
  }

  @Test func `both places are named`() async throws {
    let text = """
            - sentence: "{users}"
            - table: {metrics: users, where: 区!=甲区}
      """
    let paper = try WrittenReport(text)
    await #expect { try await paper.run() } throws: { error in
      guard let found = (error as? Findings)?.findings, let finding = found.first else { return false }
      return found.count == 1 && finding.code == "report.figure-id-twice" && finding.message.ja.hasPrefix("10行目の")
        && finding.message.en.hasPrefix("line 10 ") && finding.place.line == 11
        && finding.place.column == .character(26) && finding.message.ja.contains("paper/use/users@FY2025Q1")
    }
  }

  @Test func `what one table hides another does not show`() async throws {
    let rows = [
      "甲区,窓口,2025-04,20", "乙区,窓口,2025-04,30", "丙区,窓口,2025-04,3", "丁区,窓口,2025-04,40",
    ]
    let text = """
            - sentence: "{users}"
            - table: {name: all, metrics: users, by: 区}
            - table: {name: three, metrics: users, by: 区, where: 区!=丙区}
      """
    // 丙区 is small; 甲区 is hidden with it, since the total is printed. Without 丙区 nothing is hidden.
    let found = try await WrittenReport(text, rows: rows, disclosure: "10").findings()
    #expect(found.count == 1 && found[0].hasPrefix("report.hidden-elsewhere users @users "), "\(found)")
    let alone = text.split(separator: "\n").dropLast().joined(separator: "\n")
    #expect(try await WrittenReport(alone, rows: rows, disclosure: "10").findings() == [])
  }

  @Test func `a total of parts that are hidden is hidden, and its ledger tells nothing`() async throws {
    let rows = ["甲区,窓口,2025-04,20", "乙区,窓口,2025-04,30", "丙区,窓口,2025-04,3"]
    func total(_ disclosure: String) async throws -> Figure {
      let block = "      - table: {metrics: users, across: 区, total: true}"
      let result = try await WrittenReport(block, rows: rows, disclosure: disclosure).run()
      #expect(result.document.tables[0].valueColumns.last?.label.ja == "計")
      return try #require(result.ledger.first { $0.id?.dimensions == ["区": "total"] })
    }
    let hidden = try await total("10")
    #expect(hidden.value == .absent(.suppressed) && hidden.text(.ja) == "x")
    #expect(LedgerCSV.record(hidden, language: .ja)[1...5] == ["", "人", "", "", ""])
    #expect(try await total("none").printed == "53")
    #expect(try await total("2").printed == "53")
  }
}
