import ShihyoEngine
import ShihyoModel
import Testing

struct ConditionTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var condition: Condition
    /// Numbers of the records that pass, from 1.
    var passing: String
    var leftOut = 0
    var testDescription: String {
      "\(condition.column)\(condition.comparison.rawValue)\(condition.values.joined(separator: "|"))"
    }
    init(_ condition: Condition, _ passing: String, leftOut: Int = 0) {
      self.condition = condition
      self.passing = passing
      self.leftOut = leftOut
    }
  }

  static let text = """
    番号,区,数,日
    1,門司区,10,2025-04-01
    2,門司区　,１０.0,令和7年4月1日
    3,戸畑区,x,2025-09-30
    4,,9,
    5,Moji,－,2026-01-05
    6,x,"1,000",2025-04-30

    """

  static let schema: Schema = {
    var number = Field(name: "数", type: .number)
    number.role = .measure
    return Schema(fields: [
      Field(name: "番号", type: .integer), Field(name: "区", type: .string), number, Field(name: "日", type: .date),
    ])
  }()

  static let undeclared: [Example] = [
    Example(Condition("区", .equal, "門司区"), "1 2"), Example(Condition("区", .equal, "Ｍｏｊｉ", "戸畑区"), "3 5"),
    Example(Condition("区", .notEqual, "門司区"), "3 4 5 6"), Example(Condition("区", .equal, ""), "4"),
    Example(Condition("区", .notEqual, ""), "1 2 3 5 6"), Example(Condition("区", .equal, "x"), "6"),
    Example(Condition("区", .contains, "区"), "1 2 3"), Example(Condition("数", .equal, "10"), "1 2"),
    Example(Condition("数", .equal, "x"), "3"), Example(Condition("数", .less, "10"), "4", leftOut: 2),
    Example(Condition("数", .lessOrEqual, "10"), "1 2 4", leftOut: 2),
    Example(Condition("数", .greaterOrEqual, "1000"), "6", leftOut: 2),
    Example(Condition("日", .equal, "2025-04-01"), "1 2"),
    Example(Condition("日", .less, "2025-09"), "1 2 6", leftOut: 1),
    Example(Condition("日", .lessOrEqual, "2025-09"), "1 2 3 6", leftOut: 1),
    Example(Condition("日", .greater, "2025-09"), "5", leftOut: 1),
    Example(Condition("日", .equal, "FY2025Q1", grain: .quarter), "1 2 6"),
    Example(Condition("日", .equal, "令和7年度第2四半期", "FY2025Q4", grain: .quarter), "3 5"),
    Example(Condition("日", .notEqual, "2025-04", grain: .month), "3 4 5"),
    Example(Condition("日", .equal, "2025", grain: .fiscalYear), "1 2 3 5 6"),
    Example(Condition("日", .equal, "2025", grain: .calendarYear), "1 2 3 6"),
    Example(Condition("日", .less, "FY2025Q2", grain: .quarter), "1 2 6", leftOut: 1),
    Example(Condition("日", .contains, "Q1", grain: .quarter), "1 2 6"),
  ]
  static let declared: [Example] = [
    Example(Condition("数", .equal, "10"), "1 2"), Example(Condition("数", .equal, "1,000"), "6"),
    Example(Condition("数", .notEqual, "10"), "3 4 5 6"), Example(Condition("数", .equal, "Ｘ"), "3"),
    Example(Condition("数", .equal, "-"), "5"), Example(Condition("数", .greater, "9"), "1 2 6", leftOut: 2),
    Example(Condition("日", .equal, "2025-04"), "1 2 6"), Example(Condition("日", .equal, ""), "4"),
    Example(Condition("日", .notEqual, "2025-04"), "3 4 5"), Example(Condition("区", .equal, "x"), "6"),
  ]

  private func check(_ example: Example, _ schema: Schema?) async throws {
    let query = Query(by: [GroupKey(column: "番号")], .count, filter: [example.condition])
    let table = try await EngineFixture(Self.text, schema: schema).run(query)
    #expect(table.rows.map { $0.keys[0].spelled }.joined(separator: " ") == example.passing)
    #expect(table.accounting.leftOut.total == example.leftOut)
    #expect(table.accounting.filteredOut == 6 - example.leftOut - table.accounting.accepted)
  }

  @Test(arguments: undeclared) func `without a descriptor`(_ example: Example) async throws {
    try await check(example, nil)
  }

  @Test(arguments: declared) func `with a descriptor`(_ example: Example) async throws {
    try await check(example, Self.schema)
  }

  @Test func `a false condition decides over a cell without a value`() async throws {
    let query = Query(
      by: [], .count, filter: [Condition("数", .less, "5"), Condition("区", .equal, "門司区")])
    let table = try await EngineFixture(Self.text).run(query)
    #expect(table.accounting.filteredOut == 6)
    #expect(table.accounting.leftOut.total == 0)
  }

  static let refused: [(Condition, Bool, String)] = [
    (Condition("区", .less, "門司"), false, "query.comparison-needs-type"),
    (Condition("区", .less, "門司"), true, "query.comparison-needs-type"),
    (Condition("数", .less, "abc"), true, "query.condition-value"),
    (Condition("数", .equal, "abc"), true, "query.condition-value"),
    (Condition("日", .equal, "二月"), true, "query.condition-value"),
    (Condition("日", .equal, "FY2025", grain: .month), false, "query.condition-value"),
    (Condition("区", .equal, "FY2025", grain: .month), true, "query.not-a-date-column"),
    (Condition("数", .less, ""), false, "query.comparison-needs-type"),
    (Condition("地区", .equal, "1"), false, "query.unknown-column"),
  ]

  @Test(arguments: refused)
  func `what cannot be asked is refused before reading`(
    _ condition: Condition, _ isDeclared: Bool, _ code: String
  ) async throws {
    let fixture = try EngineFixture(Self.text, schema: isDeclared ? Self.schema : nil)
    let findings = try await fixture.findings(Query(by: [], .count, filter: [condition]))
    #expect(findings.findings.map(\.code) == [code])
    #expect(findings.kind == .usage)
  }
}
