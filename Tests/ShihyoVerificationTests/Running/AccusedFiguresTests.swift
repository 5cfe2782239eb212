import ShihyoModel
import Testing

@testable import ShihyoVerification

/// Papers of a few rows: sound figures are not accused, and what cannot be read or is added twice is never called sound.
struct AccusedFiguresTests {
  private static func verify(data: String? = nil, _ rows: [String]) async throws -> Verification {
    let paper = try TemporaryPaper()
    if let data { try paper.dataset(data: data, known: rows) } else { try paper.dataset(known: rows) }
    return try await paper.verify()
  }

  @Test func `the scale word counts against a literal and against other figures`() async throws {
    let result = try await Self.verify([
      "man,3万人,人,,,P,1,30000,", "mixed,\"1万2,345人\",人,,,P,2,12345,", "about,約3千人,人,,,P,3,2964,",
      "more,3億円余,円,,,P,4,305000000,", "man.off,3万人,人,,,P,5,36000,", "money,5千円,円,,,P,6,5000,",
      "equal,,人,,,P,7,man = 30000,", "sum,\"4万2,345人\",人,,,P,8,\"sum(man, mixed)\",",
      "column,3億円,億円,,,P,9,3,",
    ])
    for id in ["man", "mixed", "money", "equal", "sum", "column"] {
      #expect(result.verdict(id) == .proved, "\(id): \(String(describing: result.figure(id)))")
    }
    #expect(result.verdict("about") == .withinRounding)
    #expect(result.verdict("more") == .withinRounding)
    #expect(result.verdict("man.off") == .wrong)
    #expect(result.findings.allSatisfy { $0.severity != .error && $0.code != "known.unit-differs" })
  }

  @Test func `a little more is not below, a little less not above`() async throws {
    let result = try await Self.verify([
      "more,300人余,人,,,P,1,312,", "more.inside,3億余円,円,,,P,2,305000000,", "more.off,300人余,人,,,P,3,298,",
      "strong,3割強,％,,,P,4,31,", "strong.off,3億円強,円,,,P,5,299000000,", "weak,3億円弱,円,,,P,6,298000000,",
      "weak.off,3億円弱,円,,,P,7,302000000,",
    ])
    for id in ["more", "more.inside", "strong", "weak"] { #expect(result.verdict(id) == .withinRounding, "\(id)") }
    for id in ["more.off", "strong.off", "weak.off"] { #expect(result.verdict(id) == .wrong, "\(id)") }
    #expect(result.figure("weak.off")?.difference == "0.02")
  }

  @Test func `only two stated vintages excuse a difference`() async throws {
    let result = try await Self.verify([
      "first,172件（速報）,件,,,P,1,\"query(paper, sum(件数))\",", "stated,10件（速報）,件,,,P,2,final,",
      "final,12件（確報）,件,,,P,3,,", "unstated,12件（確報）,件,,,P,4,13,",
    ])
    #expect(result.verdict("first") == .wrong)
    #expect(result.verdict("unstated") == .wrong)
    #expect(result.verdict("stated") == .undecidable)
  }

  @Test func `a row that cannot be read cannot be told, with its reason`() async throws {
    let result = try await Self.verify([
      "open,1件,件,,,P,1,\"sum(nowhere, a1\",", "empty,1件,件,,,P,2,sum(),", "unknown,10件,件,,,P,3,frob(10),",
      "nothing,,件,,,P,4,,",
    ])
    for id in ["open", "empty", "unknown", "nothing"] {
      #expect(result.verdict(id) == .undecidable, "\(id)")
      #expect(result.figure(id)?.why != nil, "\(id)")
    }
    #expect(result.findings.count { $0.severity == .error } == 4, "\(result.codes)")
  }

  @Test func `an unknown rounding decides nothing`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [])
    let text = TemporaryPaper.header.replacing("note", with: "rounding") + "r,23件,件,,,P,1,23,三捨四入\n"
    try paper.write(text, "datasets/paper/known-figures.csv")
    let result = try await paper.verify()
    #expect(result.verdict("r") == .undecidable)
    #expect(result.codes.contains("known.unknown-rounding"))
  }

  @Test func `a declared part is no addend beside its whole`() async throws {
    let result = try await Self.verify([
      "a,10件,件,,,P,1,,", "b,20件,件,,,P,2,,", "c,5件,件,,,P,3,part(b),", "d,2件,件,,,P,4,part(c),",
      "twice,35件,件,,,P,5,\"sum(a, b, c)\",", "deeper,32件,件,,,P,6,\"sum(a, sum(b, d))\",",
      "slip,35件,件,,,P,7,\"sum(a, b)\",", "right,30件,件,,,P,8,\"sum(a, b)\",", "parts,15件,件,,,P,9,\"sum(a, c)\",",
      "equal,,件,,,P,10,\"twice = sum(a, b)\",",
    ])
    #expect(result.verdict("twice") == .undecidable)
    #expect(result.verdict("deeper") == .undecidable)
    #expect(result.codes.filter { $0 == "relation.part-added" }.count == 2, "\(result.codes)")
    #expect(result.verdict("slip") == .wrong)
    #expect(result.figure("slip")?.slip == LikelySlip.partAdded("c").label)
    #expect(result.figure("equal")?.slip == LikelySlip.partAdded("c").label)
    #expect(result.verdict("right") == .proved)
    #expect(result.verdict("parts") == .proved)
  }

  @Test func `a condition on both sides of a share is refused`() async throws {
    let result = try await Self.verify([
      "both,50%,％,,,P,1,\"query(paper, share:count/count(区), 区=甲区)\",",
      "part,50%,％,,,P,2,\"share(query(paper, count, 区=甲区), query(paper, count(区)))\",",
      "answered,100%,％,,,P,3,\"query(paper, share:count(件数)/count, 区=甲区)\",",
    ])
    #expect(result.codes == ["relation.share-of-itself"])
    #expect(result.verdict("both") == .undecidable)
    #expect(result.verdict("part") == .proved)
    #expect(result.verdict("answered") == .proved)
  }

  @Test func `a relation is not accepted, and what can be is named`() async throws {
    let result = try await Self.verify([
      "a,24件,件,,,P,1,\"query(paper, sum(件数))\",", "b,2件,件,,,P,1,,", "r,,件,,,P,1,a = b,",
    ])
    do throws(Findings) {
      _ = try Acceptance(result, ids: nil)
      Issue.record("a relation was accepted")
    } catch {
      #expect(error.findings.map(\.code) == ["verify.relation-not-accepted"])
      #expect(error.findings.first?.hint.ja.contains("--accept a") == true)
    }
  }

  @Test func `one line has one sign and grouped differences`() async throws {
    let result = try await Self.verify(data: "区,件数\n甲区,-3000\n", ["a,△500件,件,,,P,1,\"query(paper, sum(件数))\","])
    let line = VerificationDocument.sentence(try #require(result.figure("a")))
    #expect(line.ja.contains("計算 △3,000、差 △2,500"))
    #expect(line.en.contains("computed -3,000, difference -2,500"))
    #expect(MinusSign.japanese("8 + -5 (-2) 2024-11") == "8 + △5 (△2) 2024-11")
  }

  @Test func `of a ledger that cannot be computed again nothing is said to stand still`() async throws {
    let paper = try TemporaryPaper(datasets: DigitChangeTests.datasets, reports: ["quarterly"])
    try paper.write("依頼先,期間,依頼業務件数\n地域,令和5年度,12a\n", AcceptanceTests.datum)
    let result = try await paper.verify(["quarterly"])
    #expect(result.codes.contains("verify.report-failed"))
    let file = try #require(result.files.first { $0.state == .changed })
    #expect(file.untold.contains { $0.hasPrefix("quarterly/") }, "\(file)")
  }
}
