import ShihyoModel

extension ConditionTest {
  /// Reads the values of a condition in the type of its column.
  ///
  /// - Errors: `query.condition-value` for a value that the type cannot hold, `query.comparison-needs-type` for `<` on texts.
  init(_ condition: Condition, column: TouchedColumn) throws(Finding) {
    self.condition = condition
    self.column = column
    matchesEmpty = condition.comparison != .contains && condition.values.contains(where: TextFolding.isBlank)
    let typed = condition.values.filter { !TextFolding.isBlank($0) }
    operand = try Self.operand(condition, typed, column)
  }

  private static func operand(
    _ condition: Condition, _ values: [String], _ column: TouchedColumn
  ) throws(Finding) -> Operand {
    let isOrder = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(condition.comparison)
    let folded = condition.values.map { Label(TextFolding.fold($0)) }
    if isOrder, values.count < condition.values.count || values.isEmpty {
      throw Finding(QueryRule.comparisonNeedsType(column: column.name, value: ""))
    }
    if let grain = condition.grain {
      if [.text, .boolean, .ageBracket].contains(column.kind) {
        throw Finding(QueryRule.notADateColumn(column: column.name, type: column.field?.type.rawValue ?? "any"))
      }
      if condition.comparison == .contains { return .texts(folded) }
      return try .periods(values.map { (value) throws(Finding) in try period(value, grain, column) }, grain)
    }
    if condition.comparison == .contains { return .texts(folded) }
    switch column.kind {
    case .number: return try numbers(values, column, allowsReasons: !isOrder)
    case .time:
      let marks = isOrder ? [] : values.filter { column.reason(of: $0) != nil }
      let times = values.filter { !marks.contains($0) }
      return try .times(
        times.map { (value) throws(Finding) in try time(value, column) },
        marks: marks.map(Self.mark))
    case .boolean where !isOrder: return try .texts(truths(values, column))
    case .undeclared where isOrder: return try undeclaredOrder(values, column)
    case .undeclared:
      return .texts(folded, spelled: OtherSpellings(of: values, in: column))
    case .ageBracket where isOrder: throw Finding(QueryRule.orderOnBrackets(condition), text: values[0])
    case .text, .ageBracket, .boolean:
      if isOrder { throw Finding(QueryRule.comparisonNeedsType(column: column.name, value: values[0])) }
      return .texts(folded)
    }
  }

  /// Without a descriptor the value decides whether numbers or dates are compared.
  private static func undeclaredOrder(_ values: [String], _ column: TouchedColumn) throws(Finding) -> Operand {
    if let numbers = try? numbers(values, column, allowsReasons: false) { return numbers }
    var times: [TimeValue] = []
    for value in values {
      guard let time = try? time(value, column) else {
        throw Finding(QueryRule.comparisonNeedsType(column: column.name, value: value), text: value)
      }
      times.append(time)
    }
    return .times(times)
  }

  private static func numbers(
    _ values: [String], _ column: TouchedColumn, allowsReasons: Bool
  ) throws(Finding) -> Operand {
    var numbers: [ExactDecimal] = []
    var marks: [Label] = []
    for value in values {
      let grammar = column.field == nil ? column.numbers.adoptingUnit(of: value) ?? column.numbers : column.numbers
      switch (try? grammar.read(value))?.content {
      case .value(let number): numbers.append(number)
      case .absent(let reason) where allowsReasons && reason != .unknownMark:
        marks.append(Self.mark(value))
      default: throw unreadable(value, column, Bilingual(ja: "数値", en: "a number"))
      }
    }
    return .numbers(numbers, marks: marks)
  }

  private static func time(_ value: String, _ column: TouchedColumn) throws(Finding) -> TimeValue {
    guard let time = try? column.times.read(value).value else {
      throw unreadable(value, column, Bilingual(ja: "日付か期間", en: "a date or period"))
    }
    return time
  }

  /// A bare year is of the grain's own kind: `利用日:fiscal-year=2025` means 2025年度.
  private static func period(_ value: String, _ grain: Grain, _ column: TouchedColumn) throws(Finding) -> Period {
    if let period = Period(machineSpelling: value), period.grain == grain { return period }
    let isCalendar = grain == .calendarYear || grain == .calendarQuarter
    let grammar = TimeGrammar(yearReading: isCalendar ? .calendar : .fiscal, dateOrder: column.times.dateOrder)
    let label = grain.label
    let read = (try? grammar.read(value).value) ?? (try? column.times.read(value).value)
    guard let period = read?.period(grain) else {
      throw unreadable(value, column, Bilingual(ja: "期間 (\(label.ja))", en: "a period (\(label.en))"))
    }
    return period
  }

  private static func truths(_ values: [String], _ column: TouchedColumn) throws(Finding) -> [Label] {
    var labels: [Label] = []
    for value in values {
      switch column.boolean(value) {
      case .value(let isTrue):
        let spellings = isTrue ? column.field?.trueValues : column.field?.falseValues
        labels += (spellings ?? []).map { Label(TextFolding.fold($0)) }
      case .absent: labels.append(Label(TextFolding.fold(value)))
      case .refused: throw unreadable(value, column, Bilingual(ja: "真偽の値", en: "true or false"))
      }
    }
    return labels
  }

  private static func unreadable(_ value: String, _ column: TouchedColumn, _ expected: Bilingual) -> Finding {
    Finding(QueryRule.conditionValue(column: column.name, value: value, expected: expected), text: value)
  }
}
