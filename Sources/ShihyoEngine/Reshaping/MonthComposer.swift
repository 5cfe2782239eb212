import ShihyoModel

/// Makes `2024-01` of 令和5年度 and 1月: in a fiscal year January to March are of the next calendar year.
///
/// - Year: as the time grammar reads it; fiscal where the text says 年度 or FY, or the column is declared so.
/// - Month: 1…12 with or without 月, or a month with its year (R6.1), which then stands alone.
/// - What cannot be read comes back as it stands, so that the column's own type says what is wrong with it.
/// - Cost: a dictionary look-up per record.
struct MonthComposer {
  let year: Int
  let month: Int
  private let grammar: TimeGrammar
  private var known: [Label: String] = [:]

  init(year: Int, month: Int, field: Field?, reading: ReadingOptions) {
    self.year = year
    self.month = month
    grammar = TimeGrammar(
      yearReading: field?.yearReading ?? reading.yearReading, dateOrder: field?.dateOrder ?? reading.dateOrder)
  }

  mutating func compose(_ yearText: String, _ monthText: String) -> String {
    let key = Label(yearText + "\u{0}" + monthText)
    if let text = known[key] { return text }
    let text = composed(yearText, monthText)
    if known.count > 10_000 { known.removeAll() }
    known[key] = text
    return text
  }

  private func composed(_ yearText: String, _ monthText: String) -> String {
    if monthText.isEmpty { return "" }
    if let number = Self.monthNumber(monthText) {
      guard let year = yearPeriod(yearText) else { return yearText + monthText }
      let isNext = year.grain == .fiscalYear && number < 4
      guard let date = CalendarDate(year: year.first.year + (isNext ? 1 : 0), month: number, day: 1) else {
        return yearText + monthText
      }
      return Period(.month, containing: date).machineSpelling
    }
    guard let value = try? grammar.read(monthText).value, case .period(let period) = value, period.grain == .month
    else { return yearText + monthText }
    return period.machineSpelling
  }

  private func yearPeriod(_ text: String) -> Period? {
    let folded = TextFolding.fold(text)
    if folded.utf8.count == 4, let year = Int(folded), let date = CalendarDate(year: year, month: 4, day: 1) {
      return Period(grammar.yearReading == .fiscal ? .fiscalYear : .calendarYear, containing: date)
    }
    switch try? grammar.read(text).value {
    case .period(let period) where period.grain == .fiscalYear || period.grain == .calendarYear: return period
    // 平成31年 ends in April, but as the year of a month it is 2019.
    case .span(let first, let last) where first.year == last.year: return Period(.calendarYear, containing: first)
    default: return nil
    }
  }

  private static func monthNumber(_ text: String) -> Int? {
    var folded = Substring(TextFolding.fold(text))
    for ending in ["月分", "月", "がつ"] where folded.hasSuffix(ending) {
      folded = folded.dropLast(ending.count)
      break
    }
    guard folded.utf8.count <= 2, let number = Int(folded), (1...12).contains(number) else { return nil }
    return number
  }
}
