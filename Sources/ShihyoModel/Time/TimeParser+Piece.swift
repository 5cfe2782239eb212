extension TimeParser {
  /// What follows a year: a quarter, a half, a month, a day, or nothing.
  mutating func piece(of year: WrittenYear) throws(TimeRule) -> TimePiece {
    if year.basis == .bare, let date = try numericDate(of: year) { return date }
    if let quarter = try quarter() {
      var year = year
      // 2025Q3 is the machine's spelling of a calendar quarter, whatever the column declares of 年.
      if year.basis == .bare, year.era == nil { year.basis = .strictlyCalendar }
      if scanner.take("(暦年)") { year.basis = .strictlyCalendar }
      return .quarter(year, quarter)
    }
    if let half = half() { return .half(year, half) }
    if year.basis != .bare, let month = try monthAndDay(of: year) { return month }
    return .year(year)
  }

  /// 2025-09, R7.9, 2025/9/3, H29.1.6. A dash before four digits, or before digits and 年, is a range sign.
  private mutating func numericDate(of year: WrittenYear) throws(TimeRule) -> TimePiece? {
    let position = scanner.position
    guard let separator = scanner.take(oneOf: Self.separators), let month = scanner.digits(), month.digits <= 2,
      !scanner.sees("年")
    else {
      scanner.position = position
      return nil
    }
    let afterMonth = scanner.position
    if scanner.take(separator), let day = scanner.digits(), day.digits <= 2, !scanner.sees("月") {
      _ = scanner.take("日")
      return .day(year, month.value, day.value)
    }
    scanner.position = afterMonth
    _ = scanner.take("月")
    return .month(year, month.value)
  }

  /// 9月, 9月30日, and the 10 of 10～12月.
  private mutating func monthAndDay(of year: WrittenYear) throws(TimeRule) -> TimePiece? {
    let position = scanner.position
    guard let month = scanner.number() else { return nil }
    guard scanner.take("月") else {
      let afterMonth = scanner.position
      let isRange = scanner.takeRangeSign() != nil && scanner.number() != nil && scanner.sees("月")
      scanner.position = isRange ? afterMonth : position
      return isRange ? .month(year, month.value) : nil
    }
    return try dayOfMonth(year, month.value)
  }

  private mutating func dayOfMonth(_ year: WrittenYear, _ month: Int) throws(TimeRule) -> TimePiece {
    let position = scanner.position
    if let day = scanner.number() {
      let afterDay = scanner.position
      if scanner.take("日") { return .day(year, month, day.value) }
      if scanner.takeRangeSign() != nil, scanner.number() != nil, scanner.sees("日") {
        scanner.position = afterDay
        return .day(year, month, day.value)
      }
    }
    scanner.position = position
    return .month(year, month)
  }

  /// 第2四半期, 第2・四半期, Q2, 2Q, and the 第1 of 第1～第3四半期.
  private mutating func quarter() throws(TimeRule) -> Int? {
    let position = scanner.position
    if scanner.take("Q"), let number = scanner.singleDigit(), !scanner.seesDigit { return number }
    scanner.position = position
    let isOrdinal = scanner.take("第")
    if let number = scanner.singleDigit() {
      let afterNumber = scanner.position
      _ = scanner.take("・")
      if scanner.take("四半期") || scanner.take("Q") { return number }
      let isRange = scanner.takeRangeSign() != nil
      scanner.position = afterNumber
      if isOrdinal, isRange { return number }  // 第1～第3四半期
    }
    scanner.position = position
    return nil
  }

  private mutating func half() -> Int? {
    if scanner.take("上半期") || scanner.take("上期") || scanner.take("H1") { return 1 }
    if scanner.take("下半期") || scanner.take("下期") || scanner.take("H2") { return 2 }
    return nil
  }

  /// The end of a range: 12月, 9月30日, 30日, 6年度, 7年3月, 第4四半期, a bare number of the same kind as the start.
  mutating func shortened(after start: TimePiece) throws(TimeRule) -> TimePiece {
    var year = start.written
    if case .quarter = start, let quarter = try quarter() { return .quarter(year, quarter) }
    if case .half = start, let half = half() { return .half(year, half) }
    guard let number = scanner.number() else { throw .notATime }
    if scanner.sees("年") || isBareYear(start) {
      guard let era = year.era, number.digits <= 3 else { throw .notATime }
      year.year = era.offset + number.value
      year.basis = scanner.take("年度") ? .fiscal : scanner.take("年") ? .calendar : .bare
      return try piece(of: year)
    }
    if scanner.take("月") { return try dayOfMonth(year, number.value) }
    let position = scanner.position
    if scanner.take(oneOf: Self.separators) != nil, let day = scanner.digits() {
      return .day(year, number.value, day.value)
    }
    scanner.position = position
    switch start {
    case .day(_, let month, _):
      _ = scanner.take("日")
      return .day(year, month, number.value)
    case .month: return .month(year, number.value)
    case .year, .quarter, .half: throw .notATime
    }
  }

  private func isBareYear(_ piece: TimePiece) -> Bool {
    if case .year(let year) = piece { year.basis == .bare } else { false }
  }
}
