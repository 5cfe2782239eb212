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

  @Test func `what is not as planned is what a person entered, not a search for words`() async throws {
    let document = try await PublishedTests.run("meeting").document
    let table = try #require(document.tables.first { $0.name == "not-as-planned" })
    #expect(
      table.rows.map { $0.keys.map(\.code) } == [
        ["C2", "(4)先進地視察", "未実施", "未実施の見込み。令和8年度予算に必要経費を計上し、新年度の早い段階で実施する予定", "2025-12"]
      ])
    #expect(table.rows.last?.keys.last?.label.ja == "令和7年12月")
    // 000:30-57 and 000:76-108: thirteen remarks on the wards' strategies, seventeen on the platinum project, each under its heading.
    let remarks = document.tables.filter { $0.name?.hasPrefix("remarks-") == true }
    #expect(
      remarks.map { $0.keyColumns.map(\.label.ja) } == [
        ["順", "意見", "所管", "対応状況（記入欄）"], ["順", "小見出し", "意見", "所管", "対応状況（記入欄）"],
      ])
    #expect(remarks.map(\.rows.count) == [13, 17])
    #expect(remarks.allSatisfy { $0.rows.allSatisfy { $0.keys.suffix(2).allSatisfy(\.code.isEmpty) } })
    #expect(remarks.last?.rows.allSatisfy { !$0.keys[1].code.isEmpty } == true)
    let text = TextRenderer(TextOptions(language: .ja)).render(document)
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth().columns(String($0)) <= 110 })
  }

  /// Texts as printed, typed from known-figures.md, section 1: each stands in the listing with its document and line.
  @Test(arguments: [
    ("127件", "001", "182"), ("252件", "001", "183"), ("0.9%", "001", "372"), ("27.7%", "001", "372"),
    ("71.4%", "001", "372"), ("22.8%", "001", "373"), ("15.9%", "001", "373"), ("24.2%", "001", "606"),
    ("25.5%", "001", "606"), ("74.4歳", "001", "379"), ("238件", "001", "407"), ("558件", "001", "408"),
    ("12館", "001", "403"), ("5館", "001", "403"), ("5,964件", "001", "358"), ("23地域団体", "001", "315"),
    ("8団体", "001", "315"), ("約35%", "001", "315"), ("約300", "001", "307"), ("95社", "001", "306"),
    ("177.6億円", "001", "12"), ("121.9億円", "001", "12"), ("5.3億円", "001", "12"), ("2種類", "001", "256"),
    ("7種類", "001", "256"), ("10名", "001", "258"), ("5名", "001", "258"), ("3名", "001", "178"),
    ("年2回", "001", "465"), ("4回", "001", "465"), ("20%", "002", "284"), ("1%", "002", "284"), ("132", "002", "98"),
    ("13", "002", "98"), ("118", "002", "98"), ("1", "002", "98"), ("半数以上", "001", "375"), ("5名", "001", "538"),
    ("半減", "001", "538"), ("2回", "001", "554"), ("1972年", "001", "564"), ("耐用年数80年", "001", "564"),
    ("5年", "003", "212"), ("開催に至らなかった", "001", "433"), ("2つの駐車場", "004", "286"),
    ("午前8時30分", "004", "286"), ("午後10時", "004", "286"),
  ])
  func `the listing holds every known figure`(printed: String, document: String, line: String) async throws {
    let rows = try await Self.listing.value
    #expect(rows.contains { $0[1] == printed && $0[4] == document && $0[5] == line })
  }

  private static let listing = Task { () throws -> [[String]] in
    let document = try await PublishedTests.run("known-figures").document
    return document.tables.first { $0.name == "figures" }?.rows.map { $0.keys.map(\.code) } ?? []
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
