import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

@Suite struct TrendRuleTests {
  @Test(arguments: TrendRule.examples)
  func `says in both languages what to do`(_ rule: TrendRule) {
    for text in [rule.message, rule.hint] {
      #expect(!text.ja.isEmpty && !text.en.isEmpty)
      #expect(text.ja != text.en)
    }
    #expect(rule.code.hasPrefix("trend."))
  }

  @Test func `has a code of its own for every rule`() {
    #expect(Set(TrendRule.examples.map(\.code)).count == 12)
  }

  static let population = {
    var field = Field(name: "人口", type: .integer)
    field.additivity = .stock
    var rate = Field(name: "率", type: .number)
    rate.additivity = .rate
    return Schema(fields: [Field(name: "年月", type: .yearmonth), field, rate, Field(name: "区", type: .string)])
  }()
  static let fixture = TrendFixture("年月,人口,率,区", ["2024-04,10,1.5,甲", "2024-05,11,2.5,甲"])

  @Test func `refuses a stock summed over the months of a quarter`() async throws {
    let monthly = try await Self.fixture.table("sum(人口)", "年月", .month, compare: "previous", schema: Self.population)
    #expect(monthly.plainRows == ["2024-04 10 missing", "2024-05 11 10.0"])
    let error = await #expect(throws: Findings.self) {
      try await Self.fixture.table("sum(人口)", "年月", .quarter, schema: Self.population)
    }
    #expect(error?.findings.map(\.code) == ["trend.stock-in-period"])
    #expect(error?.findings.first?.hint.en.contains("--grain") == true)
  }

  @Test(arguments: [
    ("sum(人口)", "to-date", "trend.stock-to-date"), ("mean(区)", "moving", "trend.not-additive"),
    ("sum(率)", "previous", "measure.rate-not-additive"), ("sum(人口)/count", "previous", "ratio.undeclared"),
    ("count", "contribution", "trend.contribution-needs-groups"), ("count", "yeer-ago", "trend.unknown-comparison"),
    ("median(区)", "to-date", "trend.not-additive"),
  ])
  func `refuses what the measure cannot mean`(_ measure: String, _ compare: String, _ code: String) async throws {
    let error = await #expect(throws: Findings.self) {
      try await Self.fixture.table(measure, "年月", .month, compare: compare, schema: Self.population)
    }
    #expect(error?.findings.map(\.code) == [code])
    #expect(error?.kind == .usage)
  }

  @Test func `refuses a window and a year to date of years`() async throws {
    let window = await #expect(throws: Findings.self) {
      try await Self.fixture.table("count", "年月", .month, compare: "moving", window: 1)
    }
    #expect(window?.findings.map(\.code) == ["trend.window-outside"])
    let years = await #expect(throws: Findings.self) {
      try await Self.fixture.table("count", "年月", .fiscalYear, compare: "to-date")
    }
    #expect(years?.findings.map(\.code) == ["trend.to-date-of-years"])
  }

  @Test func `refuses a hundred years of days`() async throws {
    let fixture = TrendFixture("日", ["1925-04-01", "2025-04-01"])
    let error = await #expect(throws: Findings.self) { try await fixture.table("count", "日", .day) }
    #expect(error?.findings.map(\.code) == ["trend.too-many-periods"])
  }

  @Test func `reads the words of compare`() throws {
    #expect(
      try TrendComparison.list("previous,year-ago,index,moving,to-date,contribution,level.year-ago,points.year-ago")
        == [
          .change(.previous), .change(.yearAgo), .index, .moving, .toDate, .contribution(.previous), .level(.yearAgo),
        ])
    let error = #expect(throws: Findings.self) { try TrendComparison.list("previous,yearago") }
    #expect(error?.findings.first?.hint.en == "did you mean \"year-ago\"?")
  }

  @Test func `tells a slip in a ratio as one of the ratio`() {
    let error = #expect(throws: Findings.self) { try Expressions.column("share:sum(a)/summ(b)") }
    #expect(error?.findings.map(\.code) == ["expression.unknown-function"])
    let measure = #expect(throws: Findings.self) { try Expressions.column("summ(a)") }
    #expect(measure?.findings.map(\.code) == ["expression.unknown-function"])
  }
}
