import ShihyoModel

/// Computes the values of expressions from known figures and data.
///
/// - Errors: one `RelationRule` for what cannot be computed at all; a value that is missing is a `Quantity` that says why.
struct Evaluator {
  let figures: [String: KnownFigure]
  let desk: DataDesk
  let parts: DeclaredParts

  func value(of expression: ComparedValue) async throws -> Quantity {
    switch expression {
    case .number(let number): return Quantity(number, rounding: .halfUp)
    case .time: throw RelationRule.notANumber("")
    case .data(let reference): return try await desk.quantity(reference)
    case .reference(let id, let index): return try await value(of: id, index: index)
    case .call(let function, let arguments): return try await call(function, arguments)
    }
  }

  private func known(_ id: String) throws(RelationRule) -> KnownFigure {
    guard let figure = figures[id] else {
      throw .unknownID(id, nearest: NearestName.find(id, in: Array(figures.keys).sorted { Label($0) < Label($1) }))
    }
    return figure
  }

  /// The printed number; of a row that prints none, what it is computed as. Circles are refused before.
  private func value(of id: String, index: Int?) async throws -> Quantity {
    let figure = try known(id)
    if let printed = figure.printed {
      var quantity: Quantity
      if case .numbers = printed.content {
        guard let number = index.map(printed.number) ?? printed.main else {
          throw RelationRule.noSuchNumber(id, index ?? 1)
        }
        quantity = figure.quantity(number)
      } else {
        quantity = Quantity(printed)
      }
      quantity.ids = [id]
      return quantity
    }
    guard !figure.isPrinted, let clause = figure.clauses.first, case .value(let expression) = clause.content else {
      throw RelationRule.notANumber(id)
    }
    var quantity = try await value(of: expression)
    if quantity.unit == nil { quantity.unit = MeasureUnit(parsing: figure.unit) }
    quantity.ids.insert(id)
    return quantity
  }

  private func call(_ function: ComparedFunction, _ arguments: [ComparedValue]) async throws -> Quantity {
    if function == .weekday || function == .years { return try await calendar(function, arguments) }
    if function == .sum || function == .roundedShares { try parts.check(arguments) }
    var values: [Quantity] = []
    for argument in arguments { values.append(try await value(of: argument)) }
    for value in values { if case .none = value.content { return value } }
    let numbers = values.compactMap(\.number)
    guard numbers.count == values.count else { throw RelationRule.notANumber(Self.names(arguments)) }
    var result: Quantity
    switch function {
    case .sum: result = try Self.sum(values)
    case .difference: result = try Self.difference(values[0], values[1])
    case .share, .multiple, .rate: result = try Self.quotient(function, values)
    case .change:
      try refuseStandstill(arguments)
      result = try Self.quotient(function, values)
    case .ratio: throw RelationRule.ratioUndeclared(readings: Self.readings(numbers[0], numbers[1]))
    case .roundedShares: result = Self.roundedShares(numbers)
    case .weekday, .years: throw RelationRule.notANumber(Self.names(arguments))
    }
    result.takeSources(of: values)
    return result
  }

  private func calendar(_ function: ComparedFunction, _ arguments: [ComparedValue]) async throws -> Quantity {
    var times: [TimeValue] = []
    var ids: Set<String> = []
    for argument in arguments {
      if case .time(let time) = argument {
        times.append(time)
        continue
      }
      guard case .reference(let id, _) = argument, case .date(let date) = try known(id).printed?.content else {
        throw RelationRule.notANumber(Self.names([argument]))
      }
      times.append(.period(Period(.day, containing: date)))
      ids.insert(id)
    }
    guard let first = times.first, let last = times.last else { throw RelationRule.notANumber("") }
    var quantity: Quantity
    if function == .weekday {
      guard first.first == first.last else { throw RelationRule.notANumber(Self.names(arguments)) }
      quantity = Quantity(content: .weekday(first.first.weekday), interval: NumberInterval())
      quantity.working = first.first.description
    } else {
      let years =
        Period(.fiscalYear, containing: last.last).first.year - Period(.fiscalYear, containing: first.first).first.year
        + 1
      quantity = .number(Rational(years), unit: MeasureUnit(parsing: "年"))
    }
    quantity.ids = ids
    return quantity
  }

  /// Two figures of one time have no change between them.
  private func refuseStandstill(_ arguments: [ComparedValue]) throws(RelationRule) {
    var times: [String] = []
    for argument in arguments {
      guard case .reference(let id, _) = argument else { return }
      times.append(TextFolding.fold(try known(id).asOf))
    }
    if let first = times.first, !first.isEmpty, times.allSatisfy({ $0 == first }) { throw .noTimePasses(first) }
  }

  static func names(_ expressions: [ComparedValue]) -> String {
    expressions.map { if case .reference(let id, _) = $0 { id } else { "…" } }.joined(separator: ", ")
  }
}
