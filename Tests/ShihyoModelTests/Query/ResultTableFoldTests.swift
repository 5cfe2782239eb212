import ShihyoModel
import Testing

struct ResultTableFoldTests {
  static func table() -> ResultTable {
    func row(_ ward: String, _ value: KeyValue, _ first: Int, _ count: Int) -> ResultTable.Row {
      ResultTable.Row(keys: [.text(Label(ward)), value], firstRecord: first, values: [.count(count)])
    }
    return ResultTable(
      query: Query(
        keys: [GroupKey(column: "区"), GroupKey(column: "年齢", form: .number)], aggregates: [.count]),
      rows: [
        row("門司区", .number(ExactDecimal(30)), 1, 2), row("戸畑区", .number(ExactDecimal(10)), 2, 1),
        row("門司区", .number(ExactDecimal(20)), 3, 4), row("門司区", .absent(.suppressed), 4, 5),
      ], decimalsSeen: [0], accounting: Accounting(records: 12, accepted: 12), overlapping: false)
  }

  @Test func `dropping the last key adds up what differed in it`() throws {
    let folded = try #require(Self.table().droppingLastKey())
    #expect(folded.query.keys == [GroupKey(column: "区")])
    #expect(folded.rows.map(\.keys) == [[.text("門司区")], [.text("戸畑区")]])
    #expect(folded.rows.map(\.values) == [[.count(11)], [.count(1)]])
    #expect(folded.rows.map(\.firstRecord) == [1, 2])
  }

  @Test func `a distribution is ascending and keeps reasons apart`() throws {
    let groups = Self.table().distribution()
    #expect(groups.map(\.keys) == [[.text("門司区")], [.text("戸畑区")]])
    let first = try #require(groups.first)
    #expect(first.values.map(\.value) == [.number(ExactDecimal(20)), .number(ExactDecimal(30))])
    #expect(first.values.map(\.count) == [4, 2])
    #expect(first.n == 6)
    #expect(first.distinct == 2)
    #expect(first.reasons[.suppressed] == 5)
    #expect(first.numbers?.map(\.value) == [ExactDecimal(20), ExactDecimal(30)])
  }

  @Test func `an overlapping key is not dropped`() {
    var table = Self.table()
    table.query.keys[1] = GroupKey(.split(column: "回答", separator: ";"))
    #expect(table.droppingLastKey() == nil)
  }
}
