/// One reading of one label: a piece, or two with a range sign between them, and what follows (末, 現在, a clock time).
struct TimeParser {
  var scanner: LabelScanner
  let yearReading: Field.YearReading?
  let dateOrder: Field.DateOrder?
  var warnings: [TimeRule] = []

  init(_ text: String, yearReading: Field.YearReading?, dateOrder: Field.DateOrder?) {
    scanner = LabelScanner(text)
    self.yearReading = yearReading
    self.dateOrder = dateOrder
  }

  mutating func parse() throws(TimeRule) -> TimeValue {
    let start = try piece(after: nil)
    let beforeSign = scanner.position
    if scanner.takeRangeSign() != nil {
      if !scanner.isAtEnd { return try range(from: start) }
      scanner.position = beforeSign
    }
    let value = try ending(start)
    guard scanner.isAtEnd else { throw .notATime }
    return value
  }

  private mutating func range(from start: TimePiece) throws(TimeRule) -> TimeValue {
    let end = try piece(after: start)
    var start = start
    if case .year(var year) = start, year.basis == .bare, case .year(let endYear) = end {
      year.basis = endYear.basis  // 令和2～6年度
      start = .year(year)
    }
    let first = try resolve(start)
    let last = try resolve(end)
    guard first.first <= last.first, first.last <= last.last else { throw .reversedRange }
    _ = scanner.take("まで")
    _ = scanner.take(oneOf: ["期", "分", "中"])
    guard scanner.isAtEnd else { throw .notATime }
    let isFiscal = if case .fiscal = start.written.basis { true } else { false }
    return TimeValue(first: first.first, last: last.last, isFiscal: isFiscal)
  }

  /// A piece; the end of a range may leave out what it shares with its start.
  private mutating func piece(after start: TimePiece?) throws(TimeRule) -> TimePiece {
    if let date = try englishDate() { return date }
    if let date = try compactDate() { return date }
    let position = scanner.position
    if let year = try writtenYear() { return try piece(of: year) }
    scanner.position = position
    if let start { return try shortened(after: start) }
    return try withoutYear()
  }

  /// What stands at the start and is no year: 9/1/2021 with its declared order, or the reason why it cannot be read.
  private mutating func withoutYear() throws(TimeRule) -> TimePiece {
    if scanner.take("第") || scanner.take("Q") || scanner.take("上") || scanner.take("下") { throw .noYear }
    guard let first = scanner.number(), first.digits <= 2 else { throw .notATime }
    if scanner.take("月") || scanner.take("四半期") || scanner.take("Q") { throw .noYear }
    guard let separator = scanner.take(oneOf: Self.separators), let second = scanner.number(),
      scanner.take(separator), let third = scanner.number(), second.digits <= 2
    else { throw .notATime }
    guard third.digits == 4 else { throw third.digits <= 2 ? .twoDigitYear : .notATime }
    let year = WrittenYear(year: third.value)
    switch dateOrder {
    case .monthDayYear: return .day(year, first.value, second.value)
    case .dayMonthYear: return .day(year, second.value, first.value)
    case .yearMonthDay, nil:
      let days = [(first.value, second.value), (second.value, first.value)]
        .compactMap { CalendarDate(year: third.value, month: $0.0, day: $0.1) }
      guard let one = days.first, let other = days.last else { throw .notATime }
      throw .ambiguousOrder(one == other ? [one] : [one, other])
    }
  }

  static let separators = [".", "/", "-"]
}
