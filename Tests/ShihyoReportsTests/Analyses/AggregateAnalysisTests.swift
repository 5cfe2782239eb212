import ShihyoModel
import ShihyoReports
import Testing

@Suite struct AggregateAnalysisTests {
  static let engine = PlainEngine(
    ["区", "件数", "金額"],
    [
      ["門司", "3", "1.50"], ["小倉北", "10", "2.25"], ["門司", "4", "－"], ["門司", "x", "0.1"], ["戸畑", "x", "…"],
      ["戸畑", "x", "－"],
    ])

  func document(_ analysis: AggregateAnalysis) throws -> ReportDocument {
    try analysis.document(Self.engine.run(analysis.queries), input: "a.csv")
  }

  @Test func `gives every measure of each group`() throws {
    let half = ExactDecimal(coefficient: 5, decimals: 1)
    let measures: [Measure] = [
      .count, .primitive(.countValues("件数")), .primitive(.sum("件数")), .mean("件数"), .median("件数"),
      .quantile(probability: half, column: "件数"), .primitive(.min("件数")), .primitive(.max("件数")), .distinct("件数"),
    ]
    let analysis = try AggregateAnalysis(keys: [GroupKey(column: "区")], columns: measures.map { .measure($0) })
    let table = try #require(try document(analysis).tables.first)
    #expect(
      table.plainRows == [
        "門司 3 2 7 3.5 3.5 3.5 3 4 2", "小倉北 1 1 10 10.0 10.0 10.0 10 10 1",
        "戸畑 2 0 suppressed suppressed suppressed suppressed suppressed suppressed 0",
      ])
    #expect(
      table.valueColumns.map(\.name) == [
        "count", "count(件数)", "sum(件数)", "mean(件数)", "median(件数)", "quantile(0.5,件数)", "min(件数)", "max(件数)",
        "distinct(件数)",
      ])
  }

  @Test func `marks what was left out, with its reason`() throws {
    let analysis = try AggregateAnalysis(
      keys: [GroupKey(column: "区")], columns: [.measure(.primitive(.sum("金額"))), .measure(.mean("金額"))])
    let rows = try #require(try document(analysis).tables.first).rows
    let moji = rows[0].figures
    #expect(moji[0].plain == "1.60")
    #expect(moji[0].marks == .incomplete)
    #expect(moji[0].reasons[.nilCase] == 1)
    #expect(moji[0].n == 2)
    #expect(moji[1].plain == "0.800")
    #expect(moji[1].numerator == ExactDecimal(coefficient: 16, decimals: 1))
    #expect(moji[1].denominator == ExactDecimal(2))
    #expect(rows[1].figures[0].marks.isEmpty)
    // Two different reasons have no common one.
    #expect(rows[2].figures[0].plain == "値なし（該当なし 1、不詳・未受領 1）")
  }

  @Test(arguments: [("計", true), ("全税目", true), ("門司区 計", true), ("会計", false), ("戸畑", false)])
  func `points out a group that is a total`(_ label: String, _ isTotal: Bool) throws {
    let engine = PlainEngine(["区", "件数"], [["門司", "3"], [label, "3"]])
    let analysis = try AggregateAnalysis(keys: [GroupKey(column: "区")], columns: [.measure(.count)])
    let table = try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
    #expect(
      table.notes.map(\.ja) == (isTotal ? ["「\(label)」は合計の行とみられる。ほかの行と足すと二重に数える（除くには --where '区!=\(label)'）。"] : []))
  }

  @Test func `heads a period with its Japanese word`() throws {
    let engine = PlainEngine(["日", "件数"], [])
    let analysis = try AggregateAnalysis(
      keys: [GroupKey(column: "日", form: .period(.quarter))], columns: [.measure(.count)])
    let table = try #require(try analysis.document(engine.run(analysis.queries), input: "a.csv").tables.first)
    #expect(table.keyColumns.map(\.label) == [Bilingual(ja: "日（四半期）", en: "日:quarter")])
  }

  @Test func `asks for the total instead of adding`() throws {
    let analysis = try AggregateAnalysis(
      keys: [GroupKey(column: "区")], columns: [.measure(.median("件数")), .measure(.count)], digits: 2, showsTotal: true)
    let table = try #require(try document(analysis).tables.first)
    #expect(table.plainRows.last == "total 4.00 6")
    #expect(table.rows.last?.kind == .total)
    #expect(table.rows.count == 4)
  }

  @Test func `has one row without keys, and none for the total`() throws {
    let analysis = try AggregateAnalysis(columns: [], showsTotal: true)
    let document = try document(analysis)
    #expect(document.tables.first?.plainRows == ["6"])
    #expect(document.inputs == [ReportDocument.Input(name: "a.csv", accounting: Accounting(records: 6, accepted: 6))])
  }

  @Test func `counts several answers of one record once in the total`() throws {
    let engine = PlainEngine(["理由"], [["交流;健康"], ["交流"], ["健康"]])
    let key = GroupKey(.split(column: "理由", separator: ";"))
    let analysis = try AggregateAnalysis(keys: [key], columns: [], showsTotal: true)
    let document = try analysis.document(engine.run(analysis.queries), input: "a.csv")
    #expect(document.tables.first?.plainRows == ["交流 2", "健康 2", "total 3"])
    #expect(document.tables.first?.notes.count == 1)
  }

  @Test func `refuses to sum a rate, and a stock over time`() throws {
    var rate = Field(name: "稼働率", type: .number)
    rate.additivity = .rate
    var stock = Field(name: "人口", type: .integer)
    stock.additivity = .stock
    let schema = Schema(fields: [Field(name: "年月", type: .yearmonth), rate, stock])
    for measure in [Measure.primitive(.sum("稼働率")), .mean("稼働率")] {
      let error = #expect(throws: Findings.self) { try AggregateAnalysis(columns: [.measure(measure)], schema: schema) }
      #expect(error?.findings.map(\.code) == ["measure.rate-not-additive"])
    }
    let engine = PlainEngine(["年月", "人口"], [["2025-04", "10"], ["2025-04", "20"], ["2025-05", "31"]])
    let sum = AggregateAnalysis.Column.measure(.primitive(.sum("人口")))
    let over = try AggregateAnalysis(columns: [sum], schema: schema)
    let error = #expect(throws: Findings.self) { try over.document(engine.run(over.queries), input: "a.csv") }
    #expect(error?.findings.map(\.code) == ["measure.stock-over-time"])
    let within = try AggregateAnalysis(keys: [GroupKey(column: "年月")], columns: [sum], schema: schema)
    #expect(
      try within.document(engine.run(within.queries), input: "a.csv").tables.first?.plainRows == [
        "2025-04 30", "2025-05 31",
      ])
  }

  @Test func `refuses a quantile outside its range`() throws {
    let column = AggregateAnalysis.Column.measure(.quantile(probability: ExactDecimal(25), column: "件数"))
    let analysis = try AggregateAnalysis(columns: [column])
    let error = #expect(throws: Findings.self) { try document(analysis) }
    #expect(error?.kind == .usage)
    #expect(error?.findings.map(\.code) == ["statistics.quantile-outside"])
  }
}
