import CFieldIndex
import Glibc
import ShihyoModel

/// Goes over one block after the other: indexes it in chunks that stay in the nearest cache, reads the columns that the
/// queries touch, and adds up what is plain. The hot path.
///
/// Note to the next reader: a worker never judges. Whatever could be an error, a warning or a matter of grammar makes
/// `parse` return false, and the block is read again by libcsv and the plain engine, which know what to say. What must
/// change together: the order of conditions, keys and measures here and in PartialResult.
/// Check: FastEngineTests compares the answers of both ways over generated files, for every block size.
struct BlockWorker: ~Copyable {
  private static let chunkBytes = 1 << 15
  private static let irregular = UInt32(
    FIELD_INDEX_IRREGULAR_QUOTE | FIELD_INDEX_LONE_RETURN | FIELD_INDEX_ZERO_BYTE)
  /// Whole numbers below this are added as they are; a block of them cannot overflow an Int64.
  private static let plainLimit: Int64 = 1_000_000_000_000

  let plan: FastPlan
  let tables: [LocalTable]
  private let path = field_index_best_path()
  private let ends: UnsafeMutablePointer<UInt32>
  private var conditions: [ConditionReader]
  private(set) var measures: [MeasureReader]
  private let columns: WorkerColumns
  private var warnings: [Finding] = []
  private var scratch = GrowableBuffer<UInt8>()
  /// Records and physical lines of the block.
  private(set) var rows = 0
  private(set) var lines = 0
  /// Per measure without a descriptor, the first number without a unit, where it stands in this block: `line` is the
  /// record from 0, `byteOffset` its beginning.
  private(set) var firstBare: [(text: String, place: Place)?]
  /// Per query, what became of the records of the block.
  private(set) var accounting: [Accounting]

  init(_ plan: FastPlan) {
    self.plan = plan
    let rowCapacity = Self.chunkBytes
    tables = plan.queries.map { LocalTable($0, rowCapacity: rowCapacity) }
    // One entry before the first, and what is left of the record that a chunk cuts.
    ends = .allocate(capacity: Self.chunkBytes + Int(FIELD_INDEX_SLACK) + plan.fieldCount + 1)
    ends[0] = .max
    conditions = plan.plan.conditions.map { ConditionReader($0) }
    measures = plan.plan.measures.compactMap { measure in
      plan.plan.columns[measure.column].map { MeasureReader($0, readings: measure.readings) }
    }
    firstBare = plan.plan.measures.map { _ in nil }
    columns = WorkerColumns(plan, rowCapacity: rowCapacity)
    accounting = plan.queries.map { _ in Accounting() }
  }

  deinit { ends.deallocate() }

  /// Reads a block of whole records; false where it is not for the hot path.
  ///
  /// - Parameter isASCII: the encoding is not known yet, so a byte that could tell it is not for the hot path.
  /// - Precondition: `BlockMemory.padding` bytes can be read beyond the text; the text ends with a line feed.
  mutating func parse(_ text: UnsafePointer<UInt8>, count: Int, decoder: CellDecoder, isASCII: Bool) -> Bool {
    beginBlock(decoder)
    if isASCII, memchr(text, 0x1B, count) != nil { return false }
    let refused = Self.irregular | (isASCII ? UInt32(FIELD_INDEX_NOT_ASCII) : 0)
    let ends = self.ends + 1
    var state = field_index_start()
    var offset = 0
    var found = 0
    ends[-1] = .max
    while offset < count {
      let piece = min(Self.chunkBytes, count - offset)
      found += field_index_scan(
        path, text + offset, piece, plan.delimiter, UInt32(truncatingIfNeeded: offset), &state, ends + found)
      offset += piece
      if state.flags & refused != 0 { return false }
      let chunk = FieldChunk(
        text: text, ends: UnsafePointer(ends), fieldCount: plan.fieldCount, rows: found / plan.fieldCount,
        firstRow: rows, hasReturns: state.flags & UInt32(FIELD_INDEX_RETURN) != 0)
      guard take(chunk) else { return false }
      rows += chunk.rows
      // A record that the chunk cuts goes to the next one.
      let used = chunk.rows * plan.fieldCount
      ends[-1] = ends[used - 1]
      found -= used
      memmove(ends, ends + used, found * MemoryLayout<UInt32>.stride)
    }
    field_index_finish(&state)
    guard found == 0, state.open_quote == 0, state.flags & refused == 0, state.record_ends == rows else { return false }
    let hasQuotes = state.flags & UInt32(FIELD_INDEX_QUOTE) != 0
    lines = hasQuotes ? field_index_line_ends(path, text, count) : rows
    return true
  }

  private mutating func beginBlock(_ decoder: CellDecoder) {
    rows = 0
    for table in tables { table.beginBlock() }
    for place in conditions.indices { conditions[place].prepareForBlock(decoder) }
    for place in measures.indices { measures[place].prepareForBlock(decoder) }
    for measure in measures.indices { firstBare[measure] = nil }
    for query in accounting.indices { accounting[query] = Accounting() }
  }

  private mutating func take(_ chunk: FieldChunk) -> Bool {
    guard chunk.hasWholeRecords() else { return false }
    for place in conditions.indices {
      guard judge(chunk, place) else { return false }
    }
    for query in plan.queries.indices {
      decideFates(chunk, query)
      tables[query].find(chunk)
    }
    for measure in measures.indices {
      guard read(chunk, measure) else { return false }
    }
    for query in plan.queries.indices {
      let sums = plan.queries[query].sums
      tables[query].add(chunk, passes: columns.passes[query], values: sums.map { columns.values[$0] })
    }
    return true
  }
}

extension BlockWorker {
  private mutating func judge(_ chunk: FieldChunk, _ place: Int) -> Bool {
    let column = conditions[place].test.column.index
    let verdicts = columns.verdicts[place]
    for row in 0..<chunk.rows {
      let field = chunk.bounds(row, column, column)
      let bytes = RawField.unescaped(UnsafeBufferPointer(start: chunk.text + field.start, count: field.count), &scratch)
      verdicts[row] = conditions[place].read(bytes, warnings: &warnings)
      if verdicts[row].refusal != nil { return false }
    }
    return warnings.isEmpty
  }

  /// What becomes of the records of a chunk in one query.
  private mutating func decideFates(_ chunk: FieldChunk, _ query: Int) {
    accounting[query].records += chunk.rows
    guard let passes = columns.passes[query] else {
      accounting[query].accepted += chunk.rows
      return
    }
    let verdicts = plan.queries[query].conditions.map { columns.verdicts[$0] }
    var accepted = 0
    for row in 0..<chunk.rows {
      let passing = verdicts.allSatisfy { $0[row].bits == ConditionReader.Verdict.holds.bits }
      passes[row] = passing ? 1 : 0
      accepted += passing ? 1 : 0
      if !passing, let reason = Self.reason(verdicts, row) { accounting[query].leftOut[reason] += 1 }
    }
    accounting[query].accepted += accepted
    accounting[query].filteredOut =
      accounting[query].records - accounting[query].accepted - accounting[query].leftOut.total
  }

  /// Why a record that does not pass is left out; nil where a condition fails.
  private static func reason(_ verdicts: [UnsafeMutablePointer<ConditionReader.Verdict>], _ row: Int) -> Reason? {
    let isMet = !verdicts.contains { $0[row].bits == ConditionReader.Verdict.fails.bits }
    return isMet ? verdicts.lazy.compactMap { $0[row].reason }.first : nil
  }

  /// Reads one measure in the records that pass for a query that needs it.
  private mutating func read(_ chunk: FieldChunk, _ measure: Int) -> Bool {
    let column = measures[measure].column.index
    let values = columns.values[measure]
    let needed = columns.needed(plan.users[measure], rows: chunk.rows)
    // An undeclared column may be of cells with a unit: until a number without one is found, each is looked at.
    let seeksBare = measures[measure].column.field == nil && !measures[measure].units.hasBare
    let readsPlainDigits = measures[measure].readsPlainDigits && !seeksBare
    for row in 0..<chunk.rows {
      if let needed, needed[row] == 0 { continue }
      var field = chunk.bounds(row, column, column)
      let isQuoted = chunk.text[field.start] == 0x22
      if isQuoted { field = (field.start &+ 1, field.count &- 2) }
      let value = PlainDigits.read(chunk.text + field.start, count: field.count)
      if value >= 0, readsPlainDigits {
        values[row] = value
      } else if isQuoted {
        guard readFully(chunk, row, measure, (field.start &- 1, field.count &+ 2)) else { return false }
      } else {
        guard readFully(chunk, row, measure, field) else { return false }
      }
    }
    if seeksBare { firstBare[measure] = measures[measure].units.firstBare }
    return true
  }

  /// Any other spelling than one to eight digits.
  @inline(never)
  private mutating func readFully(
    _ chunk: FieldChunk, _ row: Int, _ measure: Int, _ field: (start: Int, count: Int)
  ) -> Bool {
    let bytes = RawField.unescaped(UnsafeBufferPointer(start: chunk.text + field.start, count: field.count), &scratch)
    let slot = measures[measure].read(
      bytes, at: Place(line: chunk.firstRow + row, byteOffset: chunk.bounds(row, 0, 0).start), warnings: &warnings)
    guard warnings.isEmpty, slot.kind != .refused, !measures[measure].units.carriesUnit else { return false }
    let isPlain = slot.kind == .value && slot.decimals == 0 && slot.marks == 0
    if isPlain, slot.units < Self.plainLimit, slot.units > -Self.plainLimit {
      columns.values[measure][row] = slot.units
      return true
    }
    columns.values[measure][row] = 0
    for query in plan.users[measure] {
      if let passes = columns.passes[query], passes[row] == 0 { continue }
      guard let sum = plan.queries[query].sums.firstIndex(of: measure) else { continue }
      tables[query].addOdd(slot, row: row, sum: sum)
    }
    return true
  }
}
