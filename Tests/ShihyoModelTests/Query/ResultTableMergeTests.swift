import ShihyoModel
import Testing

struct ResultTableMergeTests {
  static let query = Query(
    keys: [GroupKey(column: "区")], aggregates: [.count, .sum("数"), .min("数"), .max("数"), .countValues("数")])

  static func row(
    _ ward: String, _ first: Int?, count: Int, sum: Int128, smallest: Int?, largest: Int?, text: Label? = nil
  ) -> ResultTable.Row {
    var reasons = ReasonCounts()
    reasons[.missing] = 1
    let tally = Tally(n: count, reasons: reasons, marks: .provisional)
    return ResultTable.Row(
      keys: [.text(Label(ward))], firstRecord: first,
      values: [
        .count(count), .sum(SumValue(billionths: sum, tally: tally)),
        .extreme(ExtremeValue(number: smallest.map { ExactDecimal($0) }, text: text, tally: tally)),
        .extreme(ExtremeValue(number: largest.map { ExactDecimal($0) }, text: text, tally: tally)),
        .countValues(tally),
      ])
  }

  static func table(_ rows: [ResultTable.Row], decimals: Int = 0, records: Int) -> ResultTable {
    ResultTable(
      query: query, rows: rows, decimalsSeen: [0, decimals, decimals, decimals, 0],
      accounting: Accounting(records: records, accepted: records, blankLines: 1), overlapping: false)
  }

  static let parts = [
    table([row("戸畑区", 1, count: 2, sum: 5, smallest: 1, largest: 4)], decimals: 1, records: 2),
    table(
      [
        row("門司区", 3, count: 1, sum: 7, smallest: 7, largest: 7),
        row("戸畑区", 4, count: 1, sum: -9, smallest: -9, largest: -9),
      ], decimals: 3, records: 2),
    table([row("小倉北区", 5, count: 3, sum: 1, smallest: 0, largest: 1)], records: 3),
  ]

  static func merged(_ order: [Int]) -> ResultTable {
    var table = parts[order[0]]
    for part in order.dropFirst() { table.merge(parts[part]) }
    return table
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func `any order of merging gives the same table`(_ order: [Int]) {
    #expect(Self.merged(order) == Self.merged([0, 1, 2]))
  }

  @Test func `merging is associative`() {
    var right = Self.parts[1]
    right.merge(Self.parts[2])
    var whole = Self.parts[0]
    whole.merge(right)
    #expect(whole == Self.merged([0, 1, 2]))
  }

  @Test func `rows with equal keys become one with exact values`() throws {
    let table = Self.merged([2, 1, 0])
    #expect(table.rows.map(\.firstRecord) == [1, 3, 5])
    #expect(table.decimalsSeen == [0, 3, 3, 3, 0])
    #expect(table.accounting.records == 7)
    #expect(table.accounting.blankLines == 3)
    let row = try #require(table.rows.first)
    #expect(row.values[0] == .count(3))
    guard case .sum(let sum) = row.values[1], case .extreme(let least) = row.values[2],
      case .extreme(let most) = row.values[3]
    else { throw TestFailure() }
    #expect(sum.billionths == -4)
    #expect(sum.tally.n == 3)
    #expect(sum.tally.reasons[.missing] == 2)
    #expect(least.number == ExactDecimal(-9))
    #expect(most.number == ExactDecimal(4))
  }

  @Test func `a column that is text in one part is text in every row`() throws {
    var numeric = Self.table([Self.row("門司区", 1, count: 1, sum: 0, smallest: 3, largest: 3, text: "3")], records: 1)
    let text = Self.table([Self.row("戸畑区", 2, count: 1, sum: 0, smallest: nil, largest: nil, text: "あ")], records: 1)
    numeric.merge(text)
    for row in numeric.rows {
      guard case .extreme(let extreme) = row.values[2] else { throw TestFailure() }
      #expect(extreme.number == nil)
      #expect(extreme.text != nil)
    }
  }

  private struct TestFailure: Error {}
}
