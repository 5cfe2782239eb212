/// What can be wrong with a date or period label, or worth knowing about how it was read.
public enum TimeRule: FindingRule, Error {
  case notATime
  /// No such day: 2025-02-30.
  case impossibleDate(year: Int, month: Int, day: Int)
  case impossibleMonth(Int)
  /// 第5四半期
  case impossibleQuarter(Int)
  /// 25:00
  case impossibleClock
  /// A clock time of another zone: the day in Japan may be another one.
  case foreignClock
  /// Before the era began. The period as it would be.
  case outsideEra(Era, Period)
  /// After the era ended; converted. The period as it was read.
  case eraOverrun(Era, Period)
  /// An era day or month of the lunar calendar.
  case beforeGregorian
  /// R5, H31: fiscal or calendar?
  case ambiguousYear(Int)
  /// 令和7年上半期: from January or from April?
  case ambiguousHalf(Int)
  /// 9/1/2021: the days it may be, one or two, as `2021-09-01`.
  case ambiguousOrder([CalendarDate])
  /// 25/9/3, 7.4.1
  case twoDigitYear
  /// 9月, 第2四半期: the year is missing.
  case noYear
  /// 令和5年度（2024年度）
  case contradictingYears(Int, Int)
  /// 2025年9月30日(月)
  case wrongWeekday(CalendarDate)
  /// 2025年9月～4月
  case reversedRange
  /// 2024000103, 45748: a code of a format that nobody declared; what it would be.
  case undeclaredCode(format: String, reading: TimeValue)
  /// Not a text of the declared format.
  case badCode(format: String)
  /// 令和6年10月時点: the day is not said; read as the whole period.
  case instantWithoutDay(Period)
  /// The value reaches over more than one period of the grain that it is grouped at.
  case straddles(Grain, TimeValue)

  public var code: String {
    switch self {
    case .notATime: "time.not-a-time"
    case .impossibleDate: "time.impossible-date"
    case .impossibleMonth: "time.impossible-month"
    case .impossibleQuarter: "time.impossible-quarter"
    case .impossibleClock: "time.impossible-clock"
    case .foreignClock: "time.foreign-clock"
    case .outsideEra: "time.outside-era"
    case .eraOverrun: "time.era-overrun"
    case .beforeGregorian: "time.before-gregorian"
    case .ambiguousYear: "time.ambiguous-year"
    case .ambiguousHalf: "time.ambiguous-half"
    case .ambiguousOrder: "time.ambiguous-order"
    case .twoDigitYear: "time.two-digit-year"
    case .noYear: "time.no-year"
    case .contradictingYears: "time.contradicting-years"
    case .wrongWeekday: "time.wrong-weekday"
    case .reversedRange: "time.reversed-range"
    case .undeclaredCode: "time.undeclared-code"
    case .badCode: "time.bad-code"
    case .instantWithoutDay: "time.instant-without-day"
    case .straddles: "time.straddles"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .eraOverrun, .wrongWeekday: .warning
    case .instantWithoutDay: .note
    default: .error
    }
  }

  public static var examples: [TimeRule] {
    let day = CalendarDate(knownYear: 2019, month: 4, day: 30)
    let april = Period(.day, containing: day)
    let may = april.advanced(by: 1)
    return [
      .notATime, .impossibleDate(year: 2025, month: 2, day: 30), .impossibleMonth(13), .impossibleQuarter(5),
      .impossibleClock, .foreignClock, .outsideEra(.reiwa, april), .eraOverrun(.heisei, may), .beforeGregorian,
      .ambiguousYear(2023), .ambiguousHalf(2025), .ambiguousOrder([day, may.first]), .twoDigitYear, .noYear,
      .contradictingYears(2023, 2024), .wrongWeekday(day), .reversedRange,
      .undeclaredCode(format: "serial", reading: .period(april)), .badCode(format: "e-stat"),
      .instantWithoutDay(Period(.month, containing: day)),
      .straddles(.quarter, .period(Period(.half, containing: day))),
    ]
  }
}
