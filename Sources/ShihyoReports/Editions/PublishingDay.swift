import Glibc
import ShihyoModel

/// The day on which an edition is published, in local time. `SOURCE_DATE_EPOCH` (seconds since 1970) stands for the clock, for
/// those who must make a record again.
enum PublishingDay {
  static let variable = "SOURCE_DATE_EPOCH"

  /// - Errors: `badSourceDate`: a record that says another day than the one meant is worse than none.
  static func today(
    given: String? = getenv(variable).map { String(cString: $0) }
  ) throws(Findings) -> CalendarDate {
    guard let words = given else {
      guard let day = day(of: time(nil), isLocal: true) else { throw refused("") }
      return day
    }
    // A fixed moment names one day everywhere.
    guard let seconds = Int(words), let day = day(of: seconds, isLocal: false) else { throw refused(words) }
    return day
  }

  private static func day(of seconds: Int, isLocal: Bool) -> CalendarDate? {
    var (moment, parts) = (time_t(seconds), tm())
    // A year that does not fit is nil here.
    guard (isLocal ? localtime_r(&moment, &parts) : gmtime_r(&moment, &parts)) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private static func refused(_ words: String) -> Findings {
    Findings([Finding(EditionRule.badSourceDate, text: "\(variable)=\(words)")], kind: .usage)
  }
}
