import ShihyoModel

/// One cell read by its field's type, as constraints and keys see it.
enum TypedCell: Sendable {
  case number(ExactDecimal)
  case time(TimeValue)
  /// Seconds since midnight.
  case clock(Int)
  case boolean(Bool)
  case age(AgeClass)
  case text(String)
  case absent(Reason)
  case refused(Finding)

  /// The value in one spelling, so that 1 and 1.0, or 2025/4/1 and 令和7年4月1日, are one key; nil where there is no value.
  var identity: String? {
    switch self {
    case .number(let number): number.reduced.description
    case .time(.period(let period)): period.machineSpelling
    case .time(.instant(let date)): "=" + date.description
    case .time(.span(let first, let last)): first.description + "/" + last.description
    case .clock(let seconds): "T\(seconds)"
    case .boolean(let flag): flag ? "true" : "false"
    case .age(let age): age.code
    case .text(let text): text
    case .absent, .refused: nil
    }
  }
}

extension TouchedColumn {
  /// The cell in the reading that its type asks for; without a type it is text. Doubts are added to `warnings`.
  ///
  /// Stricter than a query: a column of days refuses a month, a column of months a day, and a time of day is read at all.
  func typed(_ text: String, warnings: inout [Finding]) -> TypedCell {
    switch kind {
    case .number: return typedNumber(text, warnings: &warnings)
    case .boolean:
      switch boolean(text) {
      case .value(let flag): return .boolean(flag)
      case .absent(let reason): return .absent(reason)
      case .refused(let finding): return .refused(finding)
      }
    case .time:
      switch time(text, warnings: &warnings) {
      case .value(let value): return grainFault(value).map { .refused(finding($0, text: text)) } ?? .time(value)
      case .absent(let reason): return .absent(reason)
      case .refused(let finding): return .refused(finding)
      }
    case .ageBracket:
      if let reason = reason(of: text) { return .absent(reason) }
      do { return .age(try AgeGrammar().read(text)) } catch { return .refused(finding(error, text: text)) }
    case .text, .undeclared:
      if let reason = reason(of: text) { return .absent(reason) }
      guard field?.type == .time else { return .text(text) }
      return ClockTime.seconds(text).map { .clock($0) } ?? .refused(finding(CheckRule.notAClockTime, text: text))
    }
  }

  private func typedNumber(_ text: String, warnings: inout [Finding]) -> TypedCell {
    switch number(text, warnings: &warnings) {
    case .refused(let finding): return .refused(finding)
    case .absent(let reason): return .absent(reason)
    case .value(let cell):
      return cell.value.map { .number($0) } ?? .absent(cell.reason ?? .empty)
    }
  }

  private func grainFault(_ value: TimeValue) -> CheckRule? {
    switch field?.type {
    case .date, .datetime: value.first == value.last ? nil : .notADay
    case .yearmonth: if case .period(let period) = value, period.grain == .month { nil } else { .notAMonth }
    default: nil
    }
  }
}

/// A time of day: `9:05`, `09:05:00`, 9時5分. 24:00 is the end of the day.
enum ClockTime {
  static func seconds(_ text: String) -> Int? {
    var folded = TextFolding.fold(text)
    if folded.hasSuffix("秒") || folded.hasSuffix("分") {
      folded.removeLast()
    } else if folded.hasSuffix("時") {
      folded = String(folded.dropLast()) + ":00"
    }
    let parts = folded.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "時" || $0 == "分" }
    let numbers = parts.compactMap { part in
      (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (2...3).contains(numbers.count) else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    guard numbers[1] < 60, numbers.count < 3 || numbers[2] < 60, seconds <= 86_400 else { return nil }
    return seconds
  }
}
