extension CalendarDate {
  /// Days since 1970-01-01, which is day 0. The proleptic Gregorian calendar, one step per day.
  ///
  /// Years are counted from March, so that the leap day is the last day of a year and needs no case of its own.
  public var dayNumber: Int {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - Self.epochOffset
  }

  /// nil outside 0001-01-01 to 9999-12-31.
  public init?(dayNumber: Int) {
    guard Self.dayNumbers.contains(dayNumber) else { return nil }
    let days = dayNumber + Self.epochOffset
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: era * 400 + yearOfEra + (month > 2 ? 0 : 1), month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// Monday is 1, Sunday is 7.
  public var weekday: Int {
    let fromMonday = (dayNumber + 3) % 7
    return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
  }

  /// The day of a spreadsheet's serial number in its 1900 system, where 45748 is 2025-04-01.
  ///
  /// nil before 1900-03-01: spreadsheets count a 29 February 1900 that never was, so earlier serials differ by one.
  public init?(spreadsheetSerial serial: Int) {
    guard (61...2_958_465).contains(serial) else { return nil }
    self.init(dayNumber: serial - 25_569)
  }

  /// Days from 0000-03-01 to 1970-01-01.
  private static let epochOffset = 719_468
  static let dayNumbers = -719_162...2_932_896
  /// The calendar's ends: years have four digits.
  static let earliest = CalendarDate(knownYear: 1, month: 1, day: 1)
  static let latest = CalendarDate(knownYear: 9999, month: 12, day: 31)

  var lastOfMonth: CalendarDate {
    CalendarDate(knownYear: year, month: month, day: Self.daysInMonth(month, of: year))
  }
}
