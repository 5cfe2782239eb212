/// Reads the dates and periods of Japanese official tables: 令和7年9月末時点, R7.9, 2024年10～12月期, FY2025Q2, 2025/9/3.
///
/// - Never guesses: what has two readings is refused with both, unless the column declares which one it means.
/// - A clock time after a day is checked and left out; it must be Japan's.
/// - Errors: one `TimeRule`; what was read but should be known comes as warnings.
/// - Cost: O(length); a plain `2025-09-30` is read without folding.
/// - Source: domain.md, section 6.
public struct TimeGrammar: Sendable {
  /// Numeric formats that only a declaration tells from a plain number: e-Stat's ten digits (`2024000103`), the eight
  /// characters of 統計ダッシュボード (`20241Q00`), and the day numbers of spreadsheets (`45748`).
  public static let codedFormats = ["e-stat", "dashboard", "serial"]

  public let yearReading: Field.YearReading?
  public let dateOrder: Field.DateOrder?
  let format: String?

  /// - Parameters:
  ///   - yearReading: how a bare R5 or 令和5年 is read; nil refuses R5 and reads 令和5年 as the calendar year.
  ///   - dateOrder: how 9/1/2021 is read; nil refuses it.
  ///   - format: one of `codedFormats`, or a pattern such as `%m/%d/%Y`; any other text is as nil.
  public init(
    yearReading: Field.YearReading? = nil, dateOrder: Field.DateOrder? = nil, format: String? = nil
  ) {
    self.yearReading = yearReading
    self.dateOrder = dateOrder
    self.format = format
  }

  public func read(_ text: String) throws(TimeRule) -> (value: TimeValue, warnings: [TimeRule]) {
    switch format {
    case "e-stat": return (try TimeCode.eStat(text), [])
    case "dashboard": return (try TimeCode.dashboard(text), [])
    case "serial": return (try TimeCode.serial(text), [])
    case .some(let pattern) where pattern.contains("%"): return (try DatePattern(pattern).read(text), [])
    default: break
    }
    if let date = Self.plainDate(text) { return (.period(Period(.day, containing: date)), []) }
    var parser = TimeParser(text, yearReading: yearReading, dateOrder: dateOrder)
    let value = try parser.parse()
    return (value, parser.warnings)
  }

  /// `2025-09-30`, the spelling of most cells; nil sends the text to the parser, which knows what is wrong with it.
  private static func plainDate(_ text: String) -> CalendarDate? {
    let bytes = text.utf8
    guard bytes.count == 10 else { return nil }
    var parts = (0, 0, 0)
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch index {
      case 0..<4: parts.0 = parts.0 * 10 + digit
      case 5..<7: parts.1 = parts.1 * 10 + digit
      default: parts.2 = parts.2 * 10 + digit
      }
    }
    return CalendarDate(year: parts.0, month: parts.1, day: parts.2)
  }
}
