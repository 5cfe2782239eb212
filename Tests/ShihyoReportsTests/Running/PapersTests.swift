import ShihyoModel
import Testing

@testable import ShihyoReports

/// Numbers of the papers, typed from the documents and from the files of the fictional city, not from our own output.
struct PapersTests {
  private func printed(_ result: ReportRunner.Result) -> [String: String] {
    Dictionary(result.ledger.map { ($0.id?.spelling ?? "", $0.printed) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `the quarterly paper holds what the documents print`() async throws {
    let figures = printed(try await PublishedTests.run("quarterly"))
    let known = [
      "overview/requests.multiple@FY2023": "2.0", "counts/requests.community@FY2023": "127",
      "counts/requests.centres@FY2023": "252", "counts/multi.registered@2025-09-30": "238",
      "counts/multi.used@2025-09-30": "558", "counts/multi.per-registration@2025-09-30": "2.3",
      "counts/sunday.fy2026@FY2026": "12", "counts/sunday.increase@FY2026": "5", "counts/web.survey@2025-09": "5964",
      "counts/npo.interviewed@FY2024": "23", "counts/npo.willing@FY2024": "8", "counts/npo.willing.share@FY2024": "35",
      "rates/rate@FY2023,区分=全体,施設=市民センター": "22.8", "rates/rate@FY2023,区分=有償,施設=市民センター": "15.9",
      "rates/rate@FY2023,区分=全体,施設=生涯学習センター": "24.2", "rates/rate@FY2023,区分=有償,施設=生涯学習センター": "25.5",
      "age/centre.age@undated,年齢区分=29歳以下": "0.9", "age/centre.age@undated,年齢区分=30～50歳": "27.7",
      "age/centre.age@undated,年齢区分=60歳以上": "71.4", "age/centre.age@undated,年齢区分=total": "100.0",
      "rates/rate@FY2025Q2,区分=全体,施設=市民センター": "",
    ]
    for (id, text) in known { #expect(figures["quarterly/" + id] == text, "\(id)") }
  }

  @Test func `the meeting paper holds 132 = 13, 118 and 1 and the matrix 3, 7, 1, 0`() async throws {
    let figures = printed(try await PublishedTests.run("meeting"))
    let known = [
      "overview/issues.all@2024-11": "132", "overview/issues.rank3@2024-11": "13",
      "overview/issues.rank2@2024-11": "118",
      "overview/issues.rank1@2024-11": "1", "overview/issues.rank3.share@2024-11": "9.8",
      "overview/issues.rank2.share@2024-11": "89.4", "overview/issues.rank1.share@2024-11": "0.8",
      "groups/ranks.count@2024-11,group=局等": "88", "groups/ranks.complete@2024-11,group=局等": "11.4",
      "groups/ranks.count@2024-11,group=区役所": "44", "groups/ranks.complete@2024-11,group=区役所": "6.8",
      "appendix-1/ranks.count@2024-11,group=局等,局名=教委": "8",
      "appendix-2/count@2025-12,インパクト=高,緊急度=高": "3", "appendix-2/count@2025-12,インパクト=高,緊急度=低": "7",
      "appendix-2/count@2025-12,インパクト=低,緊急度=高": "1", "appendix-2/count@2025-12,インパクト=低,緊急度=低": "0",
    ]
    for (id, text) in known { #expect(figures["meeting/" + id] == text, "\(id)") }
  }

  @Test func `the fictional paper takes the last whole quarter and says that it is fictional`() async throws {
    let result = try await PublishedTests.run("quarterly-mihon")
    #expect(result.run.period?.machineSpelling == "FY2025Q2")
    #expect(result.document.notice?.ja == "架空データ")
    #expect(result.ledgerCSV.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",架空データ") })
    let rate = try #require(result.ledger.first { $0.id?.metric == "use.rate.all" })
    let (numerator, denominator) = (try #require(rate.numerator), try #require(rate.denominator))
    #expect(Rational(numerator, over: denominator).map { $0 * Rational(100) } == rate.exactValue)
  }

  @Test func `a parameter narrows every figure, and a misspelt one is refused`() async throws {
    let all = try await PublishedTests.run("quarterly-mihon")
    let ward = try await PublishedTests.run("quarterly-mihon", settings: ["ward": "甲区"])
    let ids = ward.ledger.compactMap { $0.id?.dimensions["区"] }
    #expect(ids.count == ward.ledger.count && ids.allSatisfy { $0 == "甲区" })
    #expect(ward.ledger.first?.numerator != all.ledger.first?.numerator)
    for settings in [["wrd": "甲区"], ["ward": "無区"]] {
      let failure = await #expect(throws: Findings.self) {
        _ = try await PublishedTests.run("quarterly-mihon", settings: settings)
      }
      #expect(failure?.kind == .usage)
    }
  }

  @Test(arguments: ReportRunRule.examples) func `rules say what to do in both languages`(rule: ReportRunRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
