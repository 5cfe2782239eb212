import Foundation
import ShihyoModel
import Testing

@testable import ShihyoVerification

struct AcceptanceTests {
  static let datum = "datasets/kitakyushu-requests/requests.csv"

  private static func changed() throws -> TemporaryPaper {
    let paper = try TemporaryPaper(datasets: DigitChangeTests.datasets, reports: ["quarterly"])
    try paper.write(try paper.text(datum).replacingOccurrences(of: "252", with: "1252"), datum)
    return paper
  }

  @Test func `what is accepted holds afterwards`() async throws {
    let paper = try Self.changed()
    let acceptance = try Acceptance(try await paper.verify(), ids: nil)
    #expect(acceptance.lines(.ja).contains("requests.centres: 252件 → 1252件"))
    #expect(try paper.text("datasets/kitakyushu-requests/known-figures.csv").contains("252件"), "nothing is written yet")
    try acceptance.write()
    let result = try await paper.verify()
    #expect(result.holds, "\(result.failures) \(result.findings)")
    #expect(try paper.text("datasets/kitakyushu-requests/known-figures.csv").contains(",1252件,"))
    #expect(try paper.text(DigitChangeTests.ledger).contains("requests.centres@FY2023,1252,"))
  }

  @Test func `a dataset shows what it moved in published ledgers, and leaves them as they are`() async throws {
    let paper = try Self.changed()
    let result = try await paper.verify(["kitakyushu-requests"])
    #expect(result.changedFiles.first?.moved.contains { $0.id.contains("requests.centres@FY2023") } == true)
    let before = try paper.text(DigitChangeTests.ledger)
    let acceptance = try Acceptance(result, ids: nil)
    #expect(acceptance.lines(.ja).contains { $0.contains("shihyo report quarterly --publish") })
    try acceptance.write()
    #expect(try paper.text(DigitChangeTests.ledger) == before)
    #expect(try await paper.verify(["kitakyushu-requests"]).changedFiles.isEmpty)
    #expect(try await paper.verify(["kitakyushu-requests"]).failures.allSatisfy { $0.section == .ledger })
  }

  @Test func `only what is named is accepted`() async throws {
    let paper = try Self.changed()
    let first = try await paper.verify()
    try Acceptance(first, ids: ["kitakyushu-requests/requests.csv", "requests.centres"]).write()
    let result = try await paper.verify()
    #expect(result.changedFiles.isEmpty)
    #expect(result.verdict("requests.centres") == .copied)
    #expect(result.failures.map(\.section).allSatisfy { $0 == .ledger })
    #expect(result.failures.count == first.failures.count - 1)
  }

  @Test func `never from an error`() async throws {
    let paper = try Self.changed()
    try paper.write("依頼先,期間,依頼業務件数\n地域,令和5年度,12a\n", Self.datum)
    let broken = try await paper.verify()
    #expect(!broken.holds)
    #expect(throws: Findings.self) { try Acceptance(broken, ids: nil) }
    let relation = try TemporaryPaper()
    try relation.dataset(known: ["a,1件,件,,,P,1,,", "b,2件,件,,,P,1,,", "r,,件,,,P,1,a = b,"])
    let wrong = try await relation.verify()
    #expect(throws: Findings.self) { try Acceptance(wrong, ids: ["r"]) }
    #expect(throws: Findings.self) { try Acceptance(wrong, ids: ["s"]) }
  }

  @Test func `a sign is written once, and goes with the number`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: [
      "now,22.1%,％,,,P,1,,", "was,22.8%,％,,,P,2,,", "down,△0.5ポイント,ポイント,,,P,3,\"difference(now, was)\",",
      "up,△0.5ポイント,ポイント,,,P,4,\"difference(was, now)\",", "lost,0.4ポイント,ポイント,,,P,5,\"difference(now, was)\",",
    ])
    let acceptance = try Acceptance(try await paper.verify(), ids: nil)
    #expect(
      acceptance.lines(.ja) == [
        "down: △0.5ポイント → △0.7ポイント", "up: △0.5ポイント → 0.7ポイント", "lost: 0.4ポイント → △0.7ポイント",
      ])
    try acceptance.write()
    #expect(try await paper.verify().holds)
  }

  @Test(arguments: [
    ("percent,△0.6％,％,,,P,3,\"difference(now, was)\",", "verify.text-not-accepted"),
    ("words,過半数,％,,,P,4,now,", "verify.text-not-accepted"), ("range,30～40%,％,,,P,5,now,", "verify.text-not-accepted"),
    ("part,30.0%,％,,,P,6,part(was),", "verify.relation-not-accepted"),
    ("grim,12.3%,％,,,P,7,percentage-of(7),", "verify.relation-not-accepted"),
  ])
  func `what other digits would not mend is not accepted`(_ row: String, _ code: String) async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(known: ["now,22.2%,％,,,P,1,,", "was,22.8%,％,,,P,2,,", row])
    let result = try await paper.verify()
    #expect(result.failures.count == 1)
    do throws(Findings) {
      _ = try Acceptance(result, ids: nil)
      Issue.record("accepted: \(row)")
    } catch { #expect(error.findings.map(\.code) == [code]) }
  }

  @Test func `commas and the other numbers of a text stay`() async throws {
    let paper = try TemporaryPaper()
    try paper.dataset(
      data: "区,件数\n甲区,5964\n", known: ["a,\"5,694件(前年5,000件)\",件,,,P,1,\"query(paper, sum(件数))\","])
    try Acceptance(try await paper.verify(), ids: ["a"]).write()
    #expect(try paper.text("datasets/paper/known-figures.csv").contains("\"5,964件(前年5,000件)\""))
    #expect(try await paper.verify().holds)
  }
}
