import ShihyoModel
import Testing

@testable import ShihyoReports

struct SeriesGapsTests {
  /// - Parameter rows: ward, centre and time.
  private func gaps(_ rows: [String], groupKeys: Int = 1) -> SeriesGaps {
    let query = Query(keys: ["区", "館", "月"].map { GroupKey(column: $0) }, aggregates: [.count])
    let table = ResultTable(
      query: query,
      rows: rows.enumerated().map { index, row in
        ResultTable.Row(
          keys: row.split(separator: ",").map { .text(Label(String($0))) }, firstRecord: index + 1,
          values: [.count(1)])
      }, decimalsSeen: [0], accounting: Accounting(), overlapping: false)
    return SeriesGaps(table, groupKeys: groupKeys, grammar: TimeGrammar())
  }

  /// `group/series months`
  private func found(_ gaps: SeriesGaps, _ period: String, group: [String]? = nil) throws -> [String] {
    let period = try #require(Period(machineSpelling: period))
    let keys = group.map { $0.map { KeyValue.text(Label($0)) } }
    return gaps.gaps(in: period, group: keys).map { gap in
      let names = [gap.group, gap.series].map { $0.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "+") }
      return names.joined(separator: "/") + " " + gap.months.map(\.machineSpelling).joined(separator: " ")
    }
  }

  /// 甲1 has all months, out of order; 甲2 lacks May; 乙3 begins in May; 乙4 ends in May; 乙5 ended in the quarter before.
  private let rows = [
    "甲,1,2025-06", "甲,1,2025-04", "甲,2,2025-04", "甲,1,2025-05", "乙,4,2025-04", "乙,3,2025-05", "乙,3,2025-06",
    "乙,4,2025-05", "甲,2,2025-06", "乙,5,2024-12", "乙,5,2024-11",
  ]

  @Test func `a series lacks months between its own, and at the end those that others have`() throws {
    let gaps = gaps(rows)
    #expect(try found(gaps, "FY2025Q1") == ["甲/2 2025-05", "乙/4 2025-06"])
    #expect(try found(gaps, "FY2025Q1", group: ["乙"]) == ["乙/4 2025-06"])
    #expect(try found(gaps, "2025-05") == ["甲/2 2025-05"])
    #expect(try found(gaps, "FY2024Q3") == [] && found(gaps, "FY2026Q1") == [])
    // The last period with data is the year: what was there in it or the year before goes on.
    #expect(try found(gaps, "2025") == ["甲/2 2025-05", "乙/4 2025-06", "乙/5 2025-04 2025-05 2025-06"])
  }

  @Test func `which keys are the group's is said afterwards`() throws {
    var gaps = gaps(rows, groupKeys: 0)
    #expect(try found(gaps, "2025-05", group: []) == ["/甲+2 2025-05"])
    gaps.groupKeys = 2
    #expect(try found(gaps, "2025-05", group: ["甲", "2"]) == ["甲+2/ 2025-05"])
  }

  @Test func `a row of several months is all of them, days are none`() throws {
    let gaps = gaps(["甲,1,2025-04", "甲,1,令和7年度第2四半期", "甲,2,FY2025Q1", "甲,2,2025-09", "甲,3,2025-04-01"])
    #expect(try found(gaps, "FY2025") == ["甲/1 2025-05 2025-06", "甲/2 2025-07 2025-08"])
  }
}
