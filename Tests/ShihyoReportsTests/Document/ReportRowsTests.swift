import ShihyoModel
import Synchronization
import Testing

@testable import ShihyoReports

@Suite struct ReportRowsTests {
  private static func row(_ number: Int) -> ReportTable.Row {
    let isAbsent = number % 7 == 3
    let figure = Figure(kind: .sum, value: isAbsent ? .absent(.suppressed) : .decimal(ExactDecimal(number * number)))
    return ReportTable.Row(keys: [ReportTable.KeyCell("区\(number)")], figures: [figure])
  }

  private static func table(_ rows: ReportRows) -> ReportTable {
    var table = ReportTable(
      keyColumns: [ReportTable.KeyColumn(name: "区")], valueColumns: [ReportTable.ValueColumn(name: "sum(x)")],
      rows: [])
    table.body = rows
    return table
  }

  @Test(arguments: [0, 1, 3, 4, 50])
  func `rows made one by one are those of the array, in every format`(_ count: Int) {
    let array = Self.table(ReportRows((0..<count).map(Self.row)))
    let recipe = Self.table(ReportRows(count: count, row: Self.row))
    for table in [array, recipe] {
      let document = ReportDocument(blocks: [.table(table)])
      let expected = ReportDocument(blocks: [.table(array)])
      #expect(CSVRenderer().render(document) == CSVRenderer().render(expected))
      #expect(JSONRenderer().render(document) == JSONRenderer().render(expected))
      let text = TextRenderer(TextOptions(language: .en))
      #expect(text.render(document) == text.render(expected))
    }
    #expect(array == recipe)
    #expect(recipe.body.haveMarks == (count > 3))
  }

  @Test func `the array is made once, and going through the rows makes none`() {
    final class Calls: Sendable { let count = Mutex(0) }
    let calls = Calls()
    let rows = ReportRows(count: 10) { number in
      calls.count.withLock { $0 += 1 }
      return Self.row(number)
    }
    rows.forEach { _ in }
    #expect(calls.count.withLock { $0 } == 10)
    #expect(rows.array.count == 10 && rows.array[9] == Self.row(9))
    #expect(calls.count.withLock { $0 } == 20)
  }

  @Test func `a row can be changed and added`() {
    var table = Self.table(ReportRows(count: 3, row: Self.row))
    table.rows[1].kind = .subtotal
    table.rows.append(Self.row(9))
    #expect(table.rows.map(\.kind) == [.body, .subtotal, .body, .body])
    #expect(table.body.count == 4)
  }
}
