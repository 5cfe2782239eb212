import ShihyoModel
import Testing

/// What a label reads as, in one line: `FY2025Q2`, `@2025-09-30` for an instant, `first..last` for a span, the code of
/// the error, and the codes of warnings after a space.
private func reading(_ text: String, _ grammar: TimeGrammar = TimeGrammar()) -> String {
  do throws(TimeRule) {
    let (value, warnings) = try grammar.read(text)
    let spelling =
      switch value {
      case .period(let period): period.machineSpelling
      case .instant(let date): "@\(date)"
      case .span(let first, let last): "\(first)..\(last)"
      }
    return ([spelling] + warnings.map(\.code)).joined(separator: " ")
  } catch {
    return error.code
  }
}

struct TimeGrammarTests {
  /// domain.md, section 6.1.
  @Test(arguments: [
    ("令和6年度", "FY2024"), ("令和元年5月1日", "2019-05-01"), ("令和1年5月1日", "2019-05-01"), ("令和1年度", "FY2019"),
    ("㋿6年度", "FY2024"), ("㍻31年4月", "2019-04"), ("㍼63年度", "FY1988"), ("㍽元年度", "FY1912"), ("㍾45年度", "FY1912"),
    ("R6年度", "FY2024"), ("Ｒ６年度", "FY2024"), ("R.6年度", "FY2024"), ("令6年度", "FY2024"), ("Ｒ６．９", "2024-09"),
    ("令和六年九月三十日", "2024-09-30"), ("令和６年９月３０日", "2024-09-30"), ("昭和六十三年度", "FY1988"),
    ("二〇二五年九月三〇日", "2025-09-30"), ("令和 6 年 9 月", "2024-09"), ("平成 元 年 ２ 月", "1989-02"),
    // Change days belong to both eras.
    ("明治45年7月30日", "1912-07-30"), ("大正元年7月30日", "1912-07-30"), ("大正15年12月25日", "1926-12-25"),
    ("昭和元年12月25日", "1926-12-25"), ("昭和64年1月7日", "1989-01-07"), ("平成元年1月8日", "1989-01-08"),
    ("平成31年4月30日", "2019-04-30"), ("明治6年1月1日", "1873-01-01"),
    // Overrun: converted, with a warning.
    ("平成31年5月1日", "2019-05-01 time.era-overrun"), ("昭和100年", "2025 time.era-overrun"),
    ("昭和64年1月8日", "1989-01-08 time.era-overrun"), ("平成32年度", "FY2020 time.era-overrun"),
    ("明治45年7月31日", "1912-07-31 time.era-overrun"), ("平成31年7月", "2019-07 time.era-overrun"),
    ("H31.5.1", "2019-05-01 time.era-overrun"), ("昭和64年度", "FY1989 time.era-overrun"),
    // Before the era: refused.
    ("令和元年4月30日", "time.outside-era"), ("令和元年4月", "time.outside-era"), ("大正元年7月29日", "time.outside-era"),
    ("昭和元年12月24日", "time.outside-era"), ("平成元年1月7日", "time.outside-era"), ("令和0年", "time.outside-era"),
    ("R1.4.30", "time.outside-era"), ("令和元年第1四半期", "time.outside-era"),
    // Days and months before 1873 are lunar; years are accepted.
    ("明治5年12月2日", "time.before-gregorian"), ("明治元年10月23日", "time.before-gregorian"),
    ("明治5年12月", "time.before-gregorian"), ("明治5年", "1872"), ("明治元年", "1868"),
    // The year of a change is the part that carries the era's name.
    ("昭和64年", "1989-01-01..1989-01-07"), ("平成元年", "1989-01-08..1989-12-31"),
    ("令和元年", "2019-05-01..2019-12-31"), ("平成31年", "2019-01-01..2019-04-30"),
    ("大正15年", "1926-01-01..1926-12-25"), ("昭和元年", "1926-12-25..1926-12-31"),
  ])
  func `eras`(text: String, expected: String) { #expect(reading(text) == expected) }

  /// domain.md, section 6.2.
  @Test(arguments: [
    ("令和5年度", "FY2023"), ("R5年度", "FY2023"), ("FY2023", "FY2023"), ("2023年度", "FY2023"), ("FY 2023", "FY2023"),
    ("R7.9", "2025-09"), ("令和7年9月", "2025-09"), ("2025-09", "2025-09"), ("2025/9", "2025-09"), ("2025.9", "2025-09"),
    ("R7.4.1付", "@2025-04-01"), ("R7.4.1現在", "@2025-04-01"), ("令和7年4月1日時点", "@2025-04-01"),
    ("R7.4.1付け", "@2025-04-01"), ("令和7年9月末時点", "@2025-09-30"), ("令和7年9月末日時点", "@2025-09-30"),
    ("令和7年9月末(日)時点", "@2025-09-30"), ("令和7年9月末", "@2025-09-30"), ("令和6年2月末現在", "@2024-02-29"),
    ("令和6年度末", "@2025-03-31"), ("令和6年末", "@2024-12-31"), ("2024年末", "@2024-12-31"), ("令和6年度末時点", "@2025-03-31"),
    ("R7.9末", "@2025-09-30"), ("R7.9月末時点", "@2025-09-30"), ("R6.11", "2024-11"), ("R6.11末", "@2024-11-30"),
    ("R7年9月", "2025-09"), ("R7.12.20（土）", "2025-12-20"), ("令和7年度上半期末", "@2025-09-30"), ("令和7年度第2四半期末現在", "@2025-09-30"),
    ("2024年度Q4", "FY2024Q4"), ("令和6年度第４四半期", "FY2024Q4"), ("令和六年度第四四半期", "FY2024Q4"),
    ("令和6年度第二四半期", "FY2024Q2"), ("FY2025Q2", "FY2025Q2"), ("fy2025q2", "FY2025Q2"), ("2024年度 2Q", "FY2024Q2"),
    ("2024年Q4", "2024Q4"), ("2025Q3", "2025Q3"), ("2025年第3四半期", "2025Q3"), ("2024年10～12月期", "2024Q4"),
    ("令和6年度第2・四半期", "FY2024Q2"), ("令和6年10月-12月", "2024Q4"), ("2024年10月〜12月", "2024Q4"), ("2024年10-12月期", "2024Q4"),
    ("令和6年度10～12月", "FY2024Q3"), ("令和6年度1～3月期", "FY2024Q4"), ("平成31年1～3月", "2019Q1"), ("平成元年1～3月", "1989Q1"),
    ("令和7年度上半期", "FY2025H1"), ("令和7年度上期", "FY2025H1"), ("令和7年度下半期", "FY2025H2"), ("R7年度下期", "FY2025H2"),
    ("FY2025H1", "FY2025H1"), ("2025年度H2", "FY2025H2"), ("令和7年1月", "2025-01"), ("令和6年度1月", "2025-01"),
    ("平成31年度", "FY2019"), ("令和元年度", "FY2019"), ("平成元年度", "FY1989"), ("昭和63年度", "FY1988"),
    ("2019年", "2019"), ("2019", "2019"), ("令和5年", "2023"), ("西暦2025年9月", "2025-09"), ("令和5年中", "2023"),
    ("令和5年度分", "FY2023"), ("2025年(暦年)", "2025"), ("2025暦年", "2025"),
    ("R5", "time.ambiguous-year"), ("H31", "time.ambiguous-year"), ("令6", "time.ambiguous-year"),
    ("R5Q2", "time.ambiguous-year"), ("令和7年上半期", "time.ambiguous-half"), ("2025H1", "time.ambiguous-half"),
    ("令和7年度第5四半期", "time.impossible-quarter"), ("2025年13月", "time.impossible-month"),
    ("令和6年10月時点", "2024-10 time.instant-without-day"), ("9月", "time.no-year"), ("第2四半期", "time.no-year"),
    ("10月1日", "time.no-year"), ("上半期", "time.no-year"),
  ])
  func `periods and instants`(text: String, expected: String) { #expect(reading(text) == expected) }

  @Test(arguments: [
    ("2025-09-30", "2025-09-30"), ("2025/9/3", "2025-09-03"), ("2025.9.3", "2025-09-03"), ("20250903", "2025-09-03"),
    ("2025年9月3日", "2025-09-03"), ("２０２５／０９／０３", "2025-09-03"), ("2025-9-3", "2025-09-03"), ("202509", "2025-09"),
    ("H29.1.6", "2017-01-06"), ("R1.7.1", "2019-07-01"), ("R3.4.1", "2021-04-01"), ("R070930", "2025-09-30"),
    ("R7/9/30", "2025-09-30"), ("R7-9-30", "2025-09-30"), ("令和7年9月30日", "2025-09-30"), ("令和7年9月30日現在", "@2025-09-30"),
    ("2021-09-10 06:55", "2021-09-10"), ("2021-09-10T06:55:00+09:00", "2021-09-10"),
    ("2021/9/10 6:55:01.25", "2021-09-10"),
    ("2021年9月10日 6時55分", "2021-09-10"), ("2021-09-10T06", "time.not-a-time"),
    ("2021-09-10 25:00", "time.impossible-clock"),
    ("2021-09-10 06:60", "time.impossible-clock"), ("2021-09-10T23:30:00Z", "time.foreign-clock"),
    ("2021-09-10T06:55-05:00", "time.foreign-clock"),
    ("R7.11.28(金)", "2025-11-28"), ("2025年11月28日（金曜日）", "2025-11-28"),
    ("2025年11月28日(木)", "2025-11-28 time.wrong-weekday"),
    ("30 Sep 2025", "2025-09-30"), ("September 30, 2025", "2025-09-30"), ("Sep 2025", "2025-09"),
    ("30-Sep-25", "time.two-digit-year"),
    ("2025-02-30", "time.impossible-date"), ("2025/2/29", "time.impossible-date"), ("R7.2.29", "time.impossible-date"),
    ("令和6年4月31日", "time.impossible-date"), ("20250230", "time.impossible-date"),
    ("2025-00-01", "time.impossible-month"),
    ("2025-09-00", "time.impossible-date"), ("2025-13", "time.impossible-month"), ("20251301", "time.impossible-month"),
    ("9/1/2021", "time.ambiguous-order"), ("3/1/2019", "time.ambiguous-order"), ("9/30/2021", "time.ambiguous-order"),
    ("13/13/2021", "time.not-a-time"), ("25/9/3", "time.two-digit-year"), ("7.4.1", "time.two-digit-year"),
    ("45748", "time.undeclared-code"), ("2024000103", "time.undeclared-code"),
    ("99999999999999999999", "time.not-a-time"),
    ("", "time.not-a-time"), ("　", "time.not-a-time"), ("-", "time.not-a-time"), ("～", "time.not-a-time"),
    ("年", "time.not-a-time"),
    ("令和", "time.not-a-time"), ("令和年度", "time.not-a-time"), ("FY", "time.not-a-time"),
    ("2025年9月30日頃", "time.not-a-time"),
    ("25", "time.not-a-time"), ("総数", "time.not-a-time"), ("2025年9月～", "time.not-a-time"), ("0000", "time.not-a-time"),
  ])
  func `western and numeric dates`(text: String, expected: String) { #expect(reading(text) == expected) }

  @Test(arguments: [
    ("令和2～6年度", "2020-04-01..2025-03-31"), ("令和2年度～令和6年度", "2020-04-01..2025-03-31"),
    ("令和2～6年", "2020-01-01..2024-12-31"),
    ("2020～2024年度", "2020-04-01..2025-03-31"), ("2020-2024年度", "2020-04-01..2025-03-31"),
    ("R2-6年度", "2020-04-01..2025-03-31"),
    ("R2～R6", "time.ambiguous-year"), ("令和6年10月～7年3月", "FY2024H2"), ("2024年4月～2025年3月", "FY2024"),
    ("2024年1～12月", "2024"),
    ("2025-04～2025-09", "FY2025H1"), ("R7.4～R7.9", "FY2025H1"), ("R7.4～9", "FY2025H1"),
    ("2024年5～6月", "2024-05-01..2024-06-30"),
    ("2025年9月1日～30日", "2025-09"), ("2025/9/1～2025/9/15", "2025-09-01..2025-09-15"),
    ("R7.9.1～9.15", "2025-09-01..2025-09-15"),
    ("令和7年9月1日から9月15日まで", "2025-09-01..2025-09-15"), ("令和7年度第1～第3四半期", "2025-04-01..2025-12-31"),
    ("2024年10～3月", "time.reversed-range"), ("令和元年4～6月", "time.outside-era"),
    ("平成31年4～6月", "2019Q2 time.era-overrun"), ("令和6年～5年", "time.reversed-range"),
    ("2025年9月30日～31日", "time.impossible-date"),
    ("令和5年度（2023年度）", "FY2023"), ("2023年度(令和5年度)", "FY2023"), ("令和5(2023)年度", "FY2023"), ("平成31（令和元）年度", "FY2019"),
    ("平成31（2019）年4月", "2019-04"), ("令和5年度（2024年度）", "time.contradicting-years"),
  ])
  func `ranges and parallel years`(text: String, expected: String) { #expect(reading(text) == expected) }

  @Test(arguments: ["～", "〜", "~", "∼", "˜", "〰", "–", "—", "―", "‐", "-", "－", "ー", "−", "から"])
  func `every range sign`(sign: String) { #expect(reading("2024年10\(sign)12月期") == "2024Q4") }

  @Test(arguments: [
    ("R5", "FY2023", "2023"), ("H31", "FY2019", "2019"), ("令和5年", "FY2023", "2023"), ("2023", "FY2023", "2023"),
    ("令和元年", "FY2019", "2019"), ("平成31年", "FY2019", "2019"), ("R5Q2", "FY2023Q2", "2023Q2"),
    ("2023年第2四半期", "FY2023Q2", "2023Q2"), ("2023Q2", "2023Q2", "2023Q2"),
    ("令和5年上半期", "FY2023H1", "2023-01-01..2023-06-30"),
    ("令和5年度", "FY2023", "FY2023"), ("令和5年9月", "2023-09", "2023-09"), ("令和5年末", "@2023-12-31", "@2023-12-31"),
    ("令和元年4月", "time.outside-era", "time.outside-era"), ("2023年(暦年)", "2023", "2023"),
    ("R2～R4", "2020-04-01..2023-03-31", "2020-01-01..2022-12-31"),
  ])
  func `a declared reading of years`(text: String, fiscal: String, calendar: String) {
    #expect(reading(text, TimeGrammar(yearReading: .fiscal)) == fiscal)
    #expect(reading(text, TimeGrammar(yearReading: .calendar)) == calendar)
  }

  @Test(arguments: [
    ("9/1/2021", "2021-09-01", "2021-01-09"), ("3/1/2019", "2019-03-01", "2019-01-03"),
    ("4/1/2023", "2023-04-01", "2023-01-04"),
    ("9/30/2021", "2021-09-30", "time.impossible-month"), ("2021-09-01", "2021-09-01", "2021-09-01"),
    ("H29.1.6", "2017-01-06", "2017-01-06"), ("9/1/21", "time.two-digit-year", "time.two-digit-year"),
  ])
  func `a declared order of dates`(text: String, monthFirst: String, dayFirst: String) {
    #expect(reading(text, TimeGrammar(dateOrder: .monthDayYear)) == monthFirst)
    #expect(reading(text, TimeGrammar(dateOrder: .dayMonthYear)) == dayFirst)
  }

  @Test(arguments: [
    ("e-stat", "2020000000", "2020"), ("e-stat", "2019100000", "FY2019"), ("e-stat", "2024000103", "2024Q1"),
    ("e-stat", "2023001010", "2023-10"), ("e-stat", "2023100406", "FY2023Q1"), ("e-stat", "2023100103", "FY2023Q4"),
    ("e-stat", "2024001303", "time.bad-code"), ("e-stat", "2024200000", "time.bad-code"),
    ("e-stat", "2024", "time.bad-code"),
    ("e-stat", "", "time.bad-code"), ("e-stat", "2024000301", "time.bad-code"),
    ("dashboard", "20240900", "2024-09"), ("dashboard", "20243Q00", "2024Q3"), ("dashboard", "2024CY00", "2024"),
    ("dashboard", "2024FY00", "FY2024"), ("dashboard", "20245Q00", "time.bad-code"),
    ("dashboard", "20241300", "time.bad-code"),
    ("dashboard", "20240915", "time.bad-code"), ("serial", "45748", "2025-04-01"), ("serial", "43586", "2019-05-01"),
    ("serial", "45748.75", "2025-04-01"), ("serial", "60", "time.bad-code"), ("serial", "2025-04-01", "time.bad-code"),
    ("serial", "99999999999999999999", "time.bad-code"), ("serial", ".5", "time.bad-code"),
    ("serial", "", "time.bad-code"),
    ("%m/%d/%Y", "4/1/2023", "2023-04-01"), ("%Y年%m月", "2023年04月", "2023-04"), ("%Y", "2023", "2023"),
    ("%d.%m.%Y %H:%M", "01.04.2023 08:30", "2023-04-01"), ("%Y%m%d", "20230401", "2023-04-01"),
    ("%m/%d/%Y", "2/30/2023", "time.impossible-date"), ("%m/%d/%Y", "13/1/2023", "time.impossible-month"),
    ("%m/%d/%Y", "2023-04-01", "time.bad-code"), ("%m/%d", "4/1", "time.bad-code"),
    ("%Y-%m-%d", "2023-04-01x", "time.bad-code"),
    ("%Q", "1", "time.bad-code"), ("%", "%", "time.bad-code"),
  ])
  func `declared formats`(format: String, text: String, expected: String) {
    #expect(reading(text, TimeGrammar(format: format)) == expected)
  }

  @Test(arguments: [
    ("令和7年9月", Grain.quarter, "FY2025Q2"), ("2025-09-30", .fiscalYear, "FY2025"), ("令和元年", .calendarYear, "2019"),
    ("令和7年9月末時点", .month, "2025-09"), ("2025Q3", .half, "FY2025H1"), ("FY2024", .calendarYear, "none"),
    ("2024年", .fiscalYear, "none"),
    ("2025-09", .day, "none"),
  ])
  func `the period of a grain that holds a value`(text: String, grain: Grain, expected: String) throws {
    #expect(try TimeGrammar().read(text).value.period(grain)?.machineSpelling ?? "none" == expected)
  }
}
