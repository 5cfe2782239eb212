import ShihyoEngine
import ShihyoModel
import Testing

/// Total rows and columns: left out, and compared with the sum of their parts.
struct TotalsTests {
  private static let fields = [
    Field(name: "区", type: .string), Field(name: "館", type: .string), Field(name: "n", type: .integer),
  ]

  private func read(_ text: String, _ subtotals: [TableShape.Subtotal]) throws -> ShapeFixture.Outcome {
    try ShapeFixture(text) { shape, _ in
      shape.fields = Self.fields
      shape.subtotals = subtotals
    }.read()
  }
  private static let ward = TableShape.Subtotal(match: .labels(column: "館", ["小計"]), by: ["区"])
  private static let whole = TableShape.Subtotal(match: .labels(column: "区", ["総数"]))

  @Test func `totals leave, before or after their parts`() throws {
    let text = "区,館,n\n総数,,10\n甲,A,1\n甲,B,2\n甲,小計,3\n乙,小　計,7\n乙,C,\"7\"\n"
    let outcome = try read(text, [Self.ward, Self.whole])
    #expect(outcome.records == ["3:甲,A,1", "4:甲,B,2", "7:乙,C,7"])
    #expect(outcome.layout == LayoutCounts(rows: 6, totals: 3))
    #expect(outcome.findings.isEmpty)
  }

  @Test func `the difference is named with both numbers`() throws {
    let outcome = try read("区,館,n\n甲,A,1\n甲,B,2\n甲,小計,5\n総数,,3\n", [Self.ward, Self.whole])
    #expect(outcome.findings == ["subtotal.mismatch 4 C"])
    let message = outcome.all[0].message
    #expect(message.en == "the total 5 of \"n\" is not the sum 3 of its parts (2, lines 2-3); difference 2")
    #expect(message.ja.contains("5") && message.ja.contains("差は2"))
    #expect(outcome.all[0].severity == .error)
  }

  @Test func `figures of the parts stand, with a warning`() async throws {
    var fixture = try EngineFixture(
      "区,館,n\n甲,A,1\n甲,B,2\n甲,小計,5\n", schema: Schema(fields: Self.fields))
    var shape = TableShape()
    shape.fields = Self.fields
    shape.subtotals = [Self.ward]
    fixture.dataset.reading.shape = shape
    let table = try await fixture.run(Query(by: [], .sum("n"), .count))
    #expect(table.spelled == [":3,2"])
    #expect(table.warnings.map(\.code) == ["subtotal.mismatch"])
    #expect(table.warnings.first?.severity == .warning)
    #expect(table.accounting.layout == LayoutCounts(rows: 3, totals: 1))
  }

  @Test func `parts above and below`() throws {
    var above = TableShape.Subtotal(match: .pattern(column: "区", try #require(LabelTemplate("*計"))), parts: .above)
    let text = "区,館,n\n甲,A,1\n甲,B,2\n甲計,,3\n乙,C,4\n乙計,,5\n"
    #expect(try read(text, [above]).findings == ["subtotal.mismatch 6 C"])
    above.parts = .below
    let below = "区,館,n\n甲計,,3\n甲,A,1\n甲,B,2\n乙計,,5\n乙,C,4\n"
    #expect(try read(below, [above]).findings == ["subtotal.mismatch 5 C"])
  }

  @Test func `tolerance is for rounding`() throws {
    var rule = Self.whole
    rule.tolerance = ExactDecimal(1)
    #expect(try read("区,館,n\n甲,A,1\n総数,,2\n", [rule]).findings.isEmpty)
    #expect(try read("区,館,n\n甲,A,1\n総数,,3\n", [rule]).findings == ["subtotal.mismatch 3 C"])
  }

  @Test func `nil adds nothing, and a missing part leaves the total unchecked`() throws {
    #expect(try read("区,館,n\n甲,A,－\n甲,B,2\n総数,,2\n", [Self.whole]).findings.isEmpty)
    #expect(try read("区,館,n\n甲,A,x\n甲,B,2\n総数,,5\n", [Self.whole]).findings == ["subtotal.unchecked 4 C"])
  }

  @Test func `whole-row conditions tell totals too`() throws {
    let rule = TableShape.Subtotal(
      match: .conditions([Condition("区", .equal, "総数"), Condition("館", .equal, "")]))
    let outcome = try read("区,館,n\n総数,A,1\n総数,,1\n", [rule])
    #expect(outcome.records == ["2:総数,A,1"])
  }

  @Test func `declared totals that are not there, and totals without parts`() throws {
    #expect(try read("区,館,n\n甲,A,1\n", [Self.whole]).findings == ["subtotal.never-found"])
    #expect(try read("区,館,n\n乙,小計,1\n甲,A,1\n", [Self.ward]).findings == ["subtotal.without-parts 2"])
  }

  @Test func `a column of totals is checked in every row`() throws {
    let months = try #require(LabelTemplate("{月}"))
    let outcome = try ShapeFixture("区,4月,5月,計\n甲,1,2,3\n乙,3,4,8\n") { shape, _ in
      shape.unpivot = TableShape.Unpivot(
        .pattern(months), key: "月", labels: ["4月", "5月"], total: "計")
    }.read()
    #expect(outcome.findings == ["subtotal.mismatch 3 D"])
    #expect(outcome.records.count == 4)
  }

  @Test func `rates are not added up`() throws {
    var rate = Field(name: "n", type: .number)
    rate.additivity = .rate
    let outcome = try ShapeFixture("区,館,n\n甲,A,50\n乙,B,70\n総数,,60\n") { shape, _ in
      shape.fields = [Self.fields[0], Self.fields[1], rate]
      shape.subtotals = [Self.whole]
    }.read()
    #expect(outcome.findings.isEmpty)
  }
}
