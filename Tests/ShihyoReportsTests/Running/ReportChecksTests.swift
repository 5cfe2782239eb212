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
    "      - rows: {dataset: use, columns: 区, where: 区=申区}",
    "      - list: {dataset: use, keys: 区, where: 区~申区}",
    "      - matrix: {dataset: use, rows: 区, columns: 月, where: 区=甲区|申区}",
    "      - figures: {rows: [{metric: \"users[区=申区]\"}]}",
    "      - movement: {of: \"users[区=申区]\", compare: previous, rose: a, fell: b, unchanged: c, missing: d}",
  ])
  func `a value that no record has is refused in every block`(block: String) async throws {
    let found = try #require(try await WrittenReport(block).findings().first)
    #expect(found.hasPrefix("report.unknown-value 申区 @") && found.contains("あるもの：甲区、乙区"), "\(found)")
  }

  @Test func `a value that nobody has is left out with a warning`() async throws {
    let report = try WrittenReport("      - table: {metrics: users, where: [方法=窓口, 区!=申区]}")
    let warning = try #require(try await report.run().warnings.first)
    #expect(warning.code == "report.unknown-exclusion" && warning.severity == .warning)
    #expect(warning.text == "申区" && warning.hint.ja == "あるもの：甲区、乙区" && warning.place.line != nil)
    #expect(try await WrittenReport("      - table: {metrics: users, where: 区!=甲区}").run().warnings == [])
  }

  @Test(arguments: [
    "list: {dataset: use, keys: 区, where: 人数=99, empty: 該当なし}", "rows: {dataset: use, columns: 区, where: 人数!=77}",
    "list: {dataset: use, keys: 区, where: \"月:quarter=FY2025Q3\", empty: 該当なし}",
    "list: {dataset: use, keys: 区, where: 月=2030-01, empty: 該当なし}",
  ])
  func `that no record has a number or a time is an answer`(block: String) async throws {
    let report = try WrittenReport("      - " + block)
    let result = try await report.run()
    #expect(result.warnings == [])
    #expect(try await report.text().contains(block.hasPrefix("list") ? "該当なし" : "甲区"))
  }

  @Test func `names of persons are not listed`() async throws {
    let block = "      - rows: {dataset: use, columns: 月, where: 区=申区}"
    let found = try await WrittenReport(block, field: #", "shihyo": {"personal": true}"#).findings()
    #expect(found == ["report.unknown-value 申区 @申区 値の書き方を確かめてください（ここに一覧は出しません）"])
  }

  @Test(arguments: [("区=甲", "甲区", 0), ("区!=甲", "甲区", 1), ("区=甲", "乙区", 1), ("区!=甲", "乙区", 0)])
  func `--set and a condition mean bodies, not spellings`(condition: String, ward: String, count: Int) async throws {
    let block = "      - rows: {dataset: use, columns: \"区,月\", where: \(condition)}"
    let report = try WrittenReport(block, field: Self.ofProfile, profile: Self.profile)
    let found = try await report.findings(settings: ["ward": ward])
    #expect(found.count == count, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("report.setting-conflicts \(condition) @甲") })
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

  @Test func `a chart that --set leaves nothing of is left out with a word`() async throws {
    let blocks = """
            - table: {name: post, metrics: users, by: 方法, where: 方法=郵送}
            - chart: {kind: bars, title: 郵送の利用, table: post}
      """
    let report = try WrittenReport(blocks, rows: WrittenReport.twoWards + ["甲区,郵送,2025-04,3"])
    #expect(try await !report.text().contains("描いていない"))
    let result = try await report.run(settings: ["ward": "乙区"])
    #expect(!result.document.blocks.contains { if case .chart = $0 { true } else { false } })
    #expect(try await report.text(settings: ["ward": "乙区"]).contains("図「郵送の利用」は、当たるデータがないので描いていない。"))
  }

  @Test func `a footnote may name the period that the definition has`() async throws {
    let footnotes = "footnotes: [{at: 令和7年度第1四半期, footnote: a}]"
    let block = "      - table: {metrics: users, across: periods, periods: [period], \(footnotes)}"
    let report = try WrittenReport(block, head: "footnotes: {a: b}")
    #expect(try await report.run().document.tables.count == 1)
    #expect(try await report.run(period: "FY2025Q2").document.tables.count == 1)
    let misspelt = try WrittenReport(block.replacing("第1四半期", with: "第3四半期"), head: "footnotes: {a: b}")
    let found = try #require(try await misspelt.findings().first)
    #expect(found.hasPrefix("report.period-not-printed 令和7年度第3四半期 @令和7年度第3四半期 "), "\(found)")
  }

  @Test(arguments: [
    "table: {metrics: users, across: periods, footnotes: [{at: 令和7年度第1四半期, footnote: a}]}",
    "table: {metrics: users, by: 区, periods: last-2, footnotes: [{at: 令和6年度第4四半期, footnote: a}]}",
  ])
  func `what names a period that has gone by says so, and what to do`(block: String) async throws {
    let rows = WrittenReport.twoWards + ["07", "08", "09"].map { "甲区,窓口,2025-\($0),9" }
    let head = "footnotes: {a: b}\n"
    func report(_ period: String) throws -> WrittenReport {
      try WrittenReport("      - " + block, head: head, rows: rows, period: period)
    }
    #expect(try await report("FY2025Q1").run().document.tables.count == 1)
    let found = try #require(try await report("latest-quarter").findings().first)
    #expect(found.hasPrefix("report.period-not-printed 令和"), "\(found)")
    #expect(found.contains("latest-quarter") && found.contains("periods に加えて"), "\(found)")
  }

  @Test(arguments: [
    "table: {metrics: users, where: 人数>=多}", "matrix: {dataset: use, rows: 区, columns: 月, where: 人数=多}",
    "rows: {dataset: use, columns: 区, where: [方法=窓口, 人数<多]}", "sentence: \"数{users[人数=多]}\"",
    "figures: {rows: [{metric: \"users[人数=多]\"}]}",
  ])
  func `a value that cannot be compared is pointed at`(block: String) async throws {
    let report = try WrittenReport("      - " + block)
    let error = await #expect(throws: Findings.self) { try await report.run() }
    #expect(error?.findings.map(\.code) == ["query.condition-value"])
    #expect(error?.findings.first?.place.file == "paper/report.yaml" && error?.findings.first?.place.line == 10)
  }

  @Test func `one of a metric is pointed at in metrics.yaml, once`() async throws {
    let metrics = "  many: {label: 多, kind: count, where: 人数>=多, time: 月}\n"
    let report = try WrittenReport("      - table: {metrics: many, compare: previous}", metrics: metrics)
    let error = await #expect(throws: Findings.self) { try await report.run() }
    #expect(error?.findings.map(\.code) == ["query.condition-value"])
    #expect(error?.findings.first?.place.file?.hasSuffix("use/metrics.yaml") == true)
    #expect(error?.findings.first?.place.line == 4 && error?.findings.first?.place.column == .character(44))
  }

  @Test func `a chart names a period that has gone by`() async throws {
    let blocks = """
            - table: {metrics: users, by: 区, across: periods}
            - chart: {kind: bars, title: 区別, columns: 令和6年度第4四半期}
      """
    let found = try #require(try await WrittenReport(blocks).findings().first)
    #expect(found.hasPrefix("report.period-not-printed 令和6年度第4四半期 @令和6年度第4四半期 "), "\(found)")
  }

  private static func ranks(wardBefore: Bool) -> (files: [String: String], names: [String]) {
    func package(_ name: String, hasWard: Bool) -> String {
      let ward = hasWard ? #", {"name": "区", "type": "string"}"# : ""
      return """
        {"name": "\(name)", "resources": [{"name": "\(name)", "path": "\(name).csv", "schema": {"fields": [
          {"name": "番号", "type": "string"}, {"name": "ランク", "type": "string"}\(ward)]}}]}
        """
    }
    return (
      [
        "old/datapackage.json": package("old", hasWard: wardBefore),
        "now/datapackage.json": package("now", hasWard: true),
        "old/old.csv": wardBefore ? "番号,ランク,区\n1,2,甲区\n2,1,乙区\n" : "番号,ランク\n1,2\n2,1\n",
        "now/now.csv": "番号,ランク,区\n1,3,甲区\n2,3,乙区\n",
      ], ["old", "now"]
    )
  }

  @Test func `--set chooses of the earlier list what it chooses of the present one`() async throws {
    let block = "      - ranks: {dataset: now, previous: old, rank: ランク, key: 番号, detail: movement}"
    let both = try WrittenReport(block, more: Self.ranks(wardBefore: true))
    #expect(try await both.findings(settings: ["ward": "甲区"]) == [])
    let one = try WrittenReport(block, more: Self.ranks(wardBefore: false))
    #expect(try await one.findings() == [])
    let found = try await one.findings(settings: ["ward": "甲区"])
    #expect(found.count == 1 && found[0].hasPrefix("descriptor.unknown-field 区 @old "), "\(found)")
  }

  @Test(arguments: ["\"9\"", "9"]) func `a rank that nothing has is pointed at`(rank: String) async throws {
    let block = "      - ranks: {dataset: now, rank: ランク, complete: \(rank)}"
    let found = try await WrittenReport(block, more: Self.ranks(wardBefore: true)).findings()
    #expect(found.count == 1 && found[0].hasPrefix("ranks.unknown-rank"), "\(found)")
    // The place of a quoted word is that of its quotation mark.
    #expect(found[0].contains(rank == "9" ? "@9 " : "@ "), "\(found)")
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
