/// A year as it was written, before it is known whether it is a fiscal or a calendar one.
struct WrittenYear {
  enum Basis {
    /// 年度, FY
    case fiscal
    /// 年
    case calendar
    /// 暦年, or 2025Q3: calendar whatever the column declares.
    case strictlyCalendar
    /// Nothing after it: R5, 2025.
    case bare
  }
  /// Western.
  var year: Int
  var era: Era?
  var basis = Basis.bare
}

/// One date or period as written; the ends of a range are two of them.
enum TimePiece {
  case year(WrittenYear)
  case quarter(WrittenYear, Int)
  case half(WrittenYear, Int)
  case month(WrittenYear, Int)
  case day(WrittenYear, Int, Int)
  /// What the end of a range may leave out: 令和6年10月～7年3月.
  var written: WrittenYear {
    switch self {
    case .year(let year), .quarter(let year, _), .half(let year, _), .month(let year, _), .day(let year, _, _): year
    }
  }
}

extension TimeParser {
  /// The days that a piece means, checked against its era.
  mutating func resolve(_ piece: TimePiece) throws(TimeRule) -> TimeValue {
    switch piece {
    case .year(let year): return try resolveYear(year)
    case .quarter(let year, let number):
      guard (1...4).contains(number) else { throw .impossibleQuarter(number) }
      let isFiscal = try isFiscal(year)
      return try checked(Period.quarter(number, year: year.year, isFiscal: isFiscal), year, isFiscal: isFiscal)
    case .half(let year, let number):
      return try resolveHalf(year, number)
    case .month(let year, let month):
      let first = try firstOfMonth(month, of: year)
      return try checked(first.map { Period(.month, containing: $0) }, year, isFiscal: year.basis == .fiscal)
    case .day(let year, let month, let day):
      guard let first = try firstOfMonth(month, of: year) else { throw .notATime }
      guard let date = CalendarDate(year: first.year, month: month, day: day) else {
        throw .impossibleDate(year: first.year, month: month, day: day)
      }
      return try checked(Period(.day, containing: date), year, isFiscal: year.basis == .fiscal)
    }
  }

  private mutating func resolveYear(_ year: WrittenYear) throws(TimeRule) -> TimeValue {
    let isFiscal = try isFiscal(year)
    guard let period = Period.year(year.year, isFiscal: isFiscal) else { throw .notATime }
    if let era = year.era {
      if let last = era.lastDay, period.first > last { warnings.append(.eraOverrun(era, period)) }
      // Without a declaration the year of a change is the part that carries the era's name.
      let first = max(period.first, era.firstDay)
      let last = min(period.last, era.lastDay ?? period.last)
      if !isFiscal, yearReading == nil, year.basis == .calendar, year.year >= 1873, first <= last {
        return TimeValue(first: first, last: last, isFiscal: false)
      }
    }
    return .period(period)
  }

  private mutating func resolveHalf(_ year: WrittenYear, _ number: Int) throws(TimeRule) -> TimeValue {
    if year.basis == .fiscal || yearReading == .fiscal {
      return try checked(Period.half(number, fiscalYear: year.year), year, isFiscal: true)
    }
    guard year.basis == .strictlyCalendar || yearReading == .calendar else { throw .ambiguousHalf(year.year) }
    let month = number == 1 ? 1 : 7
    guard let first = CalendarDate(year: year.year, month: month, day: 1),
      let last = CalendarDate(year: year.year, month: month + 5, day: 1)?.lastOfMonth
    else { throw .notATime }
    return .span(first: first, last: last)
  }

  private func isFiscal(_ year: WrittenYear) throws(TimeRule) -> Bool {
    switch year.basis {
    case .fiscal: return true
    case .strictlyCalendar: return false
    case .calendar: return yearReading == .fiscal
    case .bare:
      guard let yearReading else {
        if year.era != nil { throw .ambiguousYear(year.year) }
        return false
      }
      return yearReading == .fiscal
    }
  }

  /// Months 1 to 3 of a fiscal year lie in the next calendar year.
  private func firstOfMonth(_ month: Int, of year: WrittenYear) throws(TimeRule) -> CalendarDate? {
    guard (1...12).contains(month) else { throw .impossibleMonth(month) }
    return CalendarDate(year: year.basis == .fiscal && month < 4 ? year.year + 1 : year.year, month: month, day: 1)
  }

  /// A period that must touch the era that names it; a fiscal year in which an era ends has two names.
  private mutating func checked(_ period: Period?, _ year: WrittenYear, isFiscal: Bool) throws(TimeRule) -> TimeValue {
    guard let period else { throw .notATime }
    guard let era = year.era else { return .period(period) }
    guard period.first >= Era.gregorianSince else { throw .beforeGregorian }
    guard isFiscal || period.last >= era.firstDay else { throw .outsideEra(era, period) }
    let start = isFiscal ? CalendarDate(knownYear: year.year, month: 4, day: 1) : period.first
    if let last = era.lastDay, start > last { warnings.append(.eraOverrun(era, period)) }
    return .period(period)
  }
}
