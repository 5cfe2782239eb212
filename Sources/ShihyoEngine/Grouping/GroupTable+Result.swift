import ShihyoModel

extension GroupTable {
  /// The answer: one row per group, in order of first appearance.
  ///
  /// - Parameter mayCoincide: two groups may turn out to have one key (1 and 1.0 of a column that is numeric after all).
  /// - Parameter value: the key value of a code, by the key's place in the query.
  mutating func result(
    measures: [MeasureReader], warnings: [Finding], mayCoincide: Bool, resolvers: [KeyResolver]
  ) -> ResultTable {
    settle()
    let readings = plan.aggregates.map { $0.measure.map { measures[$0].finalReadings } ?? .number }
    var body = ResultRows(GroupRows(self, readings: readings, resolvers: resolvers), for: plan.query)
    if mayCoincide {
      body = ResultRows(
        ResultTable.combined((0..<body.count).map { body[$0] }, aggregates: plan.query.aggregates))
    }
    return ResultTable(
      query: plan.query, body: body,
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

  /// One primitive of a group.
  func primitive(_ place: Int, of group: Int, _ readings: MeasureReadings) -> AggregateValue {
    switch slots[place] {
    case .count: .count(counts[group])
    case .values(let column): .countValues(values[column].value(group, readings: readings))
    case .sum(let column): .sum(sums[column].value(group))
    case .extreme(let column): .extreme(extremes[column].value(group, readings: readings))
    }
  }

  /// Whether it can be told at once that all cells hold values and none has a mark; an extreme is not looked at.
  var arePlain: Bool {
    slots.allSatisfy { slot in
      switch slot {
      case .count: true
      case .values, .extreme: false
      case .sum(let place): sums[place].tally.arePlain
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
