import Glibc
import ShihyoModel

/// The day on which an edition is published, in local time. `SOURCE_DATE_EPOCH` (seconds since 1970) stands for the clock, for
/// those who must make a record again.
enum PublishingDay {
  static func today() -> CalendarDate? {
    let given = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    var (moment, parts) = (time_t(given ?? time(nil)), tm())
    // A fixed moment names one day everywhere.
    if given != nil { gmtime_r(&moment, &parts) } else { localtime_r(&moment, &parts) }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
