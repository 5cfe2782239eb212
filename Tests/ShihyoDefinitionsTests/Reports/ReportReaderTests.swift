import ShihyoModel
import Testing

@testable import ShihyoDefinitions

struct ReportReaderTests {
  private func load(_ yaml: String) -> Result<ReportDefinition, Findings> {
    let folder = TemporaryFolder()
    let path = folder.write("paper/report.yaml", yaml)
    return Result { () throws(Findings) in try ReportDefinition.load(path: path) }
  }

  private static let head = """
    title: "{period} の資料"
    datasets: use
    footnotes: {paid: 分母を確認中}
    sections:
      - id: rates
        title: 稼働率
        blocks:

    """

  @Test func `reads sentences, tables and footnotes`() throws {
    let report = try load(
      Self.head + """
              - sentence: "全体{use.rate}、有償{use.rate[区分=有償]@FY2023}、前年同期差{use.rate:year-ago}。{{注}}"
              - table: {metrics: use.rate, by: 区, across: periods, periods: [last-4], footnotes: [{at: 有償, footnote: paid}]}
        """
    ).get()
    #expect(report.name == "paper")
    #expect(report.title.pieces == [.word("period"), .text(" の資料")])
    guard case .sentence(let text)? = report.sections.first?.blocks.first,
      case .table(let table)? = report.sections.first?.blocks.last
    else {
      Issue.record("other blocks: \(report.sections)")
      return
    }
    #expect(text.pieces.first == .text("全体") && text.pieces.last == .text("。{注}"))
    var paid = FigureReference(
      metric: "use.rate", dimensions: [Condition(column: "区分", comparison: .equal, values: ["有償"])],
      period: .fixed(try #require(Period(machineSpelling: "FY2023"))), comparison: nil)
    // The placeholder, not the start of its sentence.
    paid.place = Place(file: text.place.file, line: 8, column: .character(35))
    #expect(text.pieces.contains(.figure(paid)))
    #expect(table.periods == [.last(4)])
    #expect(table.footnotes.map(\.at) == ["有償"] && table.footnotes.map(\.footnote) == ["paid"])
    #expect(table.footnotes.map(\.place.line) == [9])
  }

  @Test(arguments: [
    ("      - sentense: x", "descriptor.unknown-key", 8),
    ("      - sentence: \"{use rate}\"", "report.bad-placeholder", 8),
    ("      - sentence: \"{use.rate\"", "report.open-placeholder", 8),
    ("      - sentence: \"｛use.rate｝\"", "report.wide-braces", 8),
    ("      - sentence: \"{use.rate｝\"", "report.wide-braces", 8),
    ("      - sentence: \"率は｛use.rate:year-ago}\"", "report.wide-braces", 8),
    ("      - table: {title: \"{monthes}\", metrics: use.rate}", "report.unknown-word", 8),
    ("      - rows: {dataset: use, columns: \"a,b\", headings: [甲]}", "report.headings-differ", 8),
    ("      - table: {metric: use.rate}", "descriptor.unknown-key", 8),
    ("      - table: {metrics: use.rate, periods: 去年}", "report.bad-period", 8),
    ("      - table: {metrics: use.rate, footnotes: [{at: 有償, footnote: pid}]}", "report.unknown-footnote", 8),
    ("      - sentence: x\n        table: {metrics: use.rate}", "report.one-kind-per-block", 8),
    ("      - movement: {of: use.rate, compare: last-year}", "descriptor.unknown-value", 8),
    ("      - sentence: x\n      - sentence: y\n  - id: rates\n    title: 再び", "descriptor.duplicate-name", 10),
  ])
  func `names what is wrong with its line`(block: String, code: String, line: Int) throws {
    let problems = try load(Self.head + block + "\n").get().problems
    #expect(problems.map(\.code).contains(code), "\(problems.map(\.code))")
    #expect(problems.first { $0.code == code }?.place.line == line)
  }

  @Test func `words in full-width braces, and columns in a list, are taken`() throws {
    let text = "      - sentence: \"注は｛別表｝のとおり\"\n      - list: {dataset: use, keys: [区分, 月]}"
    let report = try load(Self.head + text + "\n").get()
    #expect(report.problems.isEmpty)
    guard case .list(let list)? = report.sections.first?.blocks.last else {
      Issue.record("no list")
      return
    }
    #expect(list.keys.map(\.machineName) == ["区分", "月"])
  }

  @Test(arguments: [
    ("- table: {metrics: [use.rate, use.rate]}", "report.entry-twice", "「metrics」に「use.rate」", 37),
    ("- table: {metrics: use.rate, periods: [FY2025Q2, 令和7年度第2四半期]}", "report.entry-twice", "令和7年度第2四半期", 56),
    ("- table: {metrics: use.rate, periods: [period, latest-quarter]}", "report.entry-twice", "latest-quarter", 54),
    ("- table: {metrics: use.rate, compare: [previous, previous]}", "report.entry-twice", "previous", 56),
    ("- changes: {since: last-edition, metrics: [use, use]}", "report.entry-twice", "「use」", 55),
    ("- table: {metrics: []}", "descriptor.empty-value", "metrics", 26),
    ("- table: {metrics: use.rate, periods: []}", "descriptor.empty-value", "periods", 45),
    ("- changes: {since: last-edition, metrics: []}", "descriptor.empty-value", "metrics", 49),
    ("- figures: {rows: []}", "descriptor.empty-value", "rows", 25),
    ("- table: {metrics: use.rate, title: \"　\"}", "descriptor.empty-value", "title", 43),
    (
      "- table: {name: a, metrics: use.rate}\n      - rows: {name: a, dataset: use, columns: 区}", "report.table-twice",
      "a", 22
    ),
    ("- table: {metrics: use.rate}\n      - table: {name: rates, metrics: use.rate}", "report.table-twice", "rates", 9),
    (
      "- chart: {kind: bars, title: a}\n      - chart: {kind: bars, title: a, name: rates-chart}", "report.table-twice",
      "rates-chart", 9
    ),
  ])
  func `what says nothing or says it twice is refused`(block: String, code: String, words: String, character: Int)
    throws
  {
    let report = try load(Self.head + "      " + block + "\n").get()
    #expect(report.problems.map(\.code) == [code], "\(report.problems.map(\.message.ja))")
    #expect(report.problems.first?.message.ja.contains(words) == true)
    #expect(report.problems.first?.place.column == .character(character), "\(report.problems.map(\.place))")
  }

  @Test func `two tables without a name, and what is the same only in parts, are fine`() throws {
    let blocks = [
      "table: {metrics: [use.rate, use.rate.paid], periods: [last-4, period, previous]}", "table: {metrics: use.rate}",
      "chart: {kind: bars, title: a, table: rates}", "rows: {name: b, dataset: use, columns: 区}",
    ]
    let report = try load(Self.head + blocks.map { "      - \($0)\n" }.joined()).get()
    #expect(report.problems.isEmpty, "\(report.problems.map(\.message.ja))")
  }

  @Test func `empty titles and datasets that stand twice are refused at their place`() throws {
    let text = "title: \"\"\ndatasets: [use, use]\nsections:\n  - id: a\n    title: ''\n    blocks: []\n"
    let found = try load(text).get()
    #expect(found.problems.map(\.code) == ["descriptor.empty-value", "report.entry-twice", "descriptor.empty-value"])
    #expect(found.problems.map(\.place.line) == [1, 2, 5] && found.datasets == ["use"])
    #expect(try load("title: a\ndatasets: []\nsections: []\n").get().problems.map(\.place.line) == [3])
  }

  @Test func `a footnote that nothing refers to is warned of`() throws {
    let table = "      - table: {metrics: use.rate, footnotes: [{at: 有償, footnote: paid}]}\n"
    #expect(try load(Self.head + table).get().warnings == [])
    let figures = "      - figures: {rows: [{metric: use.rate, footnotes: paid}]}\n"
    #expect(try load(Self.head + figures).get().warnings == [])
    let unused = try load(Self.head + "      - sentence: x\n").get()
    #expect(unused.problems.isEmpty && unused.warnings.map(\.code) == ["report.unused-footnote"])
    #expect(unused.warnings.first?.place.line == 3 && unused.warnings.first?.place.column == .character(13))
    // Beside an error nothing is said: the block that is wrong may be the one that refers to it.
    #expect(try load(Self.head + "      - tabel: x\n").get().warnings == [])
    #expect(
      try load(Self.head.replacing("分母を確認中", with: "\"\"") + table).get().problems.map(\.code) == [
        "descriptor.empty-value"
      ])
  }

  @Test(arguments: [
    ("      - sentence: \"率は{use.rate:yearago}\"", "use.rate:year-ago", 8, 22),
    ("      - sentence: >\n          率は\n          {use.rate@last6:trend}", "use.rate@last-6:trend", 10, 11),
    ("      - table: {metrics: use.rate, periods: FY2025Q5}", "FY2025Q4", 8, 45),
    ("      - table: {metrics: use.rate, periods: latest-quater}", "latest-quarter", 8, 45),
  ])
  func `names what was meant, where it stands`(block: String, meant: String, line: Int, character: Int) throws {
    let found = try #require(try load(Self.head + block + "\n").get().problems.first)
    #expect(found.hint.en.contains(meant), "\(found.hint.en)")
    #expect(found.place.line == line && found.place.column == .character(character), "\(found.place)")
  }

  @Test func `findings are in the order of the file`() throws {
    let report = try load(Self.head + "      - tabel: {}\n      - sentence: \"{\"\ntitel: x\n").get()
    let lines = report.problems.compactMap(\.place.line)
    #expect(lines.count >= 3 && lines == lines.sorted())
  }

  @Test func `tells all findings of a file at once`() throws {
    let report = try load(Self.head + "      - sentence: \"{\"\n      - tabel: {}\ntitel: x\n").get()
    #expect(report.problems.count >= 3)
  }

  @Test(arguments: [
    ("FY2025Q2", "FY2025Q2"), ("令和7年度第2四半期", "FY2025Q2"), ("2025-09", "2025-09"), ("令和5年度", "FY2023"),
  ])
  func `reads periods in every spelling`(text: String, spelling: String) throws {
    #expect(PeriodReference(text) == .fixed(try #require(Period(machineSpelling: spelling))))
  }

  @Test(arguments: ReportRule.examples) func `rules say what to do in both languages`(rule: ReportRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
