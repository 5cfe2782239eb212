import ShihyoModel

extension GroupTable {
  /// The answer: one row per group, in order of first appearance.
  ///
  /// - Parameter mayCoincide: two groups may turn out to have one key (1 and 1.0 of a column that is numeric after all).
  /// - Parameter value: the key value of a code, by the key's place in the query.
  mutating func result(
    measures: [MeasureReader], warnings: [Finding], mayCoincide: Bool, value: (Int, UInt32) -> KeyValue
  ) -> ResultTable {
    growColumns()
    var rows: [ResultTable.Row] = []
    rows.reserveCapacity(index.count)
    for group in 0..<index.count {
      let codes = index.codes(of: group)
      let keys = codes.indices.map { value($0, codes[$0]) }
      let first = firstRecords[group] == .max ? nil : firstRecords[group]
      rows.append(ResultTable.Row(keys: keys, firstRecord: first, values: primitives(of: group, measures)))
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

  private func primitives(of group: Int, _ measures: [MeasureReader]) -> [AggregateValue] {
    zip(slots, plan.aggregates).map { slot, aggregate in
      let readings = aggregate.measure.map { measures[$0].finalReadings } ?? .number
      return switch slot {
      case .count: .count(counts[group])
      case .values(let place): .countValues(values[place].value(group, readings: readings))
      case .sum(let place): .sum(sums[place].value(group))
      case .extreme(let place): .extreme(extremes[place].value(group, readings: readings))
      }
    }
  }

  private func decimalsSeen(_ slot: Slot) -> Int {
    switch slot {
    case .count, .values: 0
    case .sum(let place): sums[place].decimalsSeen
    case .extreme(let place): extremes[place].decimalsSeen
    }
  }
}
