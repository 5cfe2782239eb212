import ShihyoModel
import Testing

@testable import ShihyoReports

struct TimedRowsTests {
  private func rows(_ counts: [(String, Int)]) -> TimedRows {
    let query = Query(keys: [GroupKey(column: "時")], aggregates: [.count])
    let table = ResultTable(
      query: query,
      rows: counts.enumerated().map { index, row in
        ResultTable.Row(keys: [.text(Label(row.0))], firstRecord: index + 1, values: [.count(row.1)])
      }, decimalsSeen: [0], accounting: Accounting(), overlapping: false)
    return TimedRows(table, field: nil)
  }

  private func period(_ spelling: String) throws -> Period { try #require(Period(machineSpelling: spelling)) }

  private func count(_ selection: TimedRows.Selection) -> Int { selection.rows.reduce(0) { $0 + $1.recordCount } }

  @Test func `months make their quarter, and a missing one is said`() throws {
    let rows = rows([("2025-04", 1), ("2025-05", 2), ("2025-06", 4), ("2025-07", 8), ("2025-09", 16)])
    let first = rows.selection(try period("FY2025Q1"), isStock: false)
    #expect(count(first) == 7 && !first.isPartial && !first.overlaps)
    let second = rows.selection(try period("FY2025Q2"), isStock: false)
    #expect(count(second) == 24 && second.isPartial)
    #expect(rows.selection(try period("FY2024Q4"), isStock: false).rows.isEmpty)
    #expect(rows.completeQuarters == [try period("FY2025Q1")])
  }

  @Test func `a row that is the period itself is taken alone`() throws {
    let rows = rows([("令和5年度", 100), ("2023-04", 1), ("2023-05", 2)])
    let year = rows.selection(try period("FY2023"), isStock: false)
    #expect(count(year) == 100 && !year.isPartial && !year.overlaps)
  }

  @Test func `rows of different length inside a period overlap`() throws {
    let rows = rows([("令和5年度第1四半期", 100), ("2023-04", 1)])
    #expect(rows.selection(try period("FY2023"), isStock: false).overlaps)
  }

  @Test func `of a stock only the last time counts`() throws {
    let rows = rows([("2025-04", 10), ("2025-05", 20), ("2025-06", 30)])
    #expect(count(rows.selection(try period("FY2025Q1"), isStock: true)) == 30)
    #expect(rows.selection(try period("FY2025Q1"), isStock: true).isPartial == false)
    // The data end before the year does: what stands in June is not the state at its end.
    #expect(rows.selection(try period("FY2025"), isStock: true).isPartial)
    let instants = self.rows([("令和7年6月1日現在", 30)])
    #expect(instants.selection(try period("FY2025"), isStock: true).isPartial == false)
  }
}
