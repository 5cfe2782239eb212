import ShihyoModel

extension GroupTable {
  /// The answer: one row per group, in order of first appearance.
  ///
  /// - Parameter mayCoincide: two groups may turn out to have one key (1 and 1.0 of a column that is numeric after all).
  /// - Parameter value: the key value of a code, by the key's place in the query.
  mutating func result(
    measures: [MeasureReader], warnings: [Finding], mayCoincide: Bool, value: (Int, UInt32) -> KeyValue
  ) -> ResultTable {
    settle()
    let readings = plan.aggregates.map { $0.measure.map { measures[$0].finalReadings } ?? .number }
    var rows: [ResultTable.Row] = []
    rows.reserveCapacity(index.count)
    for group in 0..<index.count {
      let keys = (0..<index.keyCount).map { value($0, index.code(ofKey: $0, in: group)) }
      let first = firstRecords[group] == .max ? nil : firstRecords[group]
      rows.append(ResultTable.Row(keys: keys, firstRecord: first, values: primitives(of: group, readings)))
    }
    let ordered =
      mayCoincide
      ? ResultTable.combined(rows, aggregates: plan.query.aggregates)
      : ResultTable.Row.byAppearance(rows)
    return ResultTable(
      query: plan.query, rows: ordered,
      decimalsSeen: slots.map(decimalsSeen), accounting: accounting, overlapping: plan.isOverlapping,
      warnings: warnings, units: plan.aggregates.map { unit(of: $0, measures) }
    )
  }

  /// What the numbers of an undeclared column carry; a count has no unit.
  private func unit(of aggregate: EnginePlan.AggregatePlan, _ measures: [MeasureReader]) -> MeasureUnit? {
    switch aggregate.aggregate {
    case .count, .countValues: nil
    case .sum, .min, .max: aggregate.measure.flatMap { measures[$0].units.unit }
    }
  }

  private func primitives(of group: Int, _ readings: [MeasureReadings]) -> [AggregateValue] {
    var primitives: [AggregateValue] = []
    primitives.reserveCapacity(slots.count)
    for place in slots.indices {
      switch slots[place] {
      case .count: primitives.append(.count(counts[group]))
      case .values(let column):
        primitives.append(.countValues(values[column].value(group, readings: readings[place])))
      case .sum(let column): primitives.append(.sum(sums[column].value(group)))
      case .extreme(let column):
        primitives.append(.extreme(extremes[column].value(group, readings: readings[place])))
      }
    }
    return primitives
  }

  private func decimalsSeen(_ slot: Slot) -> Int {
    switch slot {
    case .count, .values: 0
    case .sum(let place): sums[place].decimalsSeen
    case .extreme(let place): extremes[place].decimalsSeen
    }
  }
}
