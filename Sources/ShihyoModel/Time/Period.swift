/// One period of a grain, for example the second quarter of 令和7年度: `FY2025Q2`, 2025-07-01 to 2025-09-30.
///
/// - Order: by first day, then by grain, longer first.
public struct Period: Hashable, Sendable {
  public let grain: Grain
  public let first: CalendarDate

  /// The period of `grain` that holds `date`.
  public init(_ grain: Grain, containing date: CalendarDate) {
    self.grain = grain
    let month =
      switch grain {
      case .day, .month: date.month
      case .quarter, .calendarQuarter: (date.month - 1) / 3 * 3 + 1
      case .half: date.month >= 4 && date.month <= 9 ? 4 : 10
      case .fiscalYear: 4
      case .calendarYear: 1
      }
    let startsLastYear = (grain == .fiscalYear || grain == .half) && date.month < 4
    let day = grain == .day ? date.day : 1
    first = CalendarDate(year: date.year - (startsLastYear ? 1 : 0), month: month, day: day) ?? date
  }
}
