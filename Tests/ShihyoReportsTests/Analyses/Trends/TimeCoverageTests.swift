import ShihyoModel
import ShihyoReports
import Testing

@Suite struct TimeCoverageTests {
  @Test func `a quarter without all its months is partial, and so is what is compared with it`() async throws {
    let fixture = TrendFixture(
      "年月,数", ["2024-05,1", "2024-06,1", "2024-07,1", "2024-08,1", "2024-09,2", "2024-10,1", "2024-12,1", "2025-01,1"])
    let table = try await fixture.table("sum(数)", "年月", .quarter, compare: "previous,index")
    #expect(
      table.markedRows == [
        "FY2024Q1 2† missing 100.0†", "FY2024Q2 4 100.0† 200.0†", "FY2024Q3 2† -50.0† 100.0†",
        "FY2024Q4 1† -50.0† 50.0†",
      ])
    #expect(
      table.notes.map(\.en) == [
        "Periods of which the data holds only a part: FY2024 Q1 (Apr–Jun 2024) (2 of 3 months), "
          + "FY2024 Q3 (Oct–Dec 2024) (2 of 3 months), FY2024 Q4 (Jan–Mar 2025) (1 of 3 months)"
      ])
  }

  @Test func `the ends of daily data are partial where their days are not reached`() async throws {
    let fixture = TrendFixture(
      "日,数", ["2024-04-02,1", "2024-04-30,1", "2024-05-10,1", "2024-06-01,1", "2024-06-30,1"])
    let table = try await fixture.table("sum(数)", "日", .month, compare: "previous")
    #expect(table.markedRows == ["2024-04 2† missing", "2024-05 1 -50.0†", "2024-06 2 100.0"])
    #expect(table.notes.map(\.ja) == ["データが期間の一部だけの期: 令和6年4月（4月2日～4月30日、30日のうち2日）"])
  }

  @Test func `each group is judged for itself, unless records are counted`() async throws {
    let fixture = TrendFixture("年月,区,数", ["2024-04,甲,1", "2024-05,甲,1", "2024-06,甲,1", "2024-06,乙,1"])
    let sums = try await fixture.table("sum(数)", "年月", .quarter, by: "区", compare: "previous", total: true)
    #expect(sums.markedRows == ["甲 FY2024Q1 3 missing", "乙 FY2024Q1 1† missing", "total FY2024Q1 4 missing"])
    #expect(sums.notes.map(\.ja) == ["データが期間の一部だけの期: 乙・令和6年度第1四半期（3か月のうち1か月）"])
    let counts = try await fixture.table("count", "年月", .quarter, by: "区", compare: "previous")
    #expect(counts.markedRows == ["甲 FY2024Q1 3 missing", "乙 FY2024Q1 1 missing"])
  }

  @Test func `a year to date is compared only with the same periods`() async throws {
    // The first year starts in June: nothing of April and May stands against the second year's.
    let fixture = TrendFixture(
      "年月,数",
      ["2023-06,1", "2023-07,2", "2024-04,1", "2024-05,1", "2024-06,1", "2024-07,4", "2025-04,2", "2025-05,1"])
    let table = try await fixture.table("sum(数)", "年月", .month, compare: "to-date")
    let shown = table.markedRows.filter { !$0.contains(" missing missing missing") }
    #expect(
      shown == [
        "2023-06 1 1† missing", "2023-07 2 3† missing", "2024-04 1 1 missing", "2024-05 1 2 missing",
        "2024-06 1 3 累計する期が前年とそろわない", "2024-07 4 7 累計する期が前年とそろわない", "2025-04 2 2 100.0", "2025-05 1 3 50.0",
      ])
  }

  @Test func `a state is never partial, and states are not summed`() async throws {
    let fixture = TrendFixture("時点,人口", ["令和6年4月1日現在,10", "令和6年7月1日現在,12"])
    let table = try await fixture.table("sum(人口)", "時点", .quarter, compare: "previous")
    #expect(table.markedRows == ["FY2024Q1 10 missing", "FY2024Q2 12 20.0"])
    let error = await #expect(throws: Findings.self) {
      try await fixture.table("sum(人口)", "時点", .fiscalYear)
    }
    #expect(error?.findings.map(\.code) == ["trend.stock-in-period"])
    #expect(error?.kind == .data)
  }

  /// Rows of centres, one of which has sent nothing for a month.
  private static let schema = Schema(
    fields: [Field(name: "館", type: .string), Field(name: "月", type: .yearmonth), Field(name: "人", type: .integer)],
    primaryKey: ["館", "月"])

  @Test func `a sum that a series is missing from is marked, and the series named`() async throws {
    let fixture = TrendFixture(
      "館,月,人",
      [
        "A,2024-04,1", "A,2024-05,1", "A,2024-06,1", "A,2024-07,1", "A,2024-08,1", "A,2024-09,1", "B,2024-04,1",
        "B,2024-06,1", "B,2024-07,1", "B,2024-08,1",
      ])
    let table = try await fixture.table("sum(人)", "月", .quarter, compare: "previous", schema: Self.schema)
    #expect(table.markedRows == ["FY2024Q1 5! missing", "FY2024Q2 5! 0.0!"])
    #expect(
      table.notes.map(\.ja) == [
        "行がなく、値に含まれていないもの: B・令和6年度第1四半期（5月）、B・令和6年度第2四半期（9月）"
      ])
  }

  @Test func `a series that begins late or ended long ago lacks nothing`() async throws {
    let fixture = TrendFixture(
      "館,月,人",
      [
        "A,2024-04,1", "A,2024-05,1", "A,2024-06,1", "A,2024-07,1", "A,2024-08,1", "A,2024-09,1", "A,2024-10,1",
        "A,2024-11,1", "A,2024-12,1", "B,2024-06,1", "B,2024-07,1", "B,2024-08,1", "B,2024-09,1", "B,2024-10,1",
        "B,2024-11,1", "B,2024-12,1", "C,2024-04,1", "C,2024-05,1",
      ])
    let table = try await fixture.table("sum(人)", "月", .quarter, compare: "index", schema: Self.schema)
    #expect(table.markedRows.map { $0.contains("!") } == [false, false, false])
    #expect(table.notes.isEmpty)
  }
}
