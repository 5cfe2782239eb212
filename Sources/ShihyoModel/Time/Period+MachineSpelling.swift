extension Period {
  /// One spelling for machines: `2025-09-30`, `2025-09`, `FY2025Q2`, `FY2025H1`, `FY2025`, `2025Q3`, `2025`.
  ///
  /// - Source: design.md, section 6.
  public var machineSpelling: String {
    let day = first.description
    let fiscal = "FY" + Self.padded(fiscalYear)
    return switch grain {
    case .day: day
    case .month: String(day.dropLast(3))
    case .quarter: "\(fiscal)Q\(number)"
    case .half: "\(fiscal)H\(number)"
    case .fiscalYear: fiscal
    case .calendarQuarter: "\(day.prefix(4))Q\(number)"
    case .calendarYear: String(day.prefix(4))
    }
  }

  /// Reads exactly what `machineSpelling` writes; nil for anything else.
  public init?(machineSpelling text: String) {
    let bytes = Array(text.utf8)
    let isFiscal = bytes.starts(with: [UInt8(ascii: "F"), UInt8(ascii: "Y")])
    var rest = bytes[(isFiscal ? 2 : 0)...]
    guard let year = Self.number(taking: 4, from: &rest) else { return nil }
    let period: Period?
    if rest.isEmpty {
      period = Period.year(year, isFiscal: isFiscal)
    } else if rest.first == UInt8(ascii: "-"), !isFiscal {
      period = Self.monthOrDay(year: year, rest: rest)
    } else {
      let letter = rest.removeFirst()
      guard let number = Self.number(taking: 1, from: &rest), rest.isEmpty else { return nil }
      switch letter {
      case UInt8(ascii: "Q"): period = Period.quarter(number, year: year, isFiscal: isFiscal)
      case UInt8(ascii: "H"): period = isFiscal ? Period.half(number, fiscalYear: year) : nil
      default: period = nil
      }
    }
    guard let period else { return nil }
    self = period
  }

  private static func monthOrDay(year: Int, rest: ArraySlice<UInt8>) -> Period? {
    var rest = rest.dropFirst()
    guard let month = number(taking: 2, from: &rest) else { return nil }
    if rest.isEmpty { return CalendarDate(year: year, month: month, day: 1).map { Period(.month, containing: $0) } }
    guard rest.removeFirst() == UInt8(ascii: "-"), let day = number(taking: 2, from: &rest), rest.isEmpty else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day).map { Period(.day, containing: $0) }
  }

  private static func number(taking count: Int, from bytes: inout ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= count else { return nil }
    var value = 0
    for byte in bytes.prefix(count) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    bytes.removeFirst(count)
    return value
  }

  private static func padded(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Period {
  /// nil outside the calendar.
  static func year(_ year: Int, isFiscal: Bool) -> Period? {
    CalendarDate(year: year, month: 4, day: 1).map { Period(isFiscal ? .fiscalYear : .calendarYear, containing: $0) }
  }

  /// nil where there is no such quarter.
  static func quarter(_ number: Int, year: Int, isFiscal: Bool) -> Period? {
    guard (1...4).contains(number) else { return nil }
    let month = (number - 1) * 3 + 1
    guard isFiscal else {
      return CalendarDate(year: year, month: month, day: 1).map { Period(.calendarQuarter, containing: $0) }
    }
    let date = CalendarDate(year: number == 4 ? year + 1 : year, month: number == 4 ? 1 : month + 3, day: 1)
    return date.map { Period(.quarter, containing: $0) }
  }

  /// nil where there is no such half.
  static func half(_ number: Int, fiscalYear: Int) -> Period? {
    guard (1...2).contains(number) else { return nil }
    return CalendarDate(year: fiscalYear, month: number == 1 ? 4 : 10, day: 1).map { Period(.half, containing: $0) }
  }
}
