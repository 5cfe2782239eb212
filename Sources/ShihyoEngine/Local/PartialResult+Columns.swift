import ShihyoModel

/// Reading a batch column by column, and finding the groups of its records.
extension PartialResult {
  mutating func readCondition(_ place: Int, _ block: inout BlockState) -> [ConditionReader.Verdict] {
    let column = conditions[place].test.column
    // Of its own: the block is written to while its cells are read.
    let batch = block.batch
    var verdicts: [ConditionReader.Verdict] = []
    verdicts.reserveCapacity(batch.records.count)
    for record in batch.records.indices {
      let verdict = batch.withField(record, column.index) {
        conditions[place].read($0, warnings: &block.newWarnings)
      }
      if !block.newWarnings.isEmpty { block.placeWarnings(record) }
      if let refusal = verdict.refusal { block.refuse(record, conditions[place].refusals[refusal]) }
      verdicts.append(verdict)
    }
    return verdicts
  }

  mutating func readKey(_ place: Int, _ fates: [[Fate]], _ block: inout BlockState) -> [KeyReader.Tag] {
    let batch = block.batch
    var tags: [KeyReader.Tag] = []
    tags.reserveCapacity(batch.records.count)
    let users = plan.queries.indices.filter { plan.queries[$0].keys.contains(place) }
    let isMeasure = keys[place].plan.isMeasure
    switch keys[place].plan.source {
    case .single(let column), .split(let column, _):
      for record in batch.records.indices {
        if isMeasure, !users.contains(where: { fates[$0][record] == .passes }) {
          tags.append(.unread)
          continue
        }
        let tag = batch.withField(record, column.index) {
          keys[place].tag(
            of: $0, in: column, place: batch.place(record, column.index), warnings: &block.newWarnings)
        }
        if !block.newWarnings.isEmpty { block.placeWarnings(record) }
        if let refusal = tag.refusal { block.refuse(record, keys[place].refusals[refusal]) }
        tags.append(tag)
      }
    case .options(let columns):
      var states = [Int](repeating: 0, count: columns.count)
      for record in batch.records.indices {
        for (option, column) in columns.enumerated() {
          states[option] = batch.withField(record, column.index) {
            keys[place].optionState(option, $0, in: column)
          }
        }
        let tag = keys[place].tag(ofOptions: states, place: batch.place(record, columns[0].index))
        if let refusal = tag.refusal { block.refuse(record, keys[place].refusals[refusal]) }
        tags.append(tag)
      }
    }
    return tags
  }

  mutating func readMeasure(_ place: Int, _ fates: [[Fate]], _ block: inout BlockState) -> MeasureBlock {
    let column = measures[place].column.index
    let batch = block.batch
    let users = plan.queries.indices.filter { query in
      plan.queries[query].aggregates.contains { $0.measure == place }
    }
    var slots = [NumberSlot](repeating: .absent(.empty), count: batch.records.count)
    for record in batch.records.indices where users.contains(where: { fates[$0][record] == .passes }) {
      let slot = batch.withField(record, column) {
        measures[place].read($0, at: batch.place(record, column), warnings: &block.newWarnings)
      }
      if !block.newWarnings.isEmpty { block.placeWarnings(record) }
      if slot.kind == .refused { block.refuse(record, measures[place].refusals[Int(slot.units)]) }
      slots[record] = slot
    }
    return MeasureBlock(slots: slots, reader: measures[place], batch: batch)
  }

  mutating func groupedRows(
    _ query: Int, _ fates: [Fate], _ tags: [[KeyReader.Tag]], _ block: BlockState
  ) -> GroupedRows {
    var rows = GroupedRows()
    rows.reserve(block.batch.records.count)
    let places = plan.queries[query].keys
    for record in block.batch.records.indices where fates[record] == .passes && !block.refused[record] {
      let number = block.recordNumber(record)
      if places.allSatisfy({ tags[$0][record].isCode }) {
        rows.append(record, tables[query].group(record: number) { tags[places[$0]][record].bits })
        continue
      }
      for codes in combinations(places.map { keys[$0].codes(of: tags[$0][record]) }) {
        rows.append(record, tables[query].group(record: number) { codes[$0] })
      }
    }
    return rows
  }

  /// Every choice of one code per key, in order.
  func combinations(_ lists: [[UInt32]]) -> [[UInt32]] {
    lists.reduce([[]]) { chosen, list in chosen.flatMap { first in list.map { first + [$0] } } }
  }
}
