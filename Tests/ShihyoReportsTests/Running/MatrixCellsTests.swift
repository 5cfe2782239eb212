import ShihyoModel
import Testing

@testable import ShihyoReports

/// Labels in the cells of a matrix.
@Suite struct MatrixCellsTests {
  /// Two organisations have an A1 each: the labels add up to the count all the same.
  @Test func `a label that several records have says how many`() {
    let groups: [([String], Int)] = [(["高", "高", "A1"], 2), (["高", "高", "B1"], 1), (["高", "低", "C1"], 1)]
    let table = ResultTable(
      query: Query(keys: ["影響", "緊急", "番号"].map { GroupKey(column: $0) }, aggregates: [.count]),
      rows: groups.enumerated().map { place, group in
        ResultTable.Row(keys: group.0.map { .text(Label($0)) }, firstRecord: place + 1, values: [.count(group.1)])
      }, decimalsSeen: [0], accounting: Accounting(), overlapping: false)
    let cells = MatrixCells(table, schema: nil)
    #expect(cells.count(.text("高"), .text("高")) == 3)
    #expect(cells.items(.text("高"), .text("高")) == "A1(2) B1")
    #expect(cells.items(.text("高"), .text("低")) == "C1")
  }
}
