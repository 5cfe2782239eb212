import Foundation
import ShihyoModel
import Testing

@testable import ShihyoVerification

struct LedgerDifferenceTests {
  private static let head = "id,printed,unit,numerator,denominator,n,definition,rounding,marks\n"

  private func compare(_ old: String, _ new: String) throws -> LedgerDifference {
    let files = try TemporaryFiles(["old.csv": Self.head + old, "new.csv": Self.head + new])
    return try LedgerDifference(old: files.path("old.csv"), new: files.path("new.csv"))
  }

  @Test func `figures move, appear, go, and are defined otherwise`() throws {
    let found = try compare(
      """
      p/a/rate@FY2023,22.8,％,114,500,,利用÷可能,half-up:1,
      p/a/users@FY2023,1200,人,,,12,人数,,
      p/a/same@FY2023,5,件,,,,件数,,
      p/a/gone@FY2023,5,件,,,,件数,,

      """,
      """
      p/a/rate@FY2023,22.8,％,228,1000,,利用÷可能(休館日を除く),half-up:1,
      p/a/users@FY2023,1195,人,,,12,人数,,revised
      p/a/same@FY2023,5,件,,,,件数,,
      p/a/new@FY2023,7,件,,,,件数,,

      """)
    #expect(
      found.changes.map { "\($0.kind.rawValue) \($0.id.metric)" } == [
        "recomputed rate", "definition rate", "moved users", "marks users", "appeared new", "gone gone",
      ])
    #expect(found.changes[2].difference == ExactDecimal(-5))
    #expect(found.changes[0].old == "114/500" && found.changes[0].new == "228/1000")
    #expect(found.unchanged == 1)
    #expect(found.hasDifferences)
  }

  @Test func `a ledger against itself has no differences`() throws {
    let row = "p/a/rate@FY2023,22.8,％,114,500,,利用÷可能,half-up:1,\n"
    #expect(try !compare(row, row).hasDifferences)
  }

  @Test func `an id that stands twice, or is none, is refused with its line`() throws {
    let row = "p/a/rate@FY2023,22.8,％,,,,,,\n"
    #expect(throws: Findings.self) { try compare(row + row, row) }
    #expect(throws: Findings.self) { try compare(row, "rate,22.8,％,,,,,,\n") }
  }

  @Test func `published ledgers are told from data`() {
    let edition = Papers.root.appending(path: "reports/meeting/published/2024-11/1").path
    #expect(LedgerDifference.path(of: edition) == edition + "/figures.csv")
    #expect(LedgerDifference.path(of: edition + "/report.csv") == nil)
    #expect(LedgerDifference.path(of: "kitakyushu-requests") == nil)
  }
}
