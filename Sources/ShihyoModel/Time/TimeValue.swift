/// What a date or period label says.
public enum TimeValue: Hashable, Sendable {
  /// A day, month, quarter, half or year: a flow over it, or the day of an event.
  case period(Period)
  /// The state at a day (…現在, …末時点). A stock: never summed over time.
  case instant(CalendarDate)
  /// Any other run of days, both inclusive: 平成31年 (to 30 April), 令和2～6年度.
  case span(first: CalendarDate, last: CalendarDate)

  public var first: CalendarDate {
    switch self {
    case .period(let period): period.first
    case .instant(let date): date
    case .span(let first, _): first
    }
  }

  public var last: CalendarDate {
    switch self {
    case .period(let period): period.last
    case .instant(let date): date
    case .span(_, let last): last
    }
  }

  /// The period of `grain` that holds all of it; nil where it reaches over more than one (a month has no quarter of
  /// its own to be cut into, and 2024年 lies in two fiscal years): see `TimeRule.straddles`.
  public func period(_ grain: Grain) -> Period? {
    let period = Period(grain, containing: first)
    return period.contains(last) ? period : nil
  }
}

extension TimeValue {
  /// The days as the period that they make up exactly, else as a span. Three months are a fiscal or a calendar
  /// quarter, as the text was about fiscal or calendar years.
  init(first: CalendarDate, last: CalendarDate, isFiscal: Bool) {
    let quarter = isFiscal ? Grain.quarter : .calendarQuarter
    let grains = [Grain.day, .month, quarter, .half, .fiscalYear, .calendarYear]
    let exact = grains.map { Period($0, containing: first) }.first { $0.first == first && $0.last == last }
    self = exact.map(TimeValue.period) ?? .span(first: first, last: last)
  }
}
