import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// What is wrong with known figures themselves: each with its own message and place, the others still checked.
struct BadInputTests {
  @Test func `each finding has its place, and the other rows are checked`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "good,127件,件,,期間,P,1,,", "unreadable,\"1,23件\",件,,期間,P,2,,",
      "nowhere,,件,,期間,P,3,\"sum(good, god)\",", "circle.a,1件,件,,期間,P,4,circle.b,",
      "circle.b,1件,件,,期間,P,5,circle.a,", "unreadable,128件,件,,期間,P,6,,", ",1件,件,,期間,P,7,,",
      "kind,1件,件,,年,P,8,,", "line,1件,件,,期間,P,p.9,,", "function,1件,件,,期間,P,10,sun(good),",
      "dataset,1件,件,,期間,P,11,\"query(papr, count)\",", "column,1件,件,,期間,P,12,\"query(paper, sum(件))\",",
      "unit,1件,％,,期間,P,13,,", "nothing,,件,,期間,P,14,,", "ratio,,,,期間,P,15,\"ratio(good, last)\",",
      "change,,％,令和5年度,期間,P,16,\"change(then, now)\",", "then,1件,件,令和5年度,期間,P,17,,",
      "now,2件,件,令和5年度,期間,P,18,,", "index,,件,,期間,P,19,\"sum(good[2])\",",
      "metric,1件,件,,期間,P,20,metric(paper.x),", "last,252件,件,,期間,P,21,\"query(paper, count, 区=甲区)\",",
    ])
    let result = try await paper.verify()
    func lines(_ code: String) -> [Int?] { result.findings.filter { $0.code == code }.map(\.place.line) }
    #expect(lines("known.unreadable-text") == [3])
    #expect(lines("relation.unknown-id") == [4])
    #expect(lines("relation.circular") == [5, 6])
    #expect(lines("known.duplicate-id") == [7])
    #expect(lines("known.id-missing") == [8])
    #expect(lines("known.unknown-kind") == [9])
    #expect(lines("known.unreadable-line") == [10])
    #expect(lines("relation.unknown-function") == [11])
    #expect(lines("dataset.unknown") == [12])
    #expect(lines("query.unknown-column") == [13])
    #expect(lines("known.unit-differs") == [14])
    #expect(lines("known.nothing-to-hold") == [15])
    #expect(lines("relation.ratio-undeclared") == [16])
    #expect(lines("relation.no-time-passes") == [17])
    #expect(lines("relation.no-such-number") == [20])
    #expect(result.findings.allSatisfy { $0.place.file != nil && $0.place.line != nil }, "\(result.findings)")
    #expect(
      result.findings.first { $0.code == "relation.unknown-id" }?.place.column
        == .field(number: 8, name: "compared-with"))
    #expect(result.verdict("last") == .wrong)
    #expect(result.verdict("then") == .copied)
    #expect(result.verdict("unreadable") == .undecidable)
  }

  @Test func `keys that stand twice are named`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(
      data: "区,件数\n甲区,8\n甲区,15\n", known: ["keys,,,,,P,1,\"list(paper, 区+件数) = list(paper, 区+件数)\","])
    let result = try await paper.verify()
    #expect(result.codes == ["relation.keys-not-unique"])
    #expect(result.findings.first?.message.en.contains("甲区") == true)
  }

  @Test func `a header without a column is said once`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [])
    try paper.write("id,printd,unit\nx,1件,件\n", "datasets/paper/known-figures.csv")
    let codes = try await paper.verify().codes
    #expect(codes.contains("known.column-unknown"))
    #expect(codes.filter { $0 == "known.column-missing" }.count == 6)
    #expect(codes.contains("verify.file-changed"))
  }

  @Test func `a paper of its own may refer to the datasets`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["asked,23団体,団体,,,P,1,,"])
    let rows = "share,34.8%,％,,,Q,1,\"share(8, asked)\",\ncut,34.7%,％,,,Q,2,\"share(8, asked)\",\n"
    try paper.write(TemporaryPaper.header + rows, "paper.csv")
    let result = try await Verifier(
      datasets: DatasetFinder(searchPath: [paper.datasets.path]), reports: ReportFinder(searchPath: []),
      engine: LocalEngine(threads: 1)
    ).verify(knownFigures: [paper.folder.appending(path: "paper.csv").path])
    #expect(result.figures.map(\.id) == ["share", "cut"])
    #expect(result.figures.map(\.verdict) == [.proved, .wrong])
    #expect(result.files.isEmpty)
  }

  @Test func `names that are nowhere are refused`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [])
    await #expect(throws: Findings.self) { try await paper.verify(["papr"]) }
  }
}
