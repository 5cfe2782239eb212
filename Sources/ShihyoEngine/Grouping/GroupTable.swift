import ShihyoModel

/// The groups of one query over some blocks of the input, with their primitives: a value that merges.
///
/// - Memory: in proportion to the groups.
/// - Merging: parts are merged in file order; the result is the same wherever the blocks were cut.
struct GroupTable: Sendable {
  /// Where an aggregate's column stands among those of its kind.
  private enum Slot: Sendable {
    case count
    case values(Int)
    case sum(Int)
    case extreme(Int)
  }

  let plan: EnginePlan.QueryPlan
  var accounting = Accounting()
  private(set) var index: GroupIndex
  private var firstRecords: [Int] = []
  private var counts: [Int] = []
  private var values: [ValueCountColumn] = []
  private var sums: [SumColumn] = []
  private var extremes: [ExtremeColumn] = []
  private let slots: [Slot]

  init(_ plan: EnginePlan.QueryPlan) {
    self.plan = plan
    index = GroupIndex(keyCount: plan.keys.count)
    var slots: [Slot] = []
    for aggregate in plan.aggregates {
      switch aggregate.aggregate {
      case .count: slots.append(.count)
      case .countValues:
        slots.append(.values(values.count))
        values.append(ValueCountColumn())
      case .sum:
        slots.append(.sum(sums.count))
        sums.append(SumColumn())
      case .min, .max:
        slots.append(.extreme(extremes.count))
        let keepsSmaller = if case .min = aggregate.aggregate { true } else { false }
        extremes.append(ExtremeColumn(keepsSmaller: keepsSmaller))
      }
    }
    self.slots = slots
    grow()
  }

  /// The group of a record, which is given out now if it is new.
  @inline(__always)
  mutating func group(record: Int, _ code: (Int) -> UInt32) -> UInt32 {
    let group = index.group(code)
    if Int(group) >= firstRecords.count { grow() }
    if firstRecords[Int(group)] > record { firstRecords[Int(group)] = record }
    return group
  }

  private mutating func grow() {
    let added = index.count - firstRecords.count
    firstRecords.append(contentsOf: repeatElement(.max, count: added))
    counts.append(contentsOf: repeatElement(0, count: added))
  }

  /// Adds the records of a block that have found their groups.
  mutating func add(_ rows: GroupedRows, measures: [MeasureBlock]) {
    for group in rows.groups { counts[Int(group)] += 1 }
    for (slot, aggregate) in zip(slots, plan.aggregates) {
      guard let measure = aggregate.measure else { continue }
      switch slot {
      case .count: break
      case .values(let place):
        values[place].grow(to: index.count)
        values[place].add(rows, measures[measure])
      case .sum(let place):
        sums[place].grow(to: index.count)
        sums[place].add(rows, measures[measure])
      case .extreme(let place):
        extremes[place].grow(to: index.count)
        extremes[place].add(rows, measures[measure])
      }
    }
  }

  /// Adds what a worker gathered in one block.
  ///
  /// - Parameter measures: those that the worker's table sums, in its order.
  /// - Parameter wide: per measure, the numbers beyond Int64 that its slots refer to.
  mutating func add(_ table: LocalTable, measures: [Int], wide: [[ExactDecimal]]) {
    for place in sums.indices { sums[place].grow(to: index.count) }
    let places = sumPlaces(measures)
    for local in table.touched.elements {
      let group = Int(table.resolved[Int(local)])
      guard group >= 0 else { continue }
      let cells = table.cells + Int(local) * table.stride
      let n = Int(cells[LocalTable.Cell.count])
      counts[group] += n
      for (sum, column) in places {
        sums[column].add(whole: cells[LocalTable.Cell.sums + sum], n: n, to: group)
      }
    }
    for odd in table.oddCells {
      let group = Int(table.resolved[odd.group])
      for (sum, column) in places where sum == odd.sum {
        sums[column].correct(odd.slot, in: group, wide: wide[measures[sum]])
      }
    }
  }

  /// Sums of a worker's table and the columns that they belong to.
  private func sumPlaces(_ measures: [Int]) -> [(sum: Int, column: Int)] {
    zip(slots, plan.aggregates).compactMap { slot, aggregate in
      guard case .sum(let column) = slot, let sum = measures.firstIndex(where: { $0 == aggregate.measure }) else {
        return nil
      }
      return (sum, column)
    }
  }

  /// Adds the groups of a later part of the input.
  ///
  /// - Parameter codes: for each key of the query, the code here of every code there.
  mutating func merge(_ other: GroupTable, codes: [[UInt32]]) {
    var groups: [Int] = []
    groups.reserveCapacity(other.index.count)
    for group in 0..<other.index.count {
      let theirs = other.index.codes(of: group)
      groups.append(Int(self.group(record: other.firstRecords[group]) { codes[$0][Int(theirs[$0])] }))
    }
    for (from, to) in groups.enumerated() { counts[to] += other.counts[from] }
    for place in values.indices {
      values[place].grow(to: index.count)
      var theirs = other.values[place]
      theirs.grow(to: other.index.count)
      values[place].merge(theirs, groups: groups)
    }
    for place in sums.indices {
      sums[place].grow(to: index.count)
      var theirs = other.sums[place]
      theirs.grow(to: other.index.count)
      sums[place].merge(theirs, groups: groups)
    }
    for place in extremes.indices {
      extremes[place].grow(to: index.count)
      var theirs = other.extremes[place]
      theirs.grow(to: other.index.count)
      extremes[place].merge(theirs, groups: groups)
    }
    accounting.merge(other.accounting)
  }

  /// The answer: one row per group, in order of first appearance.
  ///
  /// - Parameter mayCoincide: two groups may turn out to have one key (1 and 1.0 of a column that is numeric after all).
  /// - Parameter value: the key value of a code, by the key's place in the query.
  mutating func result(
    measures: [MeasureReader], warnings: [Finding], mayCoincide: Bool, value: (Int, UInt32) -> KeyValue
  ) -> ResultTable {
    for place in values.indices { values[place].grow(to: index.count) }
    for place in sums.indices { sums[place].grow(to: index.count) }
    for place in extremes.indices { extremes[place].grow(to: index.count) }
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
      : rows.sorted(by: ResultTable.Row.appearsBefore)
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
