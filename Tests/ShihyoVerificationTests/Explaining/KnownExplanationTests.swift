import Foundation
import ShihyoDefinitions
import ShihyoModel
import Testing

@testable import ShihyoReports
@testable import ShihyoVerification

/// Known figures that data lie behind are explained down to their rows; those of words and of other figures down to these.
struct KnownExplanationTests {
  private static func explain(_ id: String, top: Int = 10) async throws -> KnownExplanation {
    let explainer = FigureExplainer(reports: Papers.reports, datasets: Papers.datasets)
    return try #require(try await explainer.known(.init(id, top: top)))
  }

  private static func explain(
    _ id: String, in paper: TemporaryPaper, isConfidential: Bool = false
  ) async throws -> KnownExplanation {
    let explainer = FigureExplainer(
      reports: ReportFinder(searchPath: [paper.reports.path]),
      datasets: DatasetFinder(searchPath: [paper.datasets.path]))
    return try #require(try await explainer.known(.init(id, isConfidential: isConfidential)))
  }

  /// Item → content of the facts.
  private static func facts(_ document: ReportDocument) -> [String: Bilingual] {
    let rows = document.tables.first?.rows.map { ($0.keys[0].code, $0.keys[1].label) } ?? []
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  @Test func `the count of rank 3 is its thirteen rows`() async throws {
    let document = try await Self.explain("ranks.A.3").document()
    let facts = Self.facts(document)
    #expect(facts["verdict"]?.ja == "一致")
    #expect(facts["where:rows"]?.ja == "ランク=3")
    #expect(facts["calculation"]?.en == "count = 13課題")
    #expect(facts["document"]?.ja == "文書002 98行")
    #expect(facts["definition"] != nil)
    #expect(facts["file:kitakyushu-issue-ranks/ranks"]?.ja.hasSuffix("ranks.csv") == true)
    let rows = try #require(document.tables.last)
    // The first ten, the rest, the total.
    #expect(rows.rows.count == 12)
    #expect(rows.rows.last?.figures[0].printed == "13")
    #expect(document.notes.last?.ja.contains("一致した") == true)
  }

  @Test func `a share of data has numerator, denominator, rounding and the rows of both`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "s,34.8%,％,,,P,1,\"share(query(paper, sum(件数), 区=甲区), query(paper, sum(件数)))\",",
      "q,34.8%,％,,,P,2,\"query(paper, share:sum(件数)/sum(件数))\",",
    ])
    let known = try await Self.explain("s", in: paper)
    let document = try known.document()
    let facts = Self.facts(document)
    #expect(facts["calculation"]?.ja.hasPrefix("8 ÷ 23 × 100 = 34.7826086956521") == true)
    #expect(facts["rounding"]?.ja.contains("→ 34.8（四捨五入、一回だけ。印字は34.8%）") == true)
    #expect(facts["rounding"]?.en.hasSuffix("→ 34.8 (half up, away from zero, once; printed 34.8%)") == true)
    #expect(document.tables.map(\.name) == ["figure", "numerator", "denominator"])
    #expect(document.tables[1].rows.last?.figures[0].printed == "8")
    #expect(document.tables[2].rows.map { $0.figures[0].printed } == ["15", "8", "23"])
    #expect(document.tables[2].rows.map { $0.keys[0].code } == ["3", "2", "total"])
    // Every format says the same: the rows as they are read.
    var csv = ""
    try known.writeAll(.csv, .ja) { piece in
      csv += piece
      return true
    }
    #expect(csv.contains("numerator,") && csv.contains(",15,"))
    let json = JSONRenderer().render(document)
    #expect(json.contains("numerator") && json.contains("8 ÷ 23 × 100"))
    // Undeclared conditions on both sides are refused by `verify`; a ratio within one question keeps its rows, too.
    let ratio = try await Self.explain("q", in: paper)
    #expect(try ratio.document().tables.map(\.name) == ["figure", "numerator", "denominator"])
  }

  @Test func `a figure of printed ones names these, with their places`() async throws {
    let document = try await Self.explain("npo.willing.share").document()
    let facts = Self.facts(document)
    #expect(facts["printed:npo.willing"]?.ja == "npo.willing「8団体(約35%)」（文書001 315行）")
    #expect(facts["calculation"]?.en.hasPrefix("8 ÷ 23 × 100 = 34.78") == true)
    #expect(facts["rounding"]?.ja.contains("→ 35（") == true)
    #expect(facts["verdict"]?.ja == "端数の範囲内")
    #expect(document.tables.count == 1)
  }

  @Test func `lists show the rows of both sides`() async throws {
    let document = try await Self.explain("moji.issues").document()
    #expect(document.tables.map(\.name) == ["figure", "left", "right"])
    #expect(document.tables.dropFirst().allSatisfy { $0.rows.last?.figures[0].printed == "8" })
  }

  @Test func `what cannot be read is said, in both languages`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["a,3倍増,倍,,,P,1,2,", "b,1件,件,,,P,2,sum(nowhere),", "c,,件,,,P,3,d,", "d,,件,,,P,4,c,"])
    #expect(Self.facts(try await Self.explain("a", in: paper).document())["verdict"]?.en.contains("two ways") == true)
    let unknown = try await Self.explain("b", in: paper)
    #expect(unknown.findings.map(\.code) == ["relation.unknown-id"])
    #expect(Self.facts(try await Self.explain("c", in: paper).document())["verdict"]?.ja.contains("一回り") == true)
  }

  @Test func `a misspelt id names the nearest one`() async throws {
    let explainer = FigureExplainer(reports: Papers.reports, datasets: Papers.datasets)
    do {
      _ = try await explainer.find(.init("npo.wiling.share"))
      Issue.record("npo.wiling.share was found")
    } catch let findings as Findings { #expect(findings.findings.last?.hint.en.contains("npo.willing.share") == true) }
  }

  @Test func `data whose metrics hide small counts keep their rows to themselves`() async throws {
    let paper = try await TemporaryPaper(small: 100)
    let document = try await Self.explain("small.asked.ko", in: paper).document()
    #expect(document.tables.count == 1)
    #expect(document.notes.last?.ja.contains("秘匿") == true && document.notes.last?.en.contains("hides") == true)
    #expect(JSONRenderer().render(document).contains("hides small counts"))
    let known = try await Self.explain("small.asked.ko", in: paper)
    #expect(throws: Findings.self) { try known.writeAll(.csv, .ja) { _ in true } }
    #expect(try await Self.explain("small.asked.ko", in: paper, isConfidential: true).document().tables.count == 2)
    let open = try await TemporaryPaper(small: nil)
    #expect(try await Self.explain("small.asked.ko", in: open).document().tables.count == 2)
  }
}
