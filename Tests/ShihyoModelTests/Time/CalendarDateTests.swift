import ShihyoModel
import Testing

struct CalendarDateTests {
  /// Day numbers from the Unix epoch; weekdays from published calendars.
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2025, 4, 1, 20_179, 2), (2025, 11, 28, 20_420, 5),
    (1969, 12, 31, -1, 3), (1873, 1, 1, -35_428, 3),
  ])
  func `day numbers and weekdays`(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(CalendarDate(dayNumber: number) == date)
  }

  @Test func `every day of the calendar follows the one before`() throws {
    var date = try #require(CalendarDate(year: 1, month: 1, day: 1))
    #expect(CalendarDate(dayNumber: date.dayNumber - 1) == nil)
    while let next = CalendarDate(dayNumber: date.dayNumber + 1) {
      let isNextDay = next.year == date.year && next.month == date.month && next.day == date.day + 1
      let isNextMonth =
        next.day == 1 && date.day == CalendarDate.daysInMonth(date.month, of: date.year)
        && next.year * 12 + next.month == date.year * 12 + date.month + 1
      guard isNextDay || isNextMonth else {
        Issue.record("\(next) follows \(date)")
        return
      }
      date = next
    }
    #expect(date.description == "9999-12-31")
  }

  @Test(arguments: [(45748, "2025-04-01"), (43586, "2019-05-01"), (61, "1900-03-01"), (2_958_465, "9999-12-31")])
  func `spreadsheet serials`(serial: Int, date: String) {
    #expect(CalendarDate(spreadsheetSerial: serial)?.description == date)
  }

  @Test(arguments: [60, 1, 0, -1, 2_958_466, Int.max, Int.min])
  func `serials that name no certain day`(serial: Int) { #expect(CalendarDate(spreadsheetSerial: serial) == nil) }

  @Test(arguments: [Int.max, Int.min, 2_932_897, -719_163])
  func `day numbers outside the calendar`(number: Int) { #expect(CalendarDate(dayNumber: number) == nil) }
}
