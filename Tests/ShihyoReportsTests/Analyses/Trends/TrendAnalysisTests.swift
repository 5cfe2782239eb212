import ShihyoDefinitions
import ShihyoModel
import ShihyoReports
import Testing

@Suite struct TrendAnalysisTests {
  /// Quarters of statistics.md, section 7: three years, the second half of the first row being January to March.
  static let quarters = TrendFixture(
    "期,数",
    zip(
      [
        "2021Q1", "2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3",
        "2023Q4",
      ],
      [20, 35, 50, 28, 22, 34, 55, 30, 25, 38, 54, 33]
    ).map { "FY\($0),\($1)" })

  @Test func `changes against the period and the year before`() async throws {
    let table = try await Self.quarters.table("sum(数)", "期", .quarter)
    #expect(table.valueColumns.map(\.name) == ["sum(数)", "change.previous", "change.year-ago"])
    #expect(table.valueColumns.map(\.label.ja) == ["数 合計", "前期比増減率", "前年同期比増減率"])
    #expect(table.rows.count == 12)
    #expect(
      table.markedRows.prefix(6) == [
        "FY2021Q1 20 missing missing", "FY2021Q2 35 75.0 missing", "FY2021Q3 50 42.9 missing",
        "FY2021Q4 28 -44.0 missing", "FY2022Q1 22 -21.4 10.0", "FY2022Q2 34 54.5 -2.9",
      ])
    #expect(table.notes.isEmpty)
  }

  @Test func `centres the moving average of four quarters`() async throws {
    let table = try await Self.quarters.table("sum(数)", "期", .quarter, compare: "moving")
    let averages = table.rows.map { $0.figures[1].exactValue?.machineSpelling ?? "-" }
    #expect(
      averages == [
        "-", "-", "33.5", "33.625", "34.125", "35", "35.625", "36.5", "36.875", "37.125", "-", "-",
      ])
    let odd = try await Self.quarters.table("sum(数)", "期", .quarter, compare: "moving", window: 3, digits: 2)
    #expect(odd.plainRows[1] == "FY2021Q2 35 35.00")
    #expect(odd.plainRows[11] == "FY2023Q4 33 前後の期が足りない")
  }

  @Test func `sums to date within the fiscal year and against the year before`() async throws {
    let table = try await Self.quarters.table("sum(数)", "期", .quarter, compare: "to-date")
    #expect(table.valueColumns.map(\.name) == ["sum(数)", "to-date", "change.to-date"])
    #expect(
      table.markedRows[3...6] == [
        "FY2021Q4 28 133 missing", "FY2022Q1 22 22 10.0", "FY2022Q2 34 56 1.8", "FY2022Q3 55 111 5.7",
      ])
  }

  @Test func `takes the first period, or the one named, as the base of the index`() async throws {
    let first = try await Self.quarters.table("sum(数)", "期", .quarter, compare: "index,level.year-ago")
    #expect(first.valueColumns[1].label.ja == "指数（令和3年度第1四半期=100）")
    #expect(first.plainRows[4] == "FY2022Q1 22 110.0 110.0")
    let base = try #require(Period(machineSpelling: "FY2022Q2"))
    let named = try await Self.quarters.table("sum(数)", "期", .quarter, compare: "index", base: base)
    #expect(named.plainRows[6] == "FY2022Q3 55 161.8")
    let outside = try #require(Period(machineSpelling: "FY2030Q1"))
    await #expect(throws: Findings.self) {
      try await Self.quarters.table("sum(数)", "期", .quarter, compare: "index", base: outside)
    }
  }

  /// 市民センター: 22.8 % in all and 15.9 % paid (001:373) stand in for two years of one rate.
  @Test func `shows differences of percentages in points`() async throws {
    let fixture = TrendFixture("年月,使用,可能", ["2023-04,228,1000", "2024-04,100,500", "2024-04,59,500"])
    let table = try await fixture.table(
      "share:sum(使用)/sum(可能)", "年月", .month, compare: "year-ago,index,level.year-ago")
    #expect(table.valueColumns.map(\.name) == ["share:sum(使用)/sum(可能)", "points.year-ago", "index", "level.year-ago"])
    #expect(table.valueColumns[1].unit == "ポイント")
    // Σ used / Σ available = 159 / 1000, not the mean of 20 % and 11.8 %, which is the same only by chance of equal bases.
    #expect(table.rows.first?.figures[0].plain == "22.8")
    #expect(table.plainRows.last == "2024-04 15.9 -6.9 69.7 69.7")
    #expect(table.rows.count == 13)
    let unequal = TrendFixture("年月,使用,可能", ["2024-04,1,10", "2024-04,90,100"])
    let rate = try await unequal.table("share:sum(使用)/sum(可能)", "年月", .month)
    #expect(rate.plainRows == ["2024-04 82.7 missing missing"])
  }

  @Test func `shows missing periods between the first and the last`() async throws {
    let fixture = TrendFixture("年月,区,数", ["2024-04,甲,5", "2024-07,甲,6", "2024-05,乙,7"])
    let table = try await fixture.table("sum(数)", "年月", .month, by: "区", compare: "previous")
    #expect(
      table.plainRows == [
        "甲 2024-04 5 missing", "甲 2024-05 missing missing", "甲 2024-06 missing missing", "甲 2024-07 6 missing",
        "乙 2024-04 missing missing", "乙 2024-05 7 missing", "乙 2024-06 missing missing", "乙 2024-07 missing missing",
      ])
    #expect(table.notes.map(\.ja) == ["データのない期: 令和6年6月"])
  }

  @Test(arguments: [
    ("0", "5", "皆増"), ("5", "0", "皆減"), ("0", "0", "ともに0"), ("-2", "5", "比べる値が負"), ("0", "-1", "もとが0"),
    ("4", "-1", "-125.0"), ("x", "5", "suppressed"), ("5", "…", "missing"), ("127", "252", "98.4"),
  ])
  func `has words where a change has no rate`(_ before: String, _ now: String, _ shown: String) async throws {
    let fixture = TrendFixture("年度,数", ["2023年度,\(before)", "2024年度,\(now)"])
    let table = try await fixture.table("sum(数)", "年度", .fiscalYear)
    #expect(table.valueColumns[1].label.ja == "前年度比増減率")
    #expect(table.rows.last?.figures[1].plain == shown)
  }

  @Test func `gives contributions that add up to the growth`() async throws {
    // 350 → 365, of which 193 → 202: growth 4.3 %, 寄与度 2.6, 寄与率 60.0 % (domain.md, section 9).
    let fixture = TrendFixture("年度,部,数", ["2023年度,a,193", "2023年度,b,157", "2024年度,a,202", "2024年度,b,163"])
    let table = try await fixture.table("sum(数)", "年度", .fiscalYear, by: "部", compare: "previous,contribution")
    #expect(
      table.plainRows == [
        "a FY2023 193 missing missing missing", "a FY2024 202 4.7 2.6 60.0",
        "b FY2023 157 missing missing missing", "b FY2024 163 3.8 1.7 40.0",
        "total FY2023 350 missing missing missing", "total FY2024 365 4.3 4.3 100.0",
      ])
    #expect(table.rows.last?.kind == .total)
    #expect(table.valueColumns.suffix(2).map(\.name) == ["contribution.previous", "contribution-share.previous"])
  }

  @Test func `notes where the printed values give another change`() async throws {
    // 1.04 → 1.06 prints 1.0 → 1.1; the difference of 0.02 prints 0.0.
    let fixture = TrendFixture("年度,a,b", ["2023年度,104,10000", "2024年度,106,10000"])
    let table = try await fixture.table("share:sum(a)/sum(b)", "年度", .fiscalYear)
    #expect(table.plainRows.last == "FY2024 1.1 0.0")
    #expect(table.notes.map(\.en).contains { $0.hasPrefix("Changes are computed from unrounded values") })
    let fine = try await fixture.table("share:sum(a)/sum(b)", "年度", .fiscalYear, digits: 2)
    #expect(fine.plainRows.last == "FY2024 1.06 0.02")
    #expect(!fine.notes.map(\.en).contains { $0.hasPrefix("Changes are computed from unrounded values") })
  }

  @Test func `says how many records have no time`() async throws {
    let fixture = TrendFixture("年月,数", ["2024-04,5", ",7", ",1"])
    let table = try await fixture.table("sum(数)", "年月", .month)
    #expect(table.plainRows == ["2024-04 5 missing missing"])
    #expect(table.notes.map(\.ja) == ["列「年月」に時期のない2行は、どの期にも含めていない。"])
  }

  @Test func `marks a total that lacks a group which has data before and after`() async throws {
    let fixture = TrendFixture("年月,区,数", ["2024-04,甲,5", "2024-05,乙,7", "2024-06,甲,6", "2024-06,乙,1"])
    let table = try await fixture.table("sum(数)", "年月", .month, by: "区", compare: "previous", total: true)
    #expect(
      table.markedRows.suffix(3) == ["total 2024-04 5 missing", "total 2024-05 7! 40.0!", "total 2024-06 7 0.0!"])
    #expect(table.notes.map(\.ja) == ["計が含まない区分（その期のデータがない）: 甲・令和6年5月"])
  }
}
