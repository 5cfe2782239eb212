import Foundation
import ShihyoModel
import Testing

@testable import ShihyoReports

/// What a definition names and the data do not have: found in every kind of block, and pointed at.
struct ReportChecksTests {
  private static let profile = """
    {"name": "city", "title": {"ja": "市", "en": "City"}, "groups": [{"id": "区役所", "label": {"ja": "区役所", "en": "Wards"}}],
     "bodies": [{"name": "甲区", "abbreviations": ["甲"], "group": "区役所"},
      {"name": "乙区", "abbreviations": ["乙"], "group": "区役所"},
      {"name": "丙区", "abbreviations": ["丙"], "group": "区役所"}]}
    """
  private static let ofProfile = #", "shihyo": {"profile": "city"}"#

  @Test(arguments: [
    #"      - sentence: "{users[区=申区]}""#, "      - table: {metrics: users, where: 区=申区}",
    "      - table: {metrics: users, where: [方法=窓口, 区!=申区]}", "      - rows: {dataset: use, columns: 区, where: 区=申区}",
    "      - list: {dataset: use, keys: 区, where: 区~申区}",
    "      - matrix: {dataset: use, rows: 区, columns: 月, where: 区=甲区|申区}",
    "      - figures: {rows: [{metric: \"users[区=申区]\"}]}",
    "      - movement: {of: \"users[区=申区]\", compare: previous, rose: a, fell: b, unchanged: c, missing: d}",
  ])
  func `a value that no record has is refused in every block`(block: String) async throws {
    let found = try #require(try await WrittenReport(block).findings().first)
    #expect(found.hasPrefix("report.unknown-value 申区 @") && found.contains("あるもの：甲区、乙区"), "\(found)")
  }

  @Test func `the value itself is pointed at`() async throws {
    let blocks = """
            - table:
                name: a
                metrics: users
                where: [方法=窓口, 区=甲区|申区]
      """
    #expect(try await WrittenReport(blocks).findings() == ["report.unknown-value 申区 @申区 あるもの：甲区、乙区"])
    let one = "      - rows: {dataset: use, columns: 区, where: 区=甲}"
    #expect(try await WrittenReport(one).findings() == ["report.unknown-value 甲 @甲 「甲区」ではありませんか"])
  }

  @Test func `a declared value without a record is legitimate`() async throws {
    let blocks = """
            - list: {dataset: use, keys: 月, where: 区=丙区, empty: なし}
            - table: {name: b, metrics: users, where: 区=丙区}
            - list: {dataset: use, keys: 月, where: 区=, empty: なし}
      """
    let text = try await WrittenReport(blocks, field: #", "categories": ["甲区", "乙区", "丙区"]"#).text()
    #expect(text.contains("なし") && text.contains("…"))
    #expect(try await WrittenReport(blocks, field: Self.ofProfile, profile: Self.profile).text().contains("…"))
  }

  @Test func `records are found by any name of the body, figures by the one that they have`() async throws {
    let rows = "      - rows: {dataset: use, columns: \"区,月\", where: 区=甲}"
    let report = try WrittenReport(rows, field: Self.ofProfile, profile: Self.profile)
    #expect(try await report.run().document.tables[0].rows.count == 3)
    let table = "      - table: {metrics: users, where: 区=甲}"
    let found = try await WrittenReport(table, field: Self.ofProfile, profile: Self.profile).findings()
    #expect(found == ["report.unknown-value 甲 @甲 「甲区」ではありませんか"])
  }

  @Test(arguments: [
    ("by: 区分", "区分"), ("across: 方方", "方方"), ("by: \"区,月日\"", "月日"), ("where: 区区=甲区", "区区"), ("metrics: user", "user"),
  ])
  func `a wrong name is pointed at, not the block`(key: String, word: String) async throws {
    let blocks = "      - table:\n          name: a\n" + (key.hasPrefix("metrics") ? "" : "          metrics: users\n")
    let found = try await WrittenReport(blocks + "          " + key).findings()
    #expect(found.count == 1 && found[0].contains(" \(word) @\(word) "), "\(found)")
  }

  @Test(arguments: [
    "      - sentence: \"{users[区=甲区]}\"", "      - table: {metrics: users, where: 区=甲区}",
    "      - list: {dataset: use, keys: 月, where: 区!=乙区}",
  ])
  func `what --set leaves nothing of is refused`(block: String) async throws {
    let report = try WrittenReport(block)
    let found = try await report.findings(settings: ["ward": "乙区"])
    #expect(found.count == 1 && found[0].hasPrefix("report.setting-conflicts 区"), "\(found)")
    #expect(try await report.findings(settings: block.contains("!=") ? ["ward": "甲区"] : [:]) == [])
  }

  @Test func `what --set agrees with is printed`() async throws {
    let report = try WrittenReport("      - sentence: \"{users[区=甲区]}人\"")
    #expect(try await report.text(settings: ["ward": "甲区"]).contains("63人"))
  }

  @Test(arguments: [
    ("profile: tokyo", "      - sentence: a", "profile.not-found tokyo @tokyo"),
    (
      "footnotes: {a: b}", "      - table: {metrics: users, by: 区, footnotes: [{at: 申区, footnote: a}]}",
      "report.unknown-row-or-column 申区 @申区 印刷されるとおりに書いてください。あるもの：利用者数、"
    ),
    (
      "", "      - table: {name: t, metrics: users, by: 区}\n      - chart: {kind: bars, title: a, rows: [甲]}",
      "report.unknown-row-or-column 甲 @甲 「甲区」ではありませんか"
    ),
    (
      "", "      - table: {name: t, metrics: users, by: 区}\n      - chart: {kind: bars, title: a, table: tt}",
      "report.unknown-table tt @tt"
    ),
  ])
  func `what a block names of the paper is checked`(head: String, block: String, expected: String) async throws {
    let found = try await WrittenReport(block, head: head).findings()
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test func `a chart of nothing is said to be one`() async throws {
    let blocks = """
            - table: {name: none, metrics: users, by: 方法, where: 区=丙区}
            - chart: {kind: bars, title: a, rows: [窓口]}
      """
    let found = try await WrittenReport(blocks, field: #", "categories": ["甲区", "乙区", "丙区"]"#).findings()
    #expect(found.count == 1 && found[0].hasPrefix("report.nothing-to-draw none"), "\(found)")
  }

  @Test func `with --set a footnote's row may be gone`() async throws {
    let block = "      - table: {metrics: users, by: 区, footnotes: [{at: 乙区, footnote: a}]}"
    let report = try WrittenReport(block, head: "footnotes: {a: b}")
    #expect(try await report.findings(settings: ["ward": "甲区"]) == [])
    #expect(try await report.findings() == [])
  }

  @Test(arguments: [
    (Language.ja, "{period}({months})の利用", "令和7年度第1四半期(4～6月)の利用"),
    (.en, "{period} ({months}) use", "FY2025 Q1 (Apr–Jun 2025) use"),
    (.en, "{period}({months})", "FY2025 Q1 (Apr–Jun 2025)"),
    (.en, "Months: {months}", "Months: Apr–Jun"),
  ])
  func `the months of a period are said once`(language: Language, sentence: String, expected: String) async throws {
    let report = try WrittenReport("      - sentence: \"\(sentence)|{users}\"", language: language)
    #expect(try await report.text().contains(expected + "|"))
  }

  @Test func `a paper says which rows of its data it leaves out, and by which rule`() async throws {
    let layout = #", "shihyo": {"subtotals": [{"column": "区", "labels": ["計"]}], "note-rows": ["注"]}"#
    let rows = WrittenReport.twoWards + ["計,窓口,2025-04,30", "計,窓口,2025-05,33", "注 速報,,,"]
    let blocks = "      - sentence: \"{users}人\""
    let text = try await WrittenReport(blocks, rows: rows, layout: layout).text().replacing("\n", with: "")
    #expect(text.contains("98人"))
    #expect(text.contains("表の9行のうち、計2行（subtotals: 区=計）、注1行（note-rows）を除いて集計した"), "\(text)")
    let english = try await WrittenReport(blocks, rows: rows, layout: layout, language: .en).text()
    #expect(english.contains("2 totals (subtotals: 区=計)"))
    #expect(try await !WrittenReport(blocks).text().contains("除いて"))
  }
}
