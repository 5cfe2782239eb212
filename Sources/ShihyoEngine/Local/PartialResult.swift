import ShihyoModel

/// What some blocks of the input answer to all queries: a value that takes blocks in file order and merges with the part behind it.
///
/// Note to the next reader: a block goes through four steps, column by column. Conditions and keys are read in every record,
/// measures, also where one is a key to be folded, only in records that pass the filter of a query that needs them; then the groups are found and the primitives added.
/// A record that any query refuses is refused for all, so that figures of one run rest on the same records.
struct PartialResult: Sendable {
  let plan: EnginePlan
  var log = FindingLog()
  private var conditions: [ConditionReader]
  var keys: [KeyReader]
  var measures: [MeasureReader]
  var tables: [GroupTable]
  private var decoder = CellDecoder(.utf8)

  init(_ plan: EnginePlan) {
    self.plan = plan
    conditions = plan.conditions.map { ConditionReader($0) }
    keys = plan.keys.map { KeyReader($0) }
    measures = plan.measures.compactMap { measure in
      plan.columns[measure.column].map { MeasureReader($0, readings: measure.readings) }
    }
    tables = plan.queries.map { GroupTable($0) }
  }

  /// Is shown the rows of each query, block by block: its place, the rows with their groups, and the block as it was read.
  typealias Observer = (_ query: Int, _ rows: GroupedRows, _ index: GroupIndex, _ block: BlockReading) throws -> Void

  /// Adds one block.
  ///
  /// - Parameter recordOffset: records of the files before this one.
  /// - Parameter observe: sees what is added; what it throws ends the run.
  /// - Returns: places in the block of the records that are refused.
  mutating func absorb(_ batch: RecordBatch, recordOffset: Int, observe: Observer? = nil) throws -> [Int] {
    let reading = read(batch, recordOffset: recordOffset)
    for query in tables.indices {
      tables[query].accounting.merge(reading.state.accounting(reading.fates[query], batch))
      let rows = groupedRows(query, reading.fates[query], reading.tags, reading.state)
      tables[query].add(rows, measures: reading.measures)
      try observe?(query, rows, tables[query].index, reading)
    }
    return reading.state.refused.indices.filter { reading.state.refused[$0] }
  }

  private mutating func read(_ batch: RecordBatch, recordOffset: Int) -> BlockReading {
    prepare(batch)
    var block = BlockState(batch, recordOffset: recordOffset)
    let verdicts = conditions.indices.map { readCondition($0, &block) }
    let fates = plan.queries.map { query in
      (0..<batch.records.count).map { record in Fate(query.conditions.map { verdicts[$0][record] }) }
    }
    let tags = keys.indices.map { readKey($0, fates, &block) }
    let blocks = measures.indices.map { readMeasure($0, fates, &block) }
    for finding in block.warnings { log.add(finding) }
    log.add(block.findingsInOrder(), beyondLimit: batch.findingCount - batch.findings.count)
    return BlockReading(plan: plan, keys: keys, state: block, fates: fates, tags: tags, measures: blocks)
  }

  /// Adds the part of the input that follows this one.
  mutating func merge(_ other: PartialResult) {
    log.merge(other.log)
    for place in measures.indices { measures[place].merge(other.measures[place]) }
    let codes = keys.indices.map { keys[$0].merge(other.keys[$0]) }
    for query in tables.indices {
      tables[query].merge(other.tables[query], codes: plan.queries[query].keys.map { codes[$0] })
    }
  }

  /// Blank lines that stand before the first block of a file.
  mutating func addBlankLines(_ count: Int) {
    for query in tables.indices { tables[query].accounting.blankLines += count }
  }

  /// Rows of a file that are no records.
  mutating func addLayout(_ counts: LayoutCounts) {
    for query in tables.indices { tables[query].accounting.layout.merge(counts) }
  }

  /// The answers, one per query.
  ///
  /// - Parameter earlierWarnings: what the headers gave rise to.
  func results(earlierWarnings: [Finding] = []) -> [ResultTable] {
    tables.map { table in
      var table = table
      let readers = table.plan.keys.map { keys[$0] }
      let resolvers = readers.indices.map { place in
        KeyResolver(readers[place], used: table.usedCodes(ofKey: place))
      }
      let warnings = plan.warnings + earlierWarnings + log.warnings + resolvers.flatMap { $0.alikeLabels() }
      var result = table.result(
        measures: measures, warnings: warnings, mayCoincide: readers.contains { $0.plan.form == .value }
      ) { resolvers[$0].value(of: $1) }
      result.foldLabels(ofKeys: readers.indices.filter { readers[$0].foldsLabels })
      return result
    }
  }

  /// Undeclared columns of numbers whose cells carry different units: no figure can be made of them, whatever is skipped.
  var unitConflicts: [Finding] {
    let ofMeasures = measures.filter { $0.readings == .number }.map(\.units)
    let ofKeys = keys.filter { $0.plan.form == .number }.map(\.units)
    var seen = Set<Finding>()
    return (ofMeasures + ofKeys).flatMap(\.conflicts).filter { seen.insert($0).inserted }
  }

  private mutating func prepare(_ batch: RecordBatch) {
    if batch.encoding != decoder.encoding { decoder = CellDecoder(batch.encoding) }
    for place in conditions.indices { conditions[place].prepareForBlock(decoder) }
    for place in keys.indices { keys[place].prepareForBlock(decoder) }
    for place in measures.indices { measures[place].prepareForBlock(decoder) }
  }

  private mutating func readCondition(_ place: Int, _ block: inout BlockState) -> [ConditionReader.Verdict] {
    let column = conditions[place].test.column
    var verdicts: [ConditionReader.Verdict] = []
    verdicts.reserveCapacity(block.batch.records.count)
    for record in block.batch.records.indices {
      let verdict = block.batch.withField(record, column.index) {
        conditions[place].read($0, warnings: &block.newWarnings)
      }
      if !block.newWarnings.isEmpty { block.placeWarnings(record) }
      if let refusal = verdict.refusal { block.refuse(record, conditions[place].refusals[refusal]) }
      verdicts.append(verdict)
    }
    return verdicts
  }

  private mutating func readKey(_ place: Int, _ fates: [[Fate]], _ block: inout BlockState) -> [KeyReader.Tag] {
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

  private mutating func readMeasure(_ place: Int, _ fates: [[Fate]], _ block: inout BlockState) -> MeasureBlock {
    let column = measures[place].column.index
    let users = plan.queries.indices.filter { query in
      plan.queries[query].aggregates.contains { $0.measure == place }
    }
    var slots = [NumberSlot](repeating: .absent(.empty), count: block.batch.records.count)
    for record in block.batch.records.indices where users.contains(where: { fates[$0][record] == .passes }) {
      let slot = block.batch.withField(record, column) {
        measures[place].read($0, at: block.batch.place(record, column), warnings: &block.newWarnings)
      }
      if !block.newWarnings.isEmpty { block.placeWarnings(record) }
      if slot.kind == .refused { block.refuse(record, measures[place].refusals[Int(slot.units)]) }
      slots[record] = slot
    }
    return MeasureBlock(slots: slots, reader: measures[place], batch: block.batch)
  }

  private mutating func groupedRows(
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
  private func combinations(_ lists: [[UInt32]]) -> [[UInt32]] {
    lists.reduce([[]]) { chosen, list in chosen.flatMap { first in list.map { first + [$0] } } }
  }
}

/// One block after its cells were read: what becomes of its records, their keys and their measures.
struct BlockReading {
  let plan: EnginePlan
  let keys: [KeyReader]
  let state: BlockState
  /// Per query and record.
  let fates: [[Fate]]
  /// Per key and record.
  let tags: [[KeyReader.Tag]]
  /// Per measure of the plan.
  let measures: [MeasureBlock]
}
