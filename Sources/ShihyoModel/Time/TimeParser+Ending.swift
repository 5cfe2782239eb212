extension TimeParser {
  /// What may follow a piece: a weekday, a clock time, 末, 現在, 時点, 付, 中, 分.
  mutating func ending(_ piece: TimePiece) throws(TimeRule) -> TimeValue {
    if case .year(let year) = piece, year.basis == .calendar, scanner.take("末") {
      // The end of a year is 31 December also where the column reads 年 as 年度.
      let day = try resolve(.day(year, 12, 31))
      return instant(day.last)
    }
    let value = try resolve(piece)
    if case .day = piece {
      try weekday(of: value.first)
      try clock()
      return asOf() ? .instant(value.first) : ignoringUse(value)
    }
    if case .period(let period) = value, let gloss = period.gloss { _ = scanner.take("(\(gloss.uppercased()))") }
    let position = scanner.position
    _ = scanner.take("期")
    if scanner.take("末") { return instant(value.last) }
    scanner.position = position
    if asOf() {
      guard case .period(let period) = value else { throw .notATime }
      warnings.append(.instantWithoutDay(period))
      return value
    }
    return ignoringUse(value)
  }

  private mutating func instant(_ date: CalendarDate) -> TimeValue {
    _ = scanner.take("(日)") || scanner.take("日")
    _ = asOf()
    return .instant(date)
  }

  private mutating func asOf() -> Bool {
    scanner.take(oneOf: ["時点", "現在", "付け", "付"]) != nil
  }

  /// 令和5年中, 令和5年度分: words that change nothing.
  private mutating func ignoringUse(_ value: TimeValue) -> TimeValue {
    _ = scanner.take(oneOf: ["中", "分"])
    return value
  }

  private mutating func weekday(of date: CalendarDate) throws(TimeRule) {
    let position = scanner.position
    guard scanner.take("("), let name = scanner.take(oneOf: Self.weekdays) else {
      scanner.position = position
      return
    }
    _ = scanner.take("曜日") || scanner.take("曜")
    guard scanner.take(")") else { throw .notATime }
    if Self.weekdays.firstIndex(of: name) != date.weekday - 1 { warnings.append(.wrongWeekday(date)) }
  }

  private static let weekdays = ["月", "火", "水", "木", "金", "土", "日"]

  /// `06:55`, `T06:55:00+09:00`, 6時55分. Checked, then left out: the day is what is grouped.
  private mutating func clock() throws(TimeRule) {
    let isMarked = scanner.take("T")
    let position = scanner.position
    guard let hour = scanner.digits(), scanner.take(":") || scanner.take("時") else {
      guard !isMarked else { throw .notATime }
      scanner.position = position
      return
    }
    var parts = [hour.value]
    while parts.count < 3, let part = scanner.digits() {
      parts.append(part.value)
      guard scanner.take(":") || scanner.take("分") || scanner.take("秒") else { break }
    }
    guard parts[0] < 24, parts.dropFirst().allSatisfy({ $0 < 60 }) else { throw .impossibleClock }
    if parts.count == 3, scanner.take("."), scanner.digits() == nil { throw .notATime }
    if scanner.isAtEnd || scanner.take("+09:00") || scanner.take("+0900") || scanner.take("+09") { return }
    if scanner.sees("Z") || scanner.sees("+") || scanner.sees("-") { throw .foreignClock }
  }

  /// 30 Sep 2025, Sep 2025, September 30, 2025.
  mutating func englishDate() throws(TimeRule) -> TimePiece? {
    let position = scanner.position
    var day = scanner.digits()?.value
    _ = scanner.take("-")
    guard let month = englishMonth() else {
      scanner.position = position
      return nil
    }
    _ = scanner.take("-")
    guard var year = scanner.digits() else {
      scanner.position = position
      return nil
    }
    if year.digits <= 2, day == nil {
      day = year.value
      _ = scanner.take(",")
      guard let next = scanner.digits() else { throw .noYear }
      year = next
    }
    guard year.digits == 4 else { throw year.digits <= 2 ? .twoDigitYear : .notATime }
    let written = WrittenYear(year: year.value)
    return day.map { .day(written, month, $0) } ?? .month(written, month)
  }

  private mutating func englishMonth() -> Int? {
    for (index, month) in EnglishMonth.capitals.enumerated() where scanner.take(month.short) {
      _ = scanner.take(month.rest)
      return index + 1
    }
    return nil
  }
}
