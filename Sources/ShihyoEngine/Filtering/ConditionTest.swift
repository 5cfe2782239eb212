import ShihyoModel

/// What a condition says of one cell.
enum ConditionOutcome: Sendable {
  case holds, fails
  /// `<` or `>` met a cell without a value.
  case leftOut(Reason)
  case refused(Finding)
}

/// One condition, compiled: the values as typed are read once, in the type of the column.
///
/// - `=` with a declared number compares numbers and, for a mark such as x, reasons; with a date it asks whether the cell lies in the
///   period (2025-09 holds every day of September); else it compares folded texts. Without a descriptor texts are compared, and
///   a value that is a number, a day or a period also matches another spelling of it (1234 and 1,234; FY2024 and 令和6年度). A
///   number with a leading zero is a code: 01 is not 1. `列=` matches the empty cell.
/// - `!=` is the exact negation and keeps reasons. `~` asks whether the folded cell contains the folded value.
/// - `<` and `>` compare numbers or dates: the declared type, without one that of the value. A period is less than a date if it ends
///   before it, and at most a period if it does not end later.
/// - Errors: a value that the column's type cannot hold, and `<` on texts, are refused before any record is read.
/// - Source: design.md, section 5.
struct ConditionTest: Sendable {
  enum Operand: Sendable {
    case texts([Label], spelled: OtherSpellings = OtherSpellings())
    /// Marks as typed, folded: 列=NA does not match …, though both say that a value is missing.
    case numbers([ExactDecimal], marks: [Label] = [])
    case times([TimeValue], marks: [Label] = [])
    case periods([Period], Grain)
  }

  let condition: Condition
  let column: TouchedColumn
  let operand: Operand
  let matchesEmpty: Bool

  func outcome(_ text: String, warnings: inout [Finding]) -> ConditionOutcome {
    switch condition.comparison {
    case .equal: equality(text, warnings: &warnings)
    case .notEqual:
      switch equality(text, warnings: &warnings) {
      case .holds: .fails
      case .fails: .holds
      case let other: other
      }
    case .contains: containment(text, warnings: &warnings)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: order(text, warnings: &warnings)
    }
  }

  /// Whether the condition holds for a plain number; nil where only the text can tell.
  func holds(units: Int64, decimals: UInt8) -> Bool? {
    guard case .numbers(let numbers, _) = operand, condition.comparison != .contains else { return nil }
    let number = ExactDecimal(coefficient: Int128(units), decimals: Int(decimals))
    if condition.comparison == .notEqual { return !numbers.contains(number) }
    return numbers.contains { holds(number, $0) }
  }

  private func equality(_ text: String, warnings: inout [Finding]) -> ConditionOutcome {
    let isBlank = TextFolding.isBlank(text)
    if matchesEmpty, isBlank { return .holds }
    switch operand {
    case .texts(let labels, let spelled):
      let folded = TextFolding.fold(text)
      return labels.contains(Label(folded)) || spelled.match(folded, in: column) ? .holds : .fails
    case .numbers(let numbers, let marks):
      switch column.number(text, warnings: &warnings) {
      case .refused(let finding): return .refused(finding)
      case .absent: return marks.contains(Self.mark(text)) ? .holds : .fails
      case .value(let cell):
        switch cell.content {
        case .absent: return marks.contains(Self.mark(text)) ? .holds : .fails
        case .value(let number): return numbers.contains(number) ? .holds : .fails
        }
      }
    case .times(let times, let marks):
      let isMark = marks.contains(Self.mark(text))
      return judged(column.time(text, warnings: &warnings), absent: isMark ? .holds : .fails) { value in
        times.contains { $0.first <= value.first && value.last <= $0.last }
      }
    case .periods(let periods, let grain):
      return judged(column.period(text, grain: grain, warnings: &warnings), absent: .fails) { periods.contains($0) }
    }
  }

  private func containment(_ text: String, warnings: inout [Finding]) -> ConditionOutcome {
    guard case .texts(let labels, _) = operand else { return .fails }
    var folded = Array(TextFolding.fold(text).utf8)
    if let grain = condition.grain {
      switch column.period(text, grain: grain, warnings: &warnings) {
      case .refused(let finding): return .refused(finding)
      case .absent: return .fails
      case .value(let period): folded = Array(period.machineSpelling.utf8)
      }
    }
    return labels.contains { folded.contains(Array($0.text.utf8)) } ? .holds : .fails
  }

  private func order(_ text: String, warnings: inout [Finding]) -> ConditionOutcome {
    switch operand {
    case .texts: return .fails
    case .numbers(let numbers, _):
      var units = OwnUnits()  // 5,964件 is more than 100; whether units mix is told where the column is added up.
      switch column.measure(text, units: &units, at: Place(), warnings: &warnings) {
      case .refused(let finding): return .refused(orderOnBrackets(text) ?? finding)
      case .absent(let reason): return .leftOut(reason)
      case .value(let cell):
        switch cell.content {
        case .absent(let reason): return .leftOut(reason)
        case .value(let number): return numbers.contains { holds(number, $0) } ? .holds : .fails
        }
      }
    case .times(let times, _):
      return judged(column.time(text, warnings: &warnings), absent: nil) { value in
        times.contains { holds(value.first, value.last, $0.first, $0.last) }
      }
    case .periods(let periods, let grain):
      return judged(column.period(text, grain: grain, warnings: &warnings), absent: nil) { value in
        periods.contains { holds(value.first, value.last, $0.first, $0.last) }
      }
    }
  }

  /// x and Ｘ are one spelling, NA and … are two.
  static func mark(_ text: String) -> Label { Label(TextFolding.fold(text).lowercased()) }

  /// Where the cell is a class of ages: a class has no order to compare by, but it can be brought into other classes.
  private func orderOnBrackets(_ text: String) -> Finding? {
    guard column.field == nil, case .bracket(let bracket)? = try? AgeGrammar().read(text),
      bracket.lower != bracket.upper
    else { return nil }
    return column.finding(QueryRule.orderOnBrackets(condition), text: text)
  }

  private func judged<Value>(
    _ reading: Reading<Value>, absent: ConditionOutcome?, _ test: (Value) -> Bool
  ) -> ConditionOutcome {
    switch reading {
    case .refused(let finding): .refused(finding)
    case .absent(let reason): absent ?? .leftOut(reason)
    case .value(let value): test(value) ? .holds : .fails
    }
  }

  private func holds(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
    switch condition.comparison {
    case .equal, .contains: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private func holds(
    _ first: CalendarDate, _ last: CalendarDate, _ otherFirst: CalendarDate, _ otherLast: CalendarDate
  ) -> Bool {
    switch condition.comparison {
    case .less: last < otherFirst
    case .lessOrEqual: last <= otherLast
    case .greater: first > otherLast
    case .greaterOrEqual: first >= otherFirst
    case .equal, .notEqual, .contains: false
    }
  }
}

extension [UInt8] {
  /// True where `other` stands somewhere inside; an empty text stands everywhere.
  func contains(_ other: [UInt8]) -> Bool {
    guard other.count <= count else { return false }
    return (0...(count - other.count)).contains { self[$0..<($0 + other.count)].elementsEqual(other) }
  }
}
