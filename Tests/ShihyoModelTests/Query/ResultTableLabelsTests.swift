import ShihyoModel
import Testing

struct ResultTableLabelsTests {
  @Test func `labels that differ after folding only become the one seen first`() {
    func row(_ ward: String, _ age: String, _ first: Int, _ count: Int) -> ResultTable.Row {
      ResultTable.Row(keys: [.text(Label(ward)), .text(Label(age))], firstRecord: first, values: [.count(count)])
    }
    var table = ResultTable(
      query: Query(keys: [GroupKey(column: "区"), GroupKey(column: "年齢")], aggregates: [.count]),
      rows: [
        row("甲区", "30", 3, 1), row("甲区　", "30", 1, 2), row("甲区", "３０", 4, 4), row("カ", "30", 5, 8),
        row("ｶ", "30", 6, 16),
      ], decimalsSeen: [0], accounting: Accounting(records: 31, accepted: 31), overlapping: false)
    table.foldLabels(ofKeys: [0])
    #expect(
      table.rows == [row("甲区　", "30", 1, 3), row("甲区　", "３０", 4, 4), row("カ", "30", 5, 24)])
  }
}
