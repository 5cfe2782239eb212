import ShihyoModel

/// What some blocks of the input answer to all queries: a value that takes blocks in file order and merges with the part behind it.
///
/// Note to the next reader: a block goes through four steps, column by column. Conditions and keys are read in every record,
/// measures, also where one is a key to be folded, only in records that pass the filter of a query that needs them; then the groups are found and the primitives added.
/// A record that any query refuses is refused for all, so that figures of one run rest on the same records.
struct PartialResult: Sendable {
  let plan: EnginePlan
  var log = FindingLog()
  var conditions: [ConditionReader]
  var keys: [KeyReader]
  var measures: [MeasureReader]
  var tables: [GroupTable]
  private var decoder = CellDecoder(.utf8)
  /// Records that look like no records, by their number over all files.
  var suspects: [Int: SuspectRow] = [:]
  /// Of rows that stand for several records: what is refused, and in how many of those.
  var countedRefusals: [Finding: Int] = [:]

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
  /// - Returns: what of the block is refused.
  mutating func absorb(_ batch: RecordBatch, recordOffset: Int, observe: Observer? = nil) throws -> Refused {
    let (reading, findings) = read(batch, recordOffset: recordOffset)
    for query in tables.indices {
      tables[query].accounting.merge(reading.state.accounting(reading.fates[query], batch))
      if !suspects.isEmpty { addSuspects(query, reading.fates[query], reading.state) }
      let rows = groupedRows(query, reading.fates[query], reading.tags, reading.state)
      if let counted = batch.counted {
        tables[query].add(rows, measures: reading.measures, counted: counted)
      } else {
        tables[query].add(rows, measures: reading.measures)
      }
      try observe?(query, rows, tables[query].index, reading)
    }
    let refused = reading.state.refused
    return Refused(records: refused.indices.filter { refused[$0] }, findings: findings)
  }

  private mutating func addSuspects(_ query: Int, _ fates: [Fate], _ block: BlockState) {
    for record in block.batch.records.indices where fates[record] == .passes && !block.refused[record] {
      guard let suspect = suspects[block.recordNumber(record)] else { continue }
      tables[query].accounting.layout.suspects.append(suspect)
    }
  }

  /// Places in a block of the records that are refused, and what is wrong in the block.
  struct Refused {
    var records: [Int] = []
    var findings: [Finding] = []
  }

  private mutating func read(_ batch: RecordBatch, recordOffset: Int) -> (BlockReading, [Finding]) {
    prepare(batch)
    var block = BlockState(batch, recordOffset: recordOffset)
    let verdicts = conditions.indices.map { readCondition($0, &block) }
    let fates = plan.queries.map { query in
      (0..<batch.records.count).map { record in Fate(query.conditions.map { verdicts[$0][record] }) }
    }
    let tags = keys.indices.map { readKey($0, fates, &block) }
    let blocks = measures.indices.map { readMeasure($0, fates, &block) }
    for finding in block.warnings { log.add(finding) }
    if let counted = batch.counted {
      countedRefusals.merge(block.countedFindings(counted.counts), uniquingKeysWith: +)
      let reading = BlockReading(
        plan: plan, keys: keys, state: block, fates: fates, tags: tags, measures: blocks)
      return (reading, [])
    }
    let findings = block.findingsInOrder()
    log.add(findings, beyondLimit: batch.findingCount - batch.findings.count)
    let reading = BlockReading(
      plan: plan, keys: keys, state: block, fates: fates, tags: tags, measures: blocks)
    return (reading, findings)
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
  consuming func results(earlierWarnings: [Finding] = []) -> [ResultTable] {
    // The groups are used up where nobody else holds them: with millions of them a copy would show.
    var part = self
    return part.tables.indices.map { query in
      let readers = part.tables[query].plan.keys.map { part.keys[$0] }
      let resolvers = readers.indices.map { place in
        KeyResolver(
          readers[place], used: part.tables[query].usedCodes(ofKey: place, count: readers[place].dictionary.count))
      }
      let warnings =
        part.plan.warnings + earlierWarnings + part.log.warnings
        + resolvers.flatMap { $0.alikeLabels() + $0.alikePeriods() + $0.lostZeros() } + part.comparedAsText(query)
      var result = part.tables[query].result(
        measures: part.measures, warnings: warnings, mayCoincide: readers.contains { $0.plan.form == .value },
        resolvers: resolvers)
      let folding = readers.indices.filter { readers[$0].foldsLabels }
      if !folding.isEmpty { result.foldLabels(ofKeys: folding) }
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
