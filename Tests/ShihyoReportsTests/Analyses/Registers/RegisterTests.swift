import Foundation
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoDefinitions
@testable import ShihyoReports

/// Numbers typed from the documents: 001:53-74 (areas, impact × urgency), 002:126 and 177-184, 002:284, 004:31, 48.
struct RegisterTests {
  static func document(
    _ dataset: String, filter: [Condition] = [], asOf: CalendarDate? = nil, previous: CalendarDate? = nil,
    parts: [RegisterPart] = []
  ) async throws -> (document: ReportDocument, warnings: [Finding]) {
    let package = try DatasetFinder(searchPath: [PublishedTests.root.appending(path: "datasets").path])
      .package(named: dataset)
    let analysis = try RegisterAnalysis(package, filter: filter, parts: parts, asOf: asOf, previous: previous)
    var answers: [ResultTable] = []
    for request in analysis.requests {
      answers += try await LocalEngine(threads: 1).run([request.query], on: request.dataset)
    }
    return try analysis.document(answers)
  }

  private func rows(_ name: String, of document: ReportDocument) -> [String] {
    document.tables.first { $0.name == name }?.rows.map { row in
      (row.keys.map(\.label.ja) + row.figures.map { FigureText($0, language: .ja).body }).joined(separator: "|")
    } ?? []
  }

  @Test func `areas by organisation, in the order of the bodies`() async throws {
    let document = try await Self.document("kitakyushu-issue-registers").document
    #expect(rows("areas", of: document) == ["総務市民局|2|7|2|11", "門司区|8|2|1|11", "小倉南区|5|2|1|8", "計|15|11|4|30"])
  }

  @Test func `impact and urgency of the bureau, with its issues`() async throws {
    let bureau = Condition(column: "組織", comparison: .equal, values: ["総務市民局"])
    let document = try await Self.document("kitakyushu-issue-registers", filter: [bureau]).document
    #expect(
      rows("matrix-1", of: document) == [
        "総務市民局|高|3|B1 B6 B7|7|A2 B2 B3 B4 B5 C1 C2|10", "総務市民局|低|1|A1|0||1", "総務市民局|計|4||7||11",
      ])
    // 3 + 7 + 1 + 0 = 11, and the chart says the same.
    let charts = document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
    #expect(charts.map { $0.series.map { $0.figures.map(\.printed) } } == [[["3", "1"], ["7", "0"]]])
    #expect(charts[0].series[0].details.map(\.ja) == ["B1 B6 B7", "A1"])
  }

  @Test(arguments: [
    ("組織", "企画局", 2), ("Organisation", "企画局", 2), ("organisation", "企画局", 2), ("領域", "A", 4), ("Area", "A", 4),
    ("番号", "B1", 3), ("所属", "企画局", 2),
    // A column of its own comes first: 区分 is the area, whatever else is called so.
    ("区分", "C", 1),
  ])
  func `headings of the printed tables name the columns of a condition`(word: String, value: String, count: Int)
    async throws
  {
    let filter = Condition(column: word, comparison: .equal, values: [value])
    let document = try await Self.document("mihon-issues", filter: [filter]).document
    #expect(document.tables.first { $0.name == "issues" }?.rows.count == count)
  }

  @Test func `what moved is told with the English names of the bodies`() async throws {
    let table = try #require(
      try await Self.document("mihon-issues").document.tables.first { $0.name == "rank-movement" })
    #expect(table.rows.map { $0.keys[2].label.en } == ["Planning Bureau A1, Citizens Bureau A1", "Citizens Bureau B1"])
    #expect(table.rows.map { $0.keys[2].label.ja } == ["企画局 A1、市民局 A1", "市民局 B1"])
  }

  @Test func `a new number is no new issue`() async throws {
    let document = try await Self.document("kitakyushu-issue-registers").document
    #expect(
      rows("numbers", of: document) == [
        "総務市民局|somu-ward-scheme|区政強化のための新たなスキームの検討|令和6年11月|A1（課題レベル）|令和7年12月|B5（課題領域）|格上げ",
        "記載なし|facilities-plan|公共施設マネジメント実行計画の見直し|令和6年8月|B2（課題レベル）|令和6年11月|B4（課題レベル）|番号の変更",
      ])
  }

  @Test func `completion is what was entered, and nothing entered is not zero`() async throws {
    let document = try await Self.document("kitakyushu-issue-registers").document
    // 004 marks A4 and A7 as complete; the other documents mark nothing.
    #expect(
      rows("states", of: document) == [
        "総務市民局|11|0|0|0|0|4|7|…", "門司区|11|2|0|0|0|0|9|18.2", "小倉南区|8|0|0|0|0|0|8|…",
        "計|30|2|0|0|0|4|24|…",
      ])
    // 001: six steps of four issues; C2 is expected not to be done. 004: two issues as a whole.
    #expect(rows("steps", of: document) == ["総務市民局|6|4|1|4|0|1", "門司区|2|2|2|0|0|0", "計|8|6|3|4|0|1"])
    let notes = document.tables.first { $0.name == "ranks" }?.notes.map(\.ja) ?? []
    #expect(notes.contains { $0.contains("総務市民局は11課題のうち1") })
    // 002 ranks 門司 2/6/0 and 小倉南 0/5/0.
    #expect(
      rows("ranks", of: document) == [
        "総務市民局|1|0|1|0|0.0", "門司区|8|2|6|0|25.0", "小倉南区|5|0|5|0|0.0", "計|14|2|12|0|14.3",
      ])
  }

  @Test func `what is not as planned comes out`() async throws {
    let late = rows("not-as-planned", of: try await Self.document("kitakyushu-issue-registers").document)
    #expect(late.count == 1)
    #expect(late[0].hasPrefix("総務市民局|C2|令和7年12月|") && late[0].contains("未実施の見込み"))
  }

  @Test func `plans keep their cells where they were printed`() async throws {
    let document = try await Self.document("kitakyushu-issue-registers").document
    // 001:392-396: four headings, five cells, the label under 第1四半期.
    let plans = document.tables.filter { $0.name?.hasPrefix("plan-") == true && $0.title?.ja.contains(" B6 ") == true }
    #expect(
      plans.first?.keyColumns.dropFirst(4).map(\.label.ja) == [
        "第1四半期（4～6月）", "", "第2四半期（7～9月）", "第3四半期（10～12月）", "第4四半期（1～3月）",
      ])
    #expect(plans.first?.rows[2].keys.dropFirst(4).map(\.code) == ["③", "", "内定者交流会実施", "内定者交流会実施", "内定者交流会実施"])
  }

  @Test func `both readings are kept`() async throws {
    let readings = rows("readings", of: try await Self.document("kitakyushu-issue-registers").document)
    #expect(readings.count == 18)
    #expect(readings.contains("総務市民局|C1|政策分野|一覧|庁舎管理|001:73"))
    #expect(readings.contains("総務市民局|C1|政策分野|頁|公マネ|001:558"))
  }

  @Test func `the fictional register moves between two dates`() async throws {
    let document = try await Self.document("mihon-issues").document
    #expect(document.notice?.ja == "架空データ")
    #expect(
      rows("state-movement", of: document) == [
        "実施中|完了|企画局 A1、市民局 A1|2", "実施中|遅れ|企画局 B1|1", "未実施|実施中|市民局 B1|1", "実施中|保留|甲区 A1|1",
      ])
    #expect(rows("rank-movement", of: document) == ["ランク2|ランク3|企画局 A1、市民局 A1|2", "ランク1|ランク2|市民局 B1|1"])
    #expect(rows("numbers", of: document).map { $0.split(separator: "|").last } == ["格上げ", "番号の変更", "格下げ"])
    // 保留 is a word without a class.
    #expect(rows("states", of: document).contains("甲区|2|0|0|0|0|1|1|0.0"))
  }

  @Test func `an earlier date shows what was entered then`() async throws {
    let june = try #require(CalendarDate(year: 2025, month: 6, day: 30))
    let document = try await Self.document("mihon-issues", asOf: june).document
    #expect(rows("states", of: document).last == "計|8|0|5|0|1|2|0.0")
    #expect(rows("state-movement", of: document).isEmpty)
  }

  @Test func `what a later document says is not shown at an earlier date`() async throws {
    let (april, august) = (CalendarDate(year: 2024, month: 4, day: 30), CalendarDate(year: 2025, month: 8, day: 31))
    let early = try await Self.document("mihon-issues", asOf: april)
    #expect(early.warnings.map(\.code).first == "register.before-entries")
    let (then, now) = (try await Self.document("mihon-issues", asOf: august), try await Self.document("mihon-issues"))
    for document in [early.document, then.document] {
      #expect(rows("progress", of: document) == [] && rows("not-as-planned", of: document) == [])
    }
    #expect(rows("progress", of: now.document).count == 3 && rows("not-as-planned", of: now.document).count == 1)
    // People had entered states in June.
    #expect(!then.warnings.contains { $0.code == "register.before-entries" })
    let alone = try await Self.document("mihon-issues", asOf: august, parts: [.progress])
    #expect(alone.document.tables.isEmpty && alone.warnings.map(\.code).first == "register.before-entries")
    #expect(alone.warnings.first?.hint.ja.contains("令和7年9月末") == true)
  }

  /// Entries are of 30 June and 30 September 2025: five issues moved between them.
  @Test(arguments: [(2027, 8, 31, true), (2025, 10, 15, true), (2025, 9, 30, false)])
  func `a date behind the entries compares them with those before`(
    year: Int, month: Int, day: Int, isBeyond: Bool
  ) async throws {
    let asOf = try #require(CalendarDate(year: year, month: month, day: day))
    let (document, warnings) = try await Self.document("mihon-issues", asOf: asOf)
    let newest = try await Self.document("mihon-issues").document
    #expect(rows("state-movement", of: document) == rows("state-movement", of: newest))
    #expect(rows("state-movement", of: document).first == "実施中|完了|企画局 A1、市民局 A1|2")
    let codes = warnings.map(\.code)
    #expect(codes.contains("register.after-entries") == isBeyond, "\(codes)")
    #expect(warnings.allSatisfy { $0.code != "register.after-entries" || $0.hint.ja.contains("令和7年9月末") })
  }

  @Test func `between the entries nothing stands before the first`() async throws {
    let august = try #require(CalendarDate(year: 2025, month: 8, day: 31))
    let (document, warnings) = try await Self.document("mihon-issues", asOf: august)
    #expect(rows("states", of: document).last == "計|8|0|5|0|1|2|0.0")
    #expect(rows("state-movement", of: document).isEmpty && !warnings.contains { $0.code == "register.after-entries" })
    #expect(rows("rank-movement", of: document).isEmpty)
  }

  @Test func `an issue with one number is not said to have kept it`() async throws {
    func note(_ dataset: String) async throws -> String? {
      try await Self.document(dataset).document.tables.first { $0.name == "numbers" }?.notes.first?.ja
    }
    // 8 issues of 門司 and 5 of 小倉南 stand in two documents, 16 in one.
    #expect(try await note("kitakyushu-issue-registers")?.hasPrefix("番号の変わらない課題：13。") == true)
    #expect(try await note("kitakyushu-issue-registers")?.hasSuffix("：16") == true)
    #expect(try await note("mihon-issues")?.hasPrefix("番号の変わらない課題：1。") == true)
  }

  @Test func `a body is found by its abbreviation, and nothing found is said`() async throws {
    func filtered(_ value: String) async throws -> ReportDocument {
      let condition = Condition(column: "所属", comparison: .equal, values: [value])
      return try await Self.document("mihon-issues", filter: [condition]).document
    }
    #expect(rows("areas", of: try await filtered("企画")).first == "企画局|1|1|0|2")
    let failure = await #expect(throws: Findings.self) { try await filtered("存在しない局") }
    #expect(failure?.findings.map(\.code) == ["register.nothing-matched"])
  }

  @Test func `a previous date is earlier`() async throws {
    let (june, september) = (CalendarDate(year: 2025, month: 6, day: 30), CalendarDate(year: 2025, month: 9, day: 30))
    let failure = await #expect(throws: Findings.self) {
      try await Self.document("mihon-issues", asOf: june, previous: september)
    }
    #expect(failure?.findings.map(\.code) == ["register.previous-not-earlier"])
  }

  @Test func `unchanged issues are counted, and English has English names and dates`() async throws {
    let document = try await Self.document("mihon-issues").document
    let table = try #require(document.tables.first { $0.name == "state-movement" })
    // 市民局 A2 stayed at 実施中.
    #expect(table.notes.map(\.ja) == ["変わらない課題：1"])
    #expect(table.title?.en == "Movement of progress (30 Jun 2025 to 30 Sep 2025)")
    let headings = table.keyColumns.map(\.label.en) + table.valueColumns.map(\.label.en)
    #expect(headings == ["Before", "Now", "Which", "Issues"])
    #expect(document.tables.first { $0.name == "areas" }?.rows.first?.keys.first?.label.en == "Planning Bureau")
    for name in ["issues", "progress-differences"] {
      for key in document.tables.first(where: { $0.name == name })?.rows.compactMap(\.keys.first) ?? [] {
        #expect(key.label.ja == key.code && key.label.en.hasSuffix("Bureau") || key.label.en.hasSuffix("Ward"))
      }
    }
    let titles = document.blocks.compactMap { if case .chart(let chart) = $0 { chart.title.en } else { nil } }
    #expect(titles.contains("Impact × urgency (Citizens Bureau)"))
  }

  @Test func `what is not declared is named and is no highest rank`() throws {
    let columns: [RegisterDefinition.Table: RegisterDefinition.Columns] = [
      .issues: RegisterDefinition.Columns(resource: "issues", names: [.area: "区分"]),
      .states: RegisterDefinition.Columns(resource: "states", names: [.rank: "段階"]),
    ]
    func row(_ id: String, _ cells: [RegisterDefinition.Role: String]) -> RegisterRow {
      RegisterRow(cells: cells.merging([.id: id]) { first, _ in first }, place: Place(file: "x.csv", line: 2))
    }
    let profile = CityProfile(
      name: "p", title: Bilingual(ja: "市", en: "City"), groups: [],
      bodies: [CityProfile.Body(id: "a", name: "企画局", abbreviations: [], group: nil)])
    var definition = RegisterDefinition()
    definition.tables = columns
    let doubts = RegisterDoubts(
      definition,
      rows: [
        .issues: [row("a", [.area: "Z", .organisation: "謎局", .number: "A1"])],
        .states: [row("a", [.rank: "9"])],
        .numbers: [
          row("a", [.number: "A1", .asOf: "令和6年9月末"]), row("a", [.number: "C9", .asOf: "令和7年9月末"]),
          row("ghost-id", [.number: "A2", .asOf: "令和7年9月末"]),
        ],
      ], declared: [.area: ["A", "B", "C"], .rank: ["3", "2", "1"]], profile: profile, isFiltered: false)
    #expect(
      doubts.findings.map { "\($0.code) \($0.text ?? "")" } == [
        "register.undeclared-value Z", "register.undeclared-value 9", "register.unknown-body 謎局",
        "register.number-differs C9", "register.number-of-no-issue ghost-id",
      ])
    #expect(doubts.findings.allSatisfy { $0.place.line == 2 })
  }

  @Test func `a dataset without roles is refused`() throws {
    let finder = DatasetFinder(searchPath: [PublishedTests.root.appending(path: "datasets").path])
    let package = try finder.package(named: "kitakyushu-requests")
    #expect(throws: Findings.self) { try RegisterAnalysis(package) }
  }

  @Test(arguments: RegisterRule.examples) func `rules say what to do`(rule: RegisterRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
    #expect(rule.code.hasPrefix("register."))
  }
}
