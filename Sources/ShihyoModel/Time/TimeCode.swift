/// Time codes of national data services and spreadsheets, read only where a column declares them.
///
/// - Source: domain.md, sections 2 and 6.2.
enum TimeCode {
  /// Ten digits: year, 0 calendar or 1 fiscal, 0, first month, last month (0000: the whole year). Months 1 to 3 of a
  /// fiscal code lie in the next calendar year.
  static func eStat(_ text: String) throws(TimeRule) -> TimeValue {
    guard let digits = asciiDigits(text, count: 10), let value = eStat(digits) else {
      throw .badCode(format: "e-stat")
    }
    return value
  }

  private static func eStat(_ digits: [Int]) -> TimeValue? {
    let year = number(digits[0..<4])
    let from = number(digits[6..<8])
    let to = number(digits[8..<10])
    guard digits[4] <= 1, digits[5] == 0 else { return nil }
    let isFiscal = digits[4] == 1
    if from == 0, to == 0 { return Period.year(year, isFiscal: isFiscal).map(TimeValue.period) }
    guard let first = CalendarDate(year: isFiscal && from < 4 ? year + 1 : year, month: from, day: 1),
      let last = CalendarDate(year: isFiscal && to < 4 ? year + 1 : year, month: to, day: 1), first <= last
    else { return nil }
    return TimeValue(first: first, last: last.lastOfMonth, isFiscal: isFiscal)
  }

  /// Eight characters: `20240900`, `20243Q00` (calendar quarters), `2024CY00`, `2024FY00`.
  static func dashboard(_ text: String) throws(TimeRule) -> TimeValue {
    let folded = TextFolding.fold(text)
    guard folded.utf8.count == 8, folded.utf8.allSatisfy({ $0 < 0x80 }), folded.hasSuffix("00"),
      let year = asciiDigits(String(folded.prefix(4)), count: 4).map({ number($0[...]) }),
      let period = dashboard(year: year, unit: String(folded.dropFirst(4).prefix(2)))
    else { throw .badCode(format: "dashboard") }
    return .period(period)
  }

  private static func dashboard(year: Int, unit: String) -> Period? {
    if unit == "CY" || unit == "FY" { return Period.year(year, isFiscal: unit == "FY") }
    if unit.hasSuffix("Q") {
      return asciiDigits(String(unit.prefix(1)), count: 1).flatMap {
        Period.quarter($0[0], year: year, isFiscal: false)
      }
    }
    return asciiDigits(unit, count: 2).flatMap { CalendarDate(year: year, month: number($0[...]), day: 1) }
      .map { Period(.month, containing: $0) }
  }

  /// The whole part of a spreadsheet's day number; what follows the point is the time of day.
  static func serial(_ text: String) throws(TimeRule) -> TimeValue {
    let parts = TextFolding.fold(text).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, let digits = asciiDigits(String(whole), count: whole.utf8.count),
      digits.count <= 7, parts.count == 1 || asciiDigits(String(parts[1]), count: parts[1].utf8.count) != nil,
      let date = CalendarDate(spreadsheetSerial: number(digits[...]))
    else { throw .badCode(format: "serial") }
    return .period(Period(.day, containing: date))
  }

  private static func asciiDigits(_ text: String, count: Int) -> [Int]? {
    let bytes = Array(TextFolding.fold(text).utf8)
    guard count > 0, bytes.count == count,
      bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return bytes.map { Int($0) - 0x30 }
  }

  /// At most seven digits.
  private static func number(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }
}
