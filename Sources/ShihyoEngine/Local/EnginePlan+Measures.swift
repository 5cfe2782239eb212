import ShihyoModel

/// Compiling the measures of a query.
extension EnginePlan {
  /// - Parameter summed: columns that the same query sums: they are numbers, or the run fails, so that one reading is enough.
  mutating func measurePlace(_ aggregate: Aggregate, summed: Set<Label>) -> Int? {
    guard let name = aggregate.column, let column = column(name) else { return nil }
    let isSum = if case .sum = aggregate { true } else { false }
    let readings: MeasureReadings
    switch column.kind {
    case .number: readings = .number
    case .undeclared: readings = summed.contains(Label(name)) ? .number : .numberOrText
    case .time: readings = .date
    case .text, .boolean, .ageBracket: readings = .text
    }
    if isSum {
      if readings != .number {
        let type = column.field?.type.rawValue ?? Field.ValueType.any.rawValue
        findings.append(Finding(QueryRule.notAMeasure(column: column.name, type: type)))
        return nil
      }
      if let values = reading.shape?.unpivot?.values.map(\.name),
        !values.contains(where: { Label($0) == Label(column.name) })
      {
        findings.append(Finding(QueryRule.repeatedByUnpivot(column: column.name, values: values)))
        return nil
      }
      if column.field?.additivity == .rate {
        findings.append(Finding(QueryRule.rateNotSummed(column: column.name)))
        return nil
      }
    }
    let plan = MeasurePlan(column: column.index, readings: readings)
    if let known = measurePlaces[plan] { return known }
    measures.append(plan)
    measurePlaces[plan] = measures.count - 1
    return measures.count - 1
  }
}
