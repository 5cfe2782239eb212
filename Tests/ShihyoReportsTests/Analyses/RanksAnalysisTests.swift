import ShihyoModel
import ShihyoReports
import Testing

/// The rank list of 002:104-260: 132 = 13/118/1, by bureau as known-figures.md, section 2, prints it.
@Suite struct RanksAnalysisTests {
  /// Body, group, issues.
  static let bureaus: [(String, String, Int)] = [
    ("会計", "局等", 3), ("危機", "局等", 3), ("デジ", "局等", 5), ("技監", "局等", 3), ("政策", "局等", 3), ("総務", "局等", 4),
    ("財変", "局等", 5), ("保福", "局等", 3), ("子家", "局等", 4), ("環境", "局等", 1), ("産経", "局等", 8), ("創造", "局等", 5),
    ("戦略", "局等", 5), ("整備", "局等", 4), ("港湾", "局等", 4), ("門司", "区役所", 8), ("小北", "区役所", 5), ("小南", "区役所", 5),
    ("若松", "区役所", 6), ("八東", "区役所", 8), ("八西", "区役所", 5), ("戸畑", "区役所", 7), ("消防", "局等", 2), ("上下", "局等", 4),
    ("交通", "局等", 3), ("競技", "局等", 2), ("議会", "局等", 2), ("教委", "局等", 8), ("行委", "局等", 7),
  ]
  static let complete: Set<String> = [
    "子家1", "環境1", "産経2", "戦略2", "港湾3", "門司4", "門司7", "小北3", "教委2", "教委4", "行委2", "行委3", "行委4",
  ]

  static let engine = PlainEngine(
    ["局名", "区分", "番号", "ランク"],
    bureaus.flatMap { name, group, issues in
      (1...issues).map { number in
        let issue = "\(name)\(number)"
        return [name, group, String(number), complete.contains(issue) ? "3" : issue == "八東8" ? "1" : "2"]
      }
    })
  static let order = BodyOrder(bureaus.map { BodyOrder.Body(name: $0.0, group: $0.1) })

  func document(_ analysis: RanksAnalysis, _ engine: PlainEngine = engine) throws -> ReportDocument {
    try analysis.document(engine.run(analysis.queries), input: "a.csv")
  }

  @Test(arguments: [(0, ["10", "89", "1"]), (1, ["9.8", "89.4", "0.8"]), (2, ["9.85", "89.39", "0.76"])])
  func `gives the overall distribution`(_ digits: Int, _ shares: [String]) throws {
    let document = try document(RanksAnalysis(rank: "ランク", digits: digits))
    let table = try #require(document.tables.first)
    #expect(document.tables.count == 1)
    #expect(table.rows.map(\.figures[0].plain) == ["13", "118", "1", "132"])
    #expect(table.rows.prefix(3).map(\.figures[1].plain) == shares)
    #expect(table.rows.map { $0.keys[0].label.ja } == ["ランク3", "ランク2", "ランク1", "計"])
    // They add up to 100 without being moved, so nothing is noted.
    #expect(table.notes.isEmpty)
    #expect(document.notes.first?.ja == "全数のため区間なし。")
  }

  @Test func `counts one rank in three spellings once`() throws {
    let engine = PlainEngine(["ランク"], [["２"], ["ランク2"], ["2"], ["3"]])
    let table = try #require(try document(RanksAnalysis(rank: "ランク", complete: "ランク3"), engine).tables.first)
    #expect(table.rows.map { $0.keys[0].label.ja } == ["ランク3", "ランク2", "計"])
    #expect(table.rows.map(\.figures[0].plain) == ["1", "3", "4"])
  }

  @Test(arguments: [true, false])
  func `gives bodies, groups and total`(_ groupIsColumn: Bool) throws {
    let analysis = RanksAnalysis(
      rank: "ランク", by: GroupKey(column: "局名"), group: groupIsColumn ? GroupKey(column: "区分") : nil,
      bodies: groupIsColumn ? nil : Self.order)
    let table = try #require(try document(analysis).tables.last)
    #expect(table.valueColumns.map(\.name) == ["count", "ランク=3", "ランク=2", "ランク=1", "share(ランク=3)"])
    let rows = table.plainRows
    #expect(rows.contains("局等 total 88 10 78 0 11.4"))
    #expect(rows.contains("区役所 total 44 3 40 1 6.8"))
    #expect(rows.last == "total  132 13 118 1 9.8")
    #expect(table.rows.filter { $0.kind == .body }.count == 29)
    #expect(rows.prefix(3) == ["局等 会計 3 0 3 0 0.0", "局等 危機 3 0 3 0 0.0", "局等 デジ 5 0 5 0 0.0"])
    let wards = [
      "門司 8 2 6 0 25.0", "小北 5 1 4 0 20.0", "小南 5 0 5 0 0.0", "若松 6 0 6 0 0.0", "八東 8 0 7 1 0.0", "八西 5 0 5 0 0.0",
      "戸畑 7 0 7 0 0.0",
    ]
    let first = try #require(rows.firstIndex { $0.hasPrefix("区役所 門司") })
    #expect(Array(rows[first..<first + 7]) == wards.map { "区役所 " + $0 })
    #expect(table.rows.filter { $0.kind == .subtotal }.map { $0.keys[0].code } == ["局等", "区役所"])
  }

  @Test func `works without groups`() throws {
    let table = try #require(
      try document(RanksAnalysis(rank: "ランク", by: GroupKey(column: "局名"))).tables.last)
    #expect(table.keyColumns.map(\.name) == ["局名"])
    #expect(table.rows.count == 30)
    #expect(table.plainRows.last == "total 132 13 118 1 9.8")
  }

  @Test func `orders by the profile and names what does not match`() throws {
    let engine = PlainEngine(["局", "ランク"], [["乙区", "ランク２"], ["謎課", "ランク1"], ["甲", "ランク2"], ["甲区", "ランク1"]])
    let order = BodyOrder([
      BodyOrder.Body(name: "甲区", aliases: ["甲"]), BodyOrder.Body(name: "乙区"), BodyOrder.Body(name: "丙区"),
    ])
    let table = try #require(
      try document(RanksAnalysis(rank: "ランク", by: GroupKey(column: "局"), bodies: order), engine).tables.last)
    #expect(table.plainRows == ["甲 2 1 1 50.0", "乙区 1 1 0 100.0", "謎課 1 0 1 0.0", "total 4 2 2 50.0"])
    #expect(
      table.notes.map(\.en) == [
        "Complete: the share of ランク２.", "Not in the list: 丙区", "Names that the profile does not know (listed last): 謎課",
      ])
  }

  @Test func `shows declared ranks that nothing has reached`() throws {
    var field = Field(name: "ランク", type: .integer)
    field.categories = ["1", "2", "3"].map { Field.Category(value: $0) }
    let analysis = RanksAnalysis(
      rank: "ランク", by: GroupKey(column: "局"), schema: Schema(fields: [Field(name: "局"), field]))
    let table = try #require(
      try document(analysis, PlainEngine(["局", "ランク"], [["甲", "2"], ["甲", "1"]])).tables.last)
    #expect(table.plainRows == ["甲 2 0 1 1 0.0", "total 2 0 1 1 0.0"])
  }

  @Test func `counts what has no rank, and never guesses what is complete`() throws {
    let engine = PlainEngine(["局", "状況"], [["甲", "完了"], ["甲", "作業中"], ["乙", ""]])
    var analysis = RanksAnalysis(rank: "状況", by: GroupKey(column: "局"))
    let plain = try #require(try document(analysis, engine).tables.last)
    #expect(plain.valueColumns.map(\.name) == ["count", "状況=完了", "状況=作業中", "状況="])
    analysis.complete = "完了"
    let table = try #require(try document(analysis, engine).tables.last)
    #expect(table.plainRows == ["甲 2 1 1 0 50.0", "乙 1 0 0 1 0.0", "total 3 1 1 1 33.3"])
    analysis.complete = "済"
    let error = #expect(throws: Findings.self) { try document(analysis, engine) }
    #expect(error?.findings.map(\.code) == ["ranks.unknown-rank"])
  }
}
