import ShihyoEngine
import ShihyoModel
import Testing

/// A person types 1234 where the file says 1,234: without a descriptor both are the same number, and 01 is still a code.
struct OtherSpellingsTests {
  static let text = """
    番号,数,件,年度,符号
    1,"1,234","5,964件",令和6年度,01
    2,△5,36件,FY2024,1
    3,-5,36人,令和5年度,001
    4,5.0,36,2024年度,１
    5,x,,R6,10

    """

  static let examples: [(Condition, String)] = [
    (Condition("数", .equal, "1234"), "1"), (Condition("数", .equal, "1,234"), "1"),
    (Condition("数", .equal, "-5"), "2 3"), (Condition("数", .equal, "5"), "4"),
    (Condition("数", .notEqual, "-5"), "1 4 5"), (Condition("数", .equal, "x"), "5"),
    (Condition("件", .equal, "5964"), "1"), (Condition("件", .equal, "36件"), "2 4"),
    (Condition("件", .equal, "36"), "2 3 4"), (Condition("年度", .equal, "FY2024"), "1 2 4"),
    (Condition("年度", .equal, "R6"), "1 2 4 5"), (Condition("年度", .equal, "2024"), "1 2 4"),
    (Condition("年度", .notEqual, "2024年度"), "3 5"), (Condition("符号", .equal, "1"), "2 4"),
    (Condition("符号", .equal, "01"), "1"),
  ]

  @Test(arguments: examples)
  func `equal means the same number or period`(_ condition: Condition, _ passing: String) async throws {
    let query = Query(by: [GroupKey(column: "番号")], .count, filter: [condition])
    let table = try await EngineFixture(Self.text).run(query)
    #expect(table.rows.map { $0.keys[0].spelled }.joined(separator: " ") == passing)
  }

  @Test func `order reads cells that carry their unit`() async throws {
    let text = "番号,件\n1,\"5,964件\"\n2,36件\n3,－\n"
    for value in ["100", "100件"] {
      let query = Query(by: [GroupKey(column: "番号")], .count, filter: [Condition("件", .greater, value)])
      let table = try await EngineFixture(text).run(query)
      #expect(table.rows.map { $0.keys[0].spelled } == ["1"])
      #expect(table.accounting.leftOut[.nilCase] == 1)
    }
  }
}
