import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoVerification

/// The packaged datasets and reports hold, with the verdicts that the documents allow.
struct RepositoryTests {
  static let verdicts: [(String, Verdict)] = [
    ("ranks.A", .proved), ("ranks.A.3", .proved), ("ranks.A.2", .proved), ("ranks.A.1", .proved),
    ("ranks.general", .proved), ("ranks.general.3", .proved), ("ranks.wards", .proved), ("ranks.wards.1", .proved),
    ("ranks.A.shares.0", .proved), ("ranks.A.shares.1", .proved), ("ranks.A.shares.2", .proved),
    ("ranks.bureau.会計", .proved), ("ranks.bureau.行委", .proved), ("ranks.numbers", .proved),
    ("centre.age.shares", .proved), ("centre.age.brackets", .undecidable), ("npo.willing.share", .withinRounding),
    ("phone.courses.sum", .proved), ("centre.staff.sum", .proved), ("awards.years.count", .proved),
    ("meeting.third.weekday", .proved), ("sunday.fy2025", .derived), ("budget.general.part", .proved),
    ("moji.completed", .proved), ("moji.issues", .proved), ("kokuraminami.issues", .proved),
    ("harassment.wards", .proved), ("harassment.spelling", .proved), ("meeting.third.topics", .proved),
    ("moji.measures.sum", .proved), ("learning.rate.part", .undecidable), ("requests.multiple", .derived),
    ("requests.total", .undecidable), ("multi.per-registration", .derived), ("requests.community", .copied),
    ("web.survey", .copied), ("chair.age.mean", .copied), ("need.not-felt", .copied), ("heads.meetings", .copied),
    ("sunday.kokuraminami", .copied), ("facilities.run", .copied), ("park.hours", .copied),
  ]

  @Test func `verdicts of the seed documents`() async throws {
    let root = TemporaryPaper.root
    let result = try await Verifier(
      datasets: DatasetFinder(searchPath: [root.appending(path: "datasets").path]),
      reports: ReportFinder(searchPath: [root.appending(path: "reports").path]), engine: LocalEngine(threads: 2)
    ).verify()
    #expect(result.holds, "\(result.failures) \(result.findings)")
    for (id, verdict) in Self.verdicts { #expect(result.verdict(id) == verdict, "\(id)") }
    #expect(result.figure("requests.multiple")?.computed == "1.98")
    #expect(result.figure("multi.per-registration")?.computed == "2.34")
    #expect(result.figure("sunday.fy2025")?.computed == "7")
    #expect(result.figure("requests.community.share")?.computed == "33.51")
    #expect(result.figure("ranks.A.shares.0")?.working.hasPrefix("10 + 89 + 1") == true)
    #expect(result.figure("ranks.A.shares.1")?.working.hasPrefix("9.8 + 89.4 + 0.8") == true)
    #expect(result.figure("ranks.A.shares.2")?.working.hasPrefix("9.85 + 89.39 + 0.76") == true)
    #expect(result.figure("centre.age.brackets")?.why?.ja.contains("51～59歳") == true)
    #expect(result.figure("centre.age.brackets")?.why?.ja.contains("30～50代") == true)
    #expect(result.findings.filter { $0.code == "relation.spelling-differs" }.count == 2)
    // Of what a document printed and no data lie behind, nothing is proved.
    let copied = result.figures.filter { $0.section == .ledger && $0.id.hasPrefix("quarterly/") }
    #expect(copied.allSatisfy { $0.verdict == .copied || $0.verdict == .derived })
  }
}
