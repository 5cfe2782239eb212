import ShihyoModel
import ShihyoReports
import Testing

@Suite struct RateAnalysisTests {
  static let events = PlainEngine(
    ["区", "年齢", "件数"], [["甲", "若", "30"], ["甲", "中", "100"], ["甲", "老", "60"], ["甲", "不詳", "5"], ["乙", "若", "7"]])
  static let people = PlainEngine(
    ["区", "年齢", "人口"],
    [["甲", "若", "3000"], ["甲", "中", "5000"], ["甲", "老", "2000"], ["甲", "計", "10000"], ["丙", "若", "10"]])
  static let standard = PlainEngine(["年齢", "人口"], [["若", "3000"], ["中", "5000"], ["老", "2000"]])

  func table(_ analysis: RateAnalysis) throws -> ReportTable {
    try #require(
      try analysis.document(
        Self.events.run(analysis.queries), population: Self.people.run(analysis.populationQueries),
        standard: Self.standard.run(analysis.standardQueries), input: "a.csv"
      ).tables.first)
  }

  func population(_ input: String) -> RateAnalysis.Population {
    RateAnalysis.Population(input: input, column: "人口", schema: nil)
  }

  /// statistics.md, section 6: standard 3000 5000 2000 and rates 10 20 30 ‰ give 19 ‰.
  @Test func `adjusts to a standard population`() throws {
    let analysis = try RateAnalysis(
      of: "件数", by: [GroupKey(column: "区")], over: GroupKey(column: "年齢"), base: 1000, population: population("人口.csv"),
      standard: population("基準.csv"))
    let table = try table(analysis)
    #expect(table.valueColumns.map(\.name) == ["sum(件数)", "population", "rate(1000)", "adjusted-rate(1000)"])
    #expect(table.plainRows == ["甲 190 10000 19.00 19.00", "乙 7 対応する人口がない 対応する人口がない 基準人口の区分と合わない"])
    #expect(table.notes.contains { $0.ja == "人口のない区分は率に含めない：不詳" })
  }

  @Test func `rates of groups are of their own people`() throws {
    let analysis = try RateAnalysis(
      of: "件数", by: ["区", "年齢"].map { GroupKey(column: $0) }, base: 1000, population: population("人口.csv"))
    #expect(
      try table(analysis).plainRows == [
        "甲 若 30 3000 10.00", "甲 中 100 5000 20.00", "甲 老 60 2000 30.00", "甲 不詳 5 対応する人口がない 対応する人口がない",
        "乙 若 7 対応する人口がない 対応する人口がない",
      ])
  }

  @Test func `says what it cannot compute`() throws {
    #expect(throws: Findings.self) {
      try RateAnalysis(of: nil, by: [], base: 0, population: population("人口.csv"))
    }
    #expect(throws: Findings.self) {
      try RateAnalysis(of: nil, by: [], base: 1000, population: population("人口.csv"), standard: population("基準.csv"))
    }
    let other = try RateAnalysis(of: nil, by: [GroupKey(column: "件数")], base: 1000, population: population("人口.csv"))
    let error = #expect(throws: Findings.self) {
      try other.document(
        Self.events.run(other.queries),
        population: PlainEngine(["件数", "人口"], [["一", "5"]]).run(other.populationQueries), standard: [], input: "a.csv")
    }
    #expect(error?.findings.map(\.code) == ["rate.no-group-in-common"])
  }

  /// Three months of people in one year are no population of three times the size.
  @Test func `people of several dates are not added up`() async throws {
    let events = TrendFixture("年月,区,件", ["2023-04,甲,3", "2023-05,甲,5"])
    let months = TrendFixture("年月,区,人口", ["2023-04,甲,10000", "2023-05,甲,10010", "2023-06,甲,10020"])
    func document(_ grain: Grain?, _ schema: Schema? = nil) async throws -> ReportDocument {
      let period = grain.map { [GroupKey(column: "年月", form: .period($0))] } ?? []
      let analysis = try RateAnalysis(
        of: "件", by: [GroupKey(column: "区")] + period, base: 1000,
        population: RateAnalysis.Population(input: "人口.csv", column: "人口", schema: schema))
      return try analysis.document(
        try await events.run(analysis.queries),
        population: try await months.run(analysis.populationQueries, schema: schema), standard: [], input: "a.csv")
    }
    // A key says when, or the descriptor of the population does.
    let declared = Schema(fields: [
      Field(name: "年月", type: .yearmonth), Field(name: "区"), Field(name: "人口", type: .integer),
    ])
    for (grain, schema) in [(Grain.fiscalYear, nil), (nil, declared)] as [(Grain?, Schema?)] {
      let error = await #expect(throws: Findings.self) { try await document(grain, schema) }
      #expect(error?.findings.map(\.code) == ["rate.several-times"])
    }
    // Each month with its own people.
    let table = try #require(try await document(.month).tables.first)
    #expect(table.rows.map { $0.figures[2].plain } == ["0.30", "0.50"])
  }

  @Test(arguments: RateRule.examples)
  func `every rule says what to do in both languages`(rule: RateRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
