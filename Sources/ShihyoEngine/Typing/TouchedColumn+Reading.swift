import ShihyoModel

/// What a cell says in one reading, or why it does not fit the column.
enum Reading<Value: Sendable>: Sendable {
  case value(Value)
  case absent(Reason)
  case refused(Finding)

  func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .absent(let reason): .absent(reason)
    case .refused(let finding): .refused(finding)
    }
  }
}

/// Why a cell is refused; what only the block knows (the bad byte) is looked up when it is reported.
enum Refusal: Sendable {
  case finding(Finding)
  case invalidBytes(TouchedColumn)
}

extension TouchedColumn {
  /// The cell of a measure as a number: where nothing is declared of the column, in the unit that the cell itself carries.
  ///
  /// Every such unit is noted in `units`, for whether all cells agree is known at the end only.
  func measure(
    _ text: String, units: inout OwnUnits, at place: @autoclosure () -> Place, warnings: inout [Finding]
  ) -> Reading<NumberCell> {
    guard field == nil else { return number(text, warnings: &warnings) }
    let adopting = numbers.adoptingUnit(of: text)
    let reading = number(text, by: adopting ?? numbers, warnings: &warnings)
    if case .value(let cell) = reading, case .value(let value) = cell.content, adopting != nil || !value.isZero {
      units.note(adopting?.unit?.base ?? "", text: text, at: place())
    }
    return reading
  }

  /// The cell as a number in the column's unit; doubts of the grammar (a long vowel read as a minus) are added to `warnings`.
  func number(_ text: String, warnings: inout [Finding]) -> Reading<NumberCell> {
    number(text, by: numbers, warnings: &warnings)
  }

  private func number(
    _ text: String, by grammar: NumberGrammar, warnings: inout [Finding]
  ) -> Reading<NumberCell> {
    do throws(NumberRule) {
      let reading = try grammar.reading(of: text)
      switch reading.cell.content {
      case .absent:
        if reading.cell.reason == .unknownMark, let doubt = reading.doubts.first { throw doubt }
      case .value(let value):
        if kind == .number(integers: true), value.reduced.decimals > 0 {
          return .refused(finding(CellRule.notAnInteger, text: text))
        }
      }
      for doubt in reading.doubts { warnings.append(finding(doubt, text: text)) }
      return .value(reading.cell)
    } catch {
      return .refused(finding(error, text: text))
    }
  }

  /// The cell as a date or period; warnings of the grammar (an era overrun) are added to `warnings`.
  func time(_ text: String, warnings: inout [Finding]) -> Reading<TimeValue> {
    if let reason = reason(of: text) { return .absent(reason) }
    do {
      let (value, notes) = try times.read(text)
      for note in notes { warnings.append(finding(note, text: text)) }
      if let year = unlikelyYear(value) { warnings.append(finding(CellRule.unlikelyYear(year), text: text)) }
      return .value(value)
    } catch {
      return .refused(finding(error, text: text))
    }
  }

  /// A year that no statistics are of, as 0024 and 2204 for 2024; where the descriptor has bounds, they tell.
  func unlikelyYear(_ value: TimeValue) -> Int? {
    if let bounds = field?.constraints {
      let declared = [bounds.minimum, bounds.maximum, bounds.exclusiveMinimum, bounds.exclusiveMaximum]
      if declared.contains(where: { $0 != nil }) { return nil }
    }
    return [value.first.year, value.last.year].first { !CellRule.likelyYears.contains($0) }
  }

  /// The period of `grain` that holds the whole cell.
  func period(_ text: String, grain: Grain, warnings: inout [Finding]) -> Reading<Period> {
    switch time(text, warnings: &warnings) {
    case .absent(let reason): return .absent(reason)
    case .refused(let finding): return .refused(finding)
    case .value(let value):
      guard let period = value.period(grain) else {
        return .refused(finding(TimeRule.straddles(grain, value), text: text))
      }
      return .value(period)
    }
  }

  /// The cell as an age under a scheme: an age in years, or a bracket that lies wholly inside one of the scheme's.
  func age(_ text: String, scheme: BracketScheme) -> Reading<AgeClass> {
    if let reason = reason(of: text) { return .absent(reason) }
    let folded = TextFolding.fold(text)
    do throws(AgeRule) {
      let plainAge = folded.utf8.count <= 3 ? Int(folded) : nil
      let read: AgeClass
      if let age = plainAge, age > AgeGrammar.oldest { throw .implausible(age) }
      if let age = plainAge, let single = AgeBracket(lower: age, upper: age) {
        read = .bracket(single)
      } else {
        read = try AgeGrammar().read(text)
      }
      guard case .bracket(let bracket) = read else { return .value(read) }
      return .value(.bracket(try scheme.place(bracket)))
    } catch {
      return .refused(finding(error, text: text))
    }
  }

  /// The cell as a text key: `.absent` where it holds no value. A declared type is checked, the text stays as it stands.
  func text(_ text: String, warnings: inout [Finding]) -> Reading<Label> {
    switch kind {
    case .number:
      switch number(text, warnings: &warnings) {
      case .refused(let finding): return .refused(finding)
      case .absent(let reason): return .absent(reason)
      case .value(let cell): if let reason = cell.reason { return .absent(reason) }
      }
    case .time:
      switch time(text, warnings: &warnings) {
      case .refused(let finding): return .refused(finding)
      case .absent(let reason): return .absent(reason)
      case .value: break
      }
    case .boolean:
      if let reason = reason(of: text) { return .absent(reason) }
      if case .refused(let finding) = boolean(text) { return .refused(finding) }
    case .ageBracket:
      if let reason = reason(of: text) { return .absent(reason) }
      do { _ = try AgeGrammar().read(text) } catch { return .refused(finding(error, text: text)) }
    case .text, .undeclared: if let reason = reason(of: text) { return .absent(reason) }
    }
    return .value(Label(text))
  }

  /// The cell of a boolean column.
  func boolean(_ text: String) -> Reading<Bool> {
    if let reason = reason(of: text) { return .absent(reason) }
    let trueValues = field?.trueValues ?? []
    let falseValues = field?.falseValues ?? []
    if trueValues.contains(where: { Label($0) == Label(text) }) { return .value(true) }
    if falseValues.contains(where: { Label($0) == Label(text) }) { return .value(false) }
    return .refused(
      finding(CellRule.notABoolean(trueValues: trueValues, falseValues: falseValues), text: text))
  }

  /// Why a text holds no value: nothing stands in it or, under a descriptor, it is declared as missing or as a sign.
  ///
  /// Without a descriptor only the empty cell holds no value: x may be an answer.
  func reason(of text: String) -> Reason? {
    if text.isEmpty { return .empty }
    guard field != nil else { return nil }
    if let missing = missingValues.first(where: { Label($0.value) == Label(text) }) {
      return missing.reason ?? (try? numbers.read(text))?.reason ?? .missing
    }
    let overrides = field?.signs.overrides ?? [:]
    return overrides.isEmpty ? nil : overrides[TextFolding.fold(text)]
  }
}
