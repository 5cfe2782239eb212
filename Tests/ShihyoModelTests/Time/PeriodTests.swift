import ShihyoModel
import Testing

struct PeriodTests {
  /// Spelling, first and last day, Japanese and English label.
  static let table: [(String, String, String, String, String)] = [
    ("FY2025Q2", "2025-07-01", "2025-09-30", "令和7年度第2四半期", "FY2025 Q2 (Jul–Sep 2025)"),
    ("FY2024Q4", "2025-01-01", "2025-03-31", "令和6年度第4四半期", "FY2024 Q4 (Jan–Mar 2025)"),
    ("2025-09", "2025-09-01", "2025-09-30", "令和7年9月", "Sep 2025"),
    ("2024-02", "2024-02-01", "2024-02-29", "令和6年2月", "Feb 2024"),
    ("FY2025H1", "2025-04-01", "2025-09-30", "令和7年度上半期", "FY2025 H1 (Apr–Sep 2025)"),
    ("FY2025H2", "2025-10-01", "2026-03-31", "令和7年度下半期", "FY2025 H2 (Oct 2025–Mar 2026)"),
    ("FY2025", "2025-04-01", "2026-03-31", "令和7年度", "FY2025"),
    ("FY2019", "2019-04-01", "2020-03-31", "令和元年度", "FY2019"),
    ("FY2018", "2018-04-01", "2019-03-31", "平成30年度", "FY2018"),
    ("FY1989", "1989-04-01", "1990-03-31", "平成元年度", "FY1989"),
    ("FY1988", "1988-04-01", "1989-03-31", "昭和63年度", "FY1988"),
    ("FY1926", "1926-04-01", "1927-03-31", "大正15年度", "FY1926"),
    ("FY1870", "1870-04-01", "1871-03-31", "1870年度", "FY1870"),
    ("2025Q3", "2025-07-01", "2025-09-30", "令和7年7～9月期", "2025 Q3 (Jul–Sep 2025)"),
    ("2024Q4", "2024-10-01", "2024-12-31", "令和6年10～12月期", "2024 Q4 (Oct–Dec 2024)"),
    ("2019", "2019-01-01", "2019-12-31", "2019年", "2019"),
    ("2025", "2025-01-01", "2025-12-31", "令和7年", "2025"), ("1870", "1870-01-01", "1870-12-31", "1870年", "1870"),
    ("2019-04", "2019-04-01", "2019-04-30", "平成31年4月", "Apr 2019"),
    ("2019-05", "2019-05-01", "2019-05-31", "令和元年5月", "May 2019"),
    ("1989-01", "1989-01-01", "1989-01-31", "平成元年1月", "Jan 1989"),
    ("2025-09-30", "2025-09-30", "2025-09-30", "令和7年9月30日", "30 Sep 2025"),
    ("1912-07-30", "1912-07-30", "1912-07-30", "大正元年7月30日", "30 Jul 1912"),
    ("1926-12-25", "1926-12-25", "1926-12-25", "昭和元年12月25日", "25 Dec 1926"),
    ("1989-01-07", "1989-01-07", "1989-01-07", "昭和64年1月7日", "7 Jan 1989"),
    ("1873-01-01", "1873-01-01", "1873-01-01", "明治6年1月1日", "1 Jan 1873"),
    ("1872-12-31", "1872-12-31", "1872-12-31", "1872年12月31日", "31 Dec 1872"),
  ]

  @Test(arguments: table)
  func `spelling, days and labels`(spelling: String, first: String, last: String, ja: String, en: String) throws {
    let period = try #require(Period(machineSpelling: spelling))
    #expect(period.machineSpelling == spelling)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    #expect(period.label(.ja) == ja)
    #expect(period.label(.en) == en)
    #expect(Period(period.grain, containing: period.last) == period)
    #expect(period.contains(period.first) && period.contains(period.last))
    #expect(!period.contains(period.advanced(by: 1).first) && !period.contains(period.advanced(by: -1).last))
  }

  @Test(arguments: [
    "2025", "2025Q3", "2024Q4", "2019", "2019Q1", "2019Q2", "2019Q3", "1989Q1", "1926Q4", "FY2025", "FY2025Q2",
  ])
  func `a printed name is read as the period that it names`(spelling: String) throws {
    let period = try #require(Period(machineSpelling: spelling))
    #expect(try TimeGrammar().read(period.label(.ja)).value == .period(period))
  }

  @Test(arguments: [
    "", "2025-9", "2025-13", "2025-02-30", "FY2025Q5", "FY2025Q0", "2025H1", "fy2025", "FY25", "2025Q", "FY2025-04",
    "2025-09-30 ", "２０２５", "FY0000", "FY9999Q4", "+025", "2025-09-3O", "FY", "2025-", "2025-09-",
  ])
  func `other spellings are refused`(text: String) { #expect(Period(machineSpelling: text) == nil) }

  @Test(arguments: [
    ("FY2024Q4", 1, "FY2025Q1"), ("FY2025Q1", -5, "FY2023Q4"), ("FY2025H2", 1, "FY2026H1"), ("2025-12", 1, "2026-01"),
    ("2024-02-28", 1, "2024-02-29"), ("2024-03-01", -2, "2024-02-28"), ("FY2019", -31, "FY1988"),
    ("2025Q1", -1, "2024Q4"),
    ("2025", 100, "2125"), ("2025-01", 0, "2025-01"),
  ])
  func `arithmetic`(start: String, steps: Int, end: String) throws {
    #expect(try #require(Period(machineSpelling: start)).advanced(by: steps).machineSpelling == end)
  }

  @Test(arguments: Grain.allCases, [Int.max, Int.min, 1_000_000_000])
  func `arithmetic stops at the ends of the calendar`(grain: Grain, steps: Int) throws {
    let start = Period(grain, containing: try #require(CalendarDate(year: 2025, month: 9, day: 30)))
    let end = start.advanced(by: steps)
    #expect(steps > 0 ? end.last.year == 9999 : end.first.year == 1)
    #expect(end.first <= end.last)
  }

  @Test(arguments: [
    ("FY2025Q2", "FY2024Q2"), ("2025-09", "2024-09"), ("2024-02-29", "2023-02-28"), ("FY2025", "FY2024"),
    ("FY2025H2", "FY2024H2"), ("2025Q1", "2024Q1"), ("FY2024Q4", "FY2023Q4"),
  ])
  func `the same period a year before`(period: String, before: String) throws {
    #expect(try #require(Period(machineSpelling: period)).yearBefore.machineSpelling == before)
  }

  @Test func `sorted by first day, longer first`() throws {
    let sorted = ["2025", "2025Q1", "2025-01", "2025-01-01", "FY2025", "FY2025H1", "FY2025Q1", "2025Q2", "2025-04"]
    let periods = try sorted.map { try #require(Period(machineSpelling: $0)) }
    #expect(periods.reversed().sorted() == periods)
  }
}
