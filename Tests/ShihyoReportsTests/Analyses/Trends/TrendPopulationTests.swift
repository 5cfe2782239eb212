import ShihyoModel
import ShihyoReports
import Testing

@Suite struct TrendPopulationTests {
  static let events = TrendFixture(
    "年度,区,件", ["2022年度,甲,30", "2023年度,甲,33", "2024年度,甲,36", "2022年度,乙,10", "2023年度,乙,12"])
  static let people = TrendFixture(
    "年度,区,人口",
    ["2022年度,甲,10000", "2023年度,甲,11000", "2024年度,甲,12000", "2022年度,乙,5000", "2022年度,計,15000"])

  func analysis(
    of column: AggregateAnalysis.Column = .measure(.primitive(.sum("件"))),
    compare: [TrendComparison] = [.change(.previous)],
    total: Bool = false
  ) throws -> TrendAnalysis {
    try TrendAnalysis(
      of: column, time: "年度", grain: .fiscalYear, by: [GroupKey(column: "区")], compare: compare, showsTotal: total,
      per: TrendPopulation(RateAnalysis.Population(input: "人口.csv", column: "人口", schema: nil)))
  }

  func table(_ analysis: TrendAnalysis) async throws -> ReportTable {
    let events = try await Self.events.run(analysis.queries)
    let people = try await Self.people.run(analysis.populationQueries)
    return try #require(try analysis.document(events, population: people, input: "a.csv").tables.first)
  }

  @Test func `each period is divided by its own people, and changes are differences`() async throws {
    let rows = try await table(analysis()).rows
    #expect(rows.map { $0.figures[0].plain } == ["3.00", "3.00", "3.00", "2.00", "missing", "missing"])
    #expect(rows[1].figures[1].exactValue == .zero && rows[4].figures[1].exactValue == nil)
  }

  /// 2022: 40 of 15000; 乙 has no people of 2023, so the total of that year divides by those of 甲 alone and is no total.
  @Test func `a total divides by the people of the groups it holds`() async throws {
    let rows = try await table(analysis(total: true)).rows.filter { $0.kind == .total }
    #expect(rows[0].figures[0].plain == "2.67")
    #expect(rows[1].figures[0].exactValue == nil)
    #expect(rows[2].figures[0].plain == "3.00")
  }

  @Test func `says what cannot be divided`() throws {
    let error = #expect(throws: Findings.self) { try analysis(of: .measure(.mean("件"))) }
    #expect(error?.findings.map(\.code) == ["rate.one-measure"])
    #expect(throws: Findings.self) { try analysis(compare: [.contribution(.previous)]) }
    #expect(throws: Findings.self) { try analysis(compare: [.toDate]) }
  }
}
