import Foundation
import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// Rows that would tell a hidden figure are not shown, not even as rows of a total that is printed.
struct HiddenRowsTests {
  private let paper: TemporaryPaper
  private let explainer: FigureExplainer

  init() async throws {
    paper = try await TemporaryPaper(small: 100)
    explainer = FigureExplainer(
      reports: ReportFinder(searchPath: [paper.reports.path]),
      datasets: DatasetFinder(searchPath: [paper.datasets.path]))
  }

  private func ledger() throws -> [(id: String, printed: String)] {
    try LedgerFile(path: paper.folder.appending(path: TemporaryPaper.smallLedger).path).entries.map {
      ($0.id.spelling, $0.printed)
    }
  }

  @Test func `the paper hides a share and one beside it`() throws {
    let hidden = try ledger().filter { $0.id.contains("share@") && $0.printed.isEmpty }.map(\.id)
    #expect(hidden.contains("small/use/share@FY2024,区=丙区"))
    #expect(hidden.count >= 2, "\(hidden)")
  }

  @Test func `a total of hidden parts shows no row, and says so in both languages`() async throws {
    let found = try await explainer.find(.init("small/use/share@FY2024"))
    let document = try found.document()
    #expect(document.tables.count == 1)
    let note = try #require(document.notes.last)
    #expect(note.ja.contains("秘匿した数値の行が含まれます") && note.en.hasPrefix("Rows of a hidden figure"))
    #expect(JSONRenderer().render(document).contains("Rows of a hidden figure"))
    #expect(!String(describing: document.tables).contains("丙区"))
    do {
      try found.writeAll(.json, .ja) { _ in true }
      Issue.record("rows of a total with hidden parts were written")
    } catch let findings as Findings { #expect(findings.findings.map(\.code) == ["explain.part-hidden"]) }
    // Printed numerator and denominator are published: they stay.
    #expect(String(describing: document.tables).contains("2,174"))
  }

  @Test func `a figure that shares no row with a hidden one shows its own`() async throws {
    let shown = try #require(
      try ledger().first { $0.id.contains("share@FY2024,区=") && !$0.printed.isEmpty })
    #expect(try await explainer.find(.init(shown.id)).document().tables.count == 3)
  }

  @Test func `inside the office everything is shown`() async throws {
    let found = try await explainer.find(.init("small/use/share@FY2024", isConfidential: true))
    #expect(try found.document().tables.count == 3)
  }

  @Test func `verify names no row of what is hidden`() async throws {
    let datum = try paper.text(TemporaryPaper.smallDatum)
    try paper.write(datum.replacing("388,71", with: "388,17"), TemporaryPaper.smallDatum)
    let result = try await paper.verify()
    let moved = try #require(result.changedFiles.first).moved
    #expect(moved.contains { $0.id == "small/use/share@FY2024" })
    for figure in result.failures where figure.section == .ledger && figure.id.contains("share@") {
      #expect(figure.rows.isEmpty && figure.rowCount == 0, "\(figure)")
    }
  }
}
