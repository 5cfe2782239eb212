import ShihyoModel

/// The groups of one query over some blocks of the input, with their primitives: a value that merges.
///
/// - Memory: in proportion to the groups.
/// - Merging: parts are merged in file order; the result is the same wherever the blocks were cut.
struct GroupTable: Sendable {
  /// Where an aggregate's column stands among those of its kind.
  enum Slot: Sendable {
    case count
    case values(Int)
    case sum(Int)
    case extreme(Int)
  }

  let plan: EnginePlan.QueryPlan
  var accounting = Accounting()
  var index: GroupIndex
  var firstRecords: [Int] = []
  var counts: [Int] = []
  var values: [ValueCountColumn] = []
  var sums: [SumColumn] = []
  var extremes: [ExtremeColumn] = []
  /// What the hot path adds up, on its way to `counts` and `sums`.
  var plain: PlainCells
  let slots: [Slot]

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
    plain = PlainCells(sums: sums.count)
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

  /// Adds rows that stand for several records each.
  mutating func add(_ rows: GroupedRows, measures: [MeasureBlock], counted: CountedCells) {
    growColumns()
    for (record, group) in zip(rows.records, rows.groups) { counts[Int(group)] += counted.counts[Int(record)] }
    for (slot, aggregate) in zip(slots, plan.aggregates) {
      guard let measure = aggregate.measure.map({ measures[$0] }) else { continue }
      switch slot {
      case .count: break
      case .values(let place): values[place].add(rows, measure, counts: counted.counts)
      case .sum(let place):
        let plain = counted.plain[measure.reader.column.index] ?? []
        sums[place].add(rows, measure, counts: counted.counts, plain: plain)
      case .extreme(let place): extremes[place].add(rows, measure, counts: counted.counts)
      }
    }
  }
}
