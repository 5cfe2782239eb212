extension Period {
  /// Last day, inclusive.
  public var last: CalendarDate {
    guard grain != .day else { return first }
    let month = Self.monthIndex(first) + grain.months - 1
    return Self.firstOfMonth(month)?.lastOfMonth ?? .latest
  }

  /// The period `n` places later (earlier where negative), of the same grain; at the ends of the calendar (years 1 and
  /// 9999) the first or last period there is.
  public func advanced(by n: Int) -> Period {
    let size = grain == .day ? 1 : grain.months
    let step = n.multipliedReportingOverflow(by: size)
    let origin = grain == .day ? first.dayNumber : Self.monthIndex(first)
    let target = origin.addingReportingOverflow(step.partialValue)
    let date =
      step.overflow || target.overflow
      ? nil : grain == .day ? CalendarDate(dayNumber: target.partialValue) : Self.firstOfMonth(target.partialValue)
    return Period(grain, containing: date ?? (n < 0 ? .earliest : .latest))
  }

  /// The same period one year before (前年同期); for 29 February the 28th.
  public var yearBefore: Period {
    guard first.year > 1 else { return self }
    let day = min(first.day, CalendarDate.daysInMonth(first.month, of: first.year - 1))
    return Period(grain, containing: CalendarDate(knownYear: first.year - 1, month: first.month, day: day))
  }

  public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

  /// The fiscal year (April to March) that the first day lies in.
  public var fiscalYear: Int { first.month >= 4 ? first.year : first.year - 1 }

  /// The number within the year: quarter 1–4, half 1–2, month 1–12; 1 for a year, the day of the month for a day.
  public var number: Int {
    switch grain {
    case .day: first.day
    case .month: first.month
    case .quarter: (first.month + 8) % 12 / 3 + 1
    case .calendarQuarter: (first.month - 1) / 3 + 1
    case .half: first.month == 4 ? 1 : 2
    case .fiscalYear, .calendarYear: 1
    }
  }

  private static func monthIndex(_ date: CalendarDate) -> Int { date.year * 12 + date.month - 1 }

  private static func firstOfMonth(_ index: Int) -> CalendarDate? {
    guard (12..<120_000).contains(index) else { return nil }
    return CalendarDate(knownYear: index / 12, month: index % 12 + 1, day: 1)
  }
}

extension Period: Comparable {
  /// By first day; of those that start together the longer first, fiscal before calendar.
  public static func < (left: Period, right: Period) -> Bool {
    left.first == right.first ? left.grain.rank < right.grain.rank : left.first < right.first
  }
}

extension Grain {
  fileprivate var rank: Int {
    switch self {
    case .fiscalYear: 0
    case .calendarYear: 1
    case .half: 2
    case .quarter: 3
    case .calendarQuarter: 4
    case .month: 5
    case .day: 6
    }
  }
}
