import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// From where a wrong number was probably taken: another group, another measure, the other of two numbers.
struct SlipSourceTests {
  private static let asked = "query(small, sum(申請), 区=甲区, 年度=令和6年度)"

  /// Printed, compared with, slip.
  static let rows: [(printed: String, unit: String, compared: String, slip: LikelySlip)] = [
    ("2,298件", "件", asked, .otherGroup("区=乙区")), ("402件", "件", asked, .otherMeasure("sum(完了)")),
    ("2,298件", "件", "metric(small.asked@FY2024, 区=甲区)", .otherGroup("区=乙区")),
    ("1,204件", "件", "metric(small.asked@FY2024, 区=甲区)", .otherPeriod("FY2023")),
    ("52.3%", "％", "metric(small.share@FY2024, 区=甲区)", .otherGroup("区=乙区")),
    // The digits of the number itself come before others that are like it.
    ("1,301件", "件", asked, .transposed), ("1,210件", "件", asked, .neighbour(from: "2", to: "3")),
    ("-33.3%", "％", "change(150, 100)", .swapped), ("150%", "％", "change(150, 100)", .level("…")),
    ("0.7倍", "倍", "multiple(150, 100)", .swapped), ("150.0%", "％", "share(100, 150)", .swapped),
    ("150件", "件", "difference(many, few)", .level("many")), ("50件減", "件", "difference(many, few)", .swapped),
    ("21件", "件", "twelve", .transposed), ("15件", "件", "twelve", .neighbour(from: "5", to: "2")),
  ]

  @Test func `the likeliest source is named`() async throws {
    let paper = try await TemporaryPaper(small: nil)
    let others = [
      "many,150件,件,,,P,1,,", "few,100件,件,,,P,1,,", "twelve,12件,件,,,P,1,,", "alike.1,21件,件,,,P,1,,",
      "alike.2,15件,件,,,P,1,,",
    ]
    let rows = Self.rows.enumerated().map { index, row in
      "row.\(index),\"\(row.printed)\",\(row.unit),,,P,2,\"\(row.compared)\","
    }
    try paper.write(TemporaryPaper.header + (others + rows).map { $0 + "\n" }.joined(), "paper.csv")
    let result = try await Verifier(
      datasets: DatasetFinder(searchPath: [paper.datasets.path]), reports: ReportFinder(searchPath: []),
      engine: LocalEngine(threads: 1)
    ).verify(knownFigures: [paper.folder.appending(path: "paper.csv").path])
    for (index, row) in Self.rows.enumerated() {
      let figure = try #require(result.figure("row.\(index)"))
      #expect(figure.verdict == .wrong, "\(figure)")
      let isNamed =
        row.slip.label.en.contains("…") ? figure.slip?.en.hasPrefix("the level") == true : figure.slip == row.slip.label
      #expect(isNamed, "\(row.printed): \(String(describing: figure.slip?.en))")
    }
  }

  @Test func `nothing is held against an id that stands twice`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "a,5件,件,,,P,1,,", "a,6件,件,,,P,2,,", "b,5件,件,,,P,3,a,", "c,5件,件,,,P,4,b,",
      "d,8件,件,,,P,5,\"query(paper, sum(件数), 区=甲区)\",",
    ])
    let result = try await paper.verify()
    #expect(result.codes.contains("known.duplicate-id"))
    for id in ["b", "c"] {
      #expect(result.verdict(id) == .undecidable)
      #expect(result.figure(id)?.why?.en.contains("several rows") == true)
    }
    #expect(result.verdict("d") == .proved)
  }
}
