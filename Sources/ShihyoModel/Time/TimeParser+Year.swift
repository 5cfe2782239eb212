extension TimeParser {
  /// 令和7年, R7, ㋿元年, 2025年, FY2025, 令和5(2023)年度, or digits alone that hold more than a year (20250903).
  /// nil where no year stands here; `scanner` may have moved.
  mutating func writtenYear() throws(TimeRule) -> WrittenYear? {
    if scanner.take("FY") {
      guard let year = scanner.number(), year.digits == 4 else { return nil }
      return WrittenYear(year: year.value, basis: .fiscal)
    }
    guard var year = try bareYear() else { return nil }
    try parallelYear(of: year)
    if scanner.take("年度") || scanner.take("FY") {
      year.basis = .fiscal
    } else if scanner.take("暦年") || scanner.take("年(暦年)") {
      year.basis = .strictlyCalendar
    } else if scanner.take("年") {
      year.basis = .calendar
    }
    if year.basis != .bare { try parallelYear(of: year) }
    return year
  }

  private mutating func bareYear() throws(TimeRule) -> WrittenYear? {
    if let year = try eraYear() { return year }
    _ = scanner.take("西暦")
    guard let year = scanner.number(), year.digits == 4 else { return nil }
    return WrittenYear(year: year.value)
  }

  private mutating func eraYear() throws(TimeRule) -> WrittenYear? {
    let position = scanner.position
    for era in Era.allCases where scanner.take(oneOf: era.spellings) != nil {
      _ = scanner.take(".")
      let number = scanner.take("元") ? LabelScanner.Number(value: 1, digits: 1) : scanner.number()
      guard let number, number.digits <= 3 else { break }
      let year = era.offset + number.value
      guard number.value > 0 else {
        guard let period = Period.year(year, isFiscal: false) else { throw .notATime }
        throw .outsideEra(era, period)
      }
      return WrittenYear(year: year, era: era)
    }
    scanner.position = position
    return nil
  }

  /// The other calendar's year in brackets, which must be the same: 令和5年度（2023年度）, 平成31（令和元）年度.
  private mutating func parallelYear(of year: WrittenYear) throws(TimeRule) {
    let position = scanner.position
    guard scanner.take("("), let other = try bareYear() else {
      scanner.position = position
      return
    }
    _ = scanner.take("年度") || scanner.take("年")
    guard scanner.take(")") else {
      scanner.position = position
      return
    }
    guard other.year == year.year else { throw .contradictingYears(year.year, other.year) }
  }

  /// Digits that hold a whole date (20250903, 202509, R070930), or a code that needs a declaration.
  mutating func compactDate() throws(TimeRule) -> TimePiece? {
    let position = scanner.position
    var era: Era?
    if let letter = Era.allCases.first(where: { scanner.take($0.spellings[1]) }) { era = letter }
    guard let number = scanner.digits() else {
      scanner.position = position
      return nil
    }
    switch (era, number.digits) {
    case (nil, 8):
      return .day(WrittenYear(year: number.value / 10_000), number.value / 100 % 100, number.value % 100)
    case (nil, 6) where (1..<13).contains(number.value % 100) && (1800..<2200).contains(number.value / 100):
      return .month(WrittenYear(year: number.value / 100), number.value % 100)
    case (let era?, 6) where number.value >= 10_000:
      let year = WrittenYear(year: era.offset + number.value / 10_000, era: era)
      return .day(year, number.value / 100 % 100, number.value % 100)
    case (nil, 5) where scanner.isAtEnd:
      if let value = try? TimeCode.serial(String(number.value)) {
        throw .undeclaredCode(format: "serial", reading: value)
      }
    case (nil, 10) where scanner.isAtEnd:
      if let value = try? TimeCode.eStat(String(number.value)) {
        throw .undeclaredCode(format: "e-stat", reading: value)
      }
    default: break
    }
    scanner.position = position
    return nil
  }
}
