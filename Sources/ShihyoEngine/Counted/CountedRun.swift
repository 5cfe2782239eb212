package import ShihyoModel

/// Answers queries from rows that another machine has counted: distinct cells with the number of records that hold them.
///
/// Only counting and the addition of plain numbers are done elsewhere. What a cell means, which filter it passes, its period or
/// bracket, and what is wrong with it is decided here, by the readers of `LocalEngine`; so both engines agree by construction.
/// - Shape: a row holds one cell per column of `columns`; records that differ in none of them may be one row. Where columns are
///   unpivoted, a row of the file is a row here, and becomes its records as it does in a file.
/// - Order: there are no record numbers, so rows stand in the order of their keys.
/// - Errors: as `LocalEngine`; a finding about cells says in how many records they stand instead of in which line.
/// - Cost: O(rows).
package struct CountedRun: ~Copyable {
  /// A column that the queries touch.
  package struct Column: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
      /// Every distinct text is needed.
      case text
      /// Cells of plain digits, `-?[0-9]{1,18}([.][0-9]{1,9})?` but no minus zero, need only their sum; every other text as it is.
      case plainSum(integersOnly: Bool, needsSample: Bool)
    }
    /// Place in the header, from 0.
    package let index: Int
    /// As the header has it.
    package let name: String
    package let role: Role
  }

  package let columns: [Column]
  /// Of the file.
  private let header: HeaderInfo
  private var reshaper: Reshaper?
  private let notice: Bilingual?
  private let refusesErrors: Bool
  private var total: PartialResult
  private var records = 0

  /// - Errors: every finding of all queries at once (kind `usage`), as `LocalEngine` has them; of a header that is wrong itself, those.
  package init(_ queries: [Query], header: HeaderInfo, dataset: Dataset) throws(Findings) {
    let reshaper = try dataset.reading.shape.map { (shape) throws(Findings) in
      let source = Dataset.Source.file(path: header.path ?? "-")
      return try Reshaper(shape, header: header, source: source, options: dataset.reading)
    }
    let ofRecords = reshaper?.header ?? header
    let faults = ofRecords.findings.filter { $0.severity == .error }
    let plan: EnginePlan
    do {
      plan = try EnginePlan(queries, header: ofRecords.names, schema: dataset.schema, reading: dataset.reading)
    } catch {
      throw faults.isEmpty ? error : Findings(ofRecords.findings)
    }
    guard faults.isEmpty else { throw Findings(ofRecords.findings) }
    self.header = header
    self.reshaper = reshaper
    notice = dataset.notice
    refusesErrors = dataset.reading.onError == .fail
    total = PartialResult(plan)
    for warning in ofRecords.findings { total.log.add(warning) }
    let touched = Self.columns(plan)
    columns = reshaper.map { Self.columns(of: touched, in: $0.layout, header) } ?? touched
  }

  private static func columns(_ plan: EnginePlan) -> [Column] {
    var texts = Set(plan.conditions.map(\.column.index))
    for key in plan.keys {
      switch key.source {
      case .single(let column), .split(let column, _): texts.insert(column.index)
      case .options(let columns): texts.formUnion(columns.map(\.index))
      }
    }
    for query in plan.queries {
      for aggregate in query.aggregates {
        guard let measure = aggregate.measure.map({ plan.measures[$0] }), let column = plan.columns[measure.column]
        else { continue }
        let isExtreme =
          switch aggregate.aggregate {
          case .min, .max: true
          case .count, .countValues, .sum: false
          }
        let reader = MeasureReader(column, readings: measure.readings)
        if isExtreme || !reader.readsPlainDigits { texts.insert(measure.column) }
      }
    }
    return plan.columns.values.sorted { $0.index < $1.index }.map { column in
      if texts.contains(column.index) { return Column(index: column.index, name: column.name, role: .text) }
      let integersOnly = column.kind == .number(integers: true)
      let role = Column.Role.plainSum(integersOnly: integersOnly, needsSample: column.field == nil)
      return Column(index: column.index, name: column.name, role: role)
    }
  }

  /// The columns of the file that hold the touched columns of its records; one that is needed as text is never only added up.
  private static func columns(of touched: [Column], in layout: RowLayout, _ header: HeaderInfo) -> [Column] {
    var roles: [Int: Column.Role] = [:]
    for column in touched {
      for slice in 0..<max(1, layout.slices.count) {
        guard let (index, isHeader) = layout.origin(of: column.index, slice: slice), !isHeader else { continue }
        let known = roles[index]
        roles[index] = known == nil || known == column.role ? column.role : .text
      }
    }
    return roles.sorted { $0.key < $1.key }.map { Column(index: $0.key, name: header.names[$0.key], role: $0.value) }
  }

  /// Adds rows of an answer, in any order.
  package mutating func add(_ rows: [CountedRow]) throws {
    let ordered = rows.sorted(by: CountedRow.precedes)
    var start = 0
    while start < ordered.count {
      try Task.checkCancellation()
      let end = min(ordered.count, start + 1 << 14)
      let rows = batch(ordered[start..<end])
      let records = try reshaped(rows)
      _ = try total.absorb(records, recordOffset: 0)
      start = end
    }
    records += rows.reduce(0) { $0 + $1.count }
  }

  /// The records of rows whose columns are unpivoted.
  private mutating func reshaped(_ rows: RecordBatch) throws(Findings) -> RecordBatch {
    guard var records = try reshaper?.reshape(rows), let counted = rows.counted, let layout = reshaper?.layout else {
      return rows
    }
    // A row that looks like an undeclared total.
    if !records.rejected.isEmpty || !records.findings.isEmpty { throw Findings(records.findings) }
    var own = CountedCells()
    for record in records.records.indices {
      let row = records.records[record].byteOffset
      own.counts.append(counted.counts[row])
      for column in layout.names.indices {
        guard let (index, isHeader) = records.origin?.column(record, column), !isHeader,
          let sums = counted.plain[index]
        else { continue }
        own.plain[column, default: Array(repeating: nil, count: records.records.count)][record] = sums[row]
      }
    }
    records.counted = own
    return records
  }

  private func batch(_ rows: ArraySlice<CountedRow>) -> RecordBatch {
    let arena = FieldArena(capacity: 1 << 16)
    var batch = RecordBatch(header: header, arena: arena)
    var counted = CountedCells()
    for column in columns where column.role != .text { counted.plain[column.index] = [] }
    let width = header.names.count
    for row in rows {
      counted.counts.append(row.count)
      let first = arena.sink.pointee.fields.count
      // A cell that nobody asks for is not empty: an empty one may say something about its row.
      let unread = UInt32(arena.sink.pointee.bytes.count)
      arena.sink.pointee.bytes.append(UInt8(ascii: "-"))
      for _ in 0..<width { arena.sink.pointee.fields.append(FieldBounds(start: unread, end: unread + 1)) }
      for (column, cell) in zip(columns, row.cells) {
        let text: [UInt8]
        switch cell {
        case .text(let bytes): text = bytes
        case .plain(let sum): text = Array((sum.sample ?? "0").utf8)
        }
        if column.role != .text {
          let sum: PlainSum? = if case .plain(let sum) = cell { sum } else { nil }
          counted.plain[column.index]?.append(sum)
        }
        let start = UInt32(arena.sink.pointee.bytes.count)
        text.withUnsafeBufferPointer { arena.sink.pointee.bytes.append($0) }
        arena.sink.pointee.fields.base[first + column.index] = FieldBounds(
          start: start, end: start + UInt32(text.count))
      }
      batch.records.append(
        RecordBatch.Record(
          number: .max, line: 0, lineCount: 0, byteOffset: batch.records.count, firstField: first, fieldCount: width,
          rawStart: 0,
          rawEnd: 0))
    }
    batch.counted = counted
    return batch
  }

  /// The answers, one per query.
  package consuming func finish() throws -> [ResultTable] {
    if records == 0 { total.log.add(Finding(ReadingRule.headerOnly, at: Place(file: header.path, line: header.line))) }
    let conflicts = total.unitConflicts
    let refused = CountedRefusals(total.countedRefusals)
    if !conflicts.isEmpty || (refusesErrors && (refused.total > 0 || total.log.errorCount > 0)) {
      let others = total.log.errors + conflicts
      throw Findings(
        others + refused.findings + total.log.warnings,
        total: others.count + refused.total + total.log.warnings.count)
    }
    if reshaper != nil { total.addLayout(LayoutCounts(rows: records)) }
    let notice = notice
    return total.results().map {
      var table = $0
      table.notice = notice
      return table
    }
  }

  /// Records with a cell that does not fit, by finding: several runs over the same records must refuse the same ones.
  package var hasRefusals: Bool { !total.countedRefusals.isEmpty }
}
