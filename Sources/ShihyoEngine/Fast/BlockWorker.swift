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
  static let chunkBytes = 1 << 15
  private static let irregular = UInt32(
    FIELD_INDEX_IRREGULAR_QUOTE | FIELD_INDEX_LONE_RETURN | FIELD_INDEX_ZERO_BYTE)

  let plan: FastPlan
  var tables: [LocalTable]
  /// Per query, once it has many groups, what stands for its table: the records of the block.
  var rows: [BlockRows?]
  let path = field_index_best_path()
  private let ends: UnsafeMutablePointer<UInt32>
  var conditions: [ConditionReader]
  var measures: [MeasureReader]
  let columns: WorkerColumns
  var warnings: [Finding] = []
  var scratch = GrowableBuffer<UInt8>()
  /// Records and physical lines of the block.
  private(set) var records = 0
  private(set) var lines = 0
  /// Per measure without a descriptor, the first number without a unit, where it stands in this block: `line` is the
  /// record from 0, `byteOffset` its beginning.
  var firstBare: [(text: String, place: Place)?]
  /// Per query, what became of the records of the block.
  var accounting: [Accounting]

  init(_ plan: FastPlan) {
    self.plan = plan
    let rowCapacity = Self.chunkBytes
    tables = plan.queries.map { LocalTable($0, rowCapacity: rowCapacity) }
    rows = plan.queries.map { _ in nil }
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
        firstRow: records, hasReturns: state.flags & UInt32(FIELD_INDEX_RETURN) != 0)
      // And whether a cell holds rows, which have delimiters.
      let mayHoldRows = state.flags & UInt32(FIELD_INDEX_QUOTED_DELIMITER) != 0
      guard !mayHoldRows || !chunk.holdsSwallowedRows(delimiter: plan.delimiter), take(chunk) else { return false }
      records += chunk.rows
      // A record that the chunk cuts goes to the next one.
      let used = chunk.rows * plan.fieldCount
      ends[-1] = ends[used - 1]
      found -= used
      memmove(ends, ends + used, found * MemoryLayout<UInt32>.stride)
    }
    field_index_finish(&state)
    let isWhole = found == 0 && state.open_quote == 0 && state.record_ends == records
    guard isWhole, state.flags & refused == 0 else { return false }
    let hasQuotes = state.flags & UInt32(FIELD_INDEX_QUOTE) != 0
    lines = hasQuotes ? field_index_line_ends(path, text, count) : records
    // How many lines a record may have is for the plain path to say.
    return lines - records < RecordSplitter.maximumRecordLines
  }

  private mutating func beginBlock(_ decoder: CellDecoder) {
    records = 0
    for table in tables { table.beginBlock() }
    for rows in rows { rows?.beginBlock() }
    for place in conditions.indices { conditions[place].prepareForBlock(decoder) }
    for place in measures.indices { measures[place].prepareForBlock(decoder) }
    for measure in measures.indices {
      firstBare[measure] = nil
      measures[measure].forgetTexts()
    }
    for query in accounting.indices { accounting[query] = Accounting() }
  }

  private mutating func take(_ chunk: FieldChunk) -> Bool {
    guard chunk.hasWholeRecords(), plan.fieldCount > 1 || !chunk.hasBlankLines() else { return false }
    for place in conditions.indices {
      guard judge(chunk, place) else { return false }
    }
    for query in plan.queries.indices {
      decideFates(chunk, query)
      if let rows = rows[query] { rows.append(chunk) } else { tables[query].find(chunk) }
    }
    for measure in measures.indices {
      guard read(chunk, measure) else { return false }
    }
    for query in plan.queries.indices {
      if let rows = rows[query] {
        rows.add(chunk, passes: columns.passes[query], columns: columns)
      } else {
        tables[query].add(chunk, passes: columns.passes[query], columns: columns)
      }
    }
    return true
  }
}
