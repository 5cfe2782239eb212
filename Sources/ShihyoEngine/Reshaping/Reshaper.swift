import ShihyoModel

/// Turns the rows of one file into the records that its layout declares, batch by batch.
///
/// - Accounting: records are what comes out; `counts.layout` says how many rows went in and how many of them are no records.
/// - Places: findings name the cell of the file. A row with several records is told by its line.
/// - Missing: what is not in the file (a month of one measure only) is an empty cell.
/// - Cost: O(cells); records of one row share its bytes.
struct Reshaper {
  let layout: RowLayout
  /// That of the records.
  let header: HeaderInfo
  var counts = ReadingCounts()
  var totals: TotalLedger
  var periods: PeriodLedger?
  var months: MonthComposer?
  var blankDown: BlankDown
  var notes: NoteFinder
  let secondTable: SecondTable
  /// Columns of the file that hold the table's numbers.
  let values: [Int]
  /// Rows held back, because the last ones of the file may be notes.
  private var held: [PhysicalRow] = []
  private let heldCount: Int
  /// In the memory of the batch being made: the keys of each slice, the constants, months seen.
  var keyBounds: [[FieldBounds]] = []
  var constantBounds: [FieldBounds] = []
  var monthBounds: [Label: FieldBounds] = [:]

  /// One row, with the batch that keeps its bytes.
  struct PhysicalRow {
    let batch: RecordBatch
    let content: Content
    enum Content {
      case record(Int)
      case rejected(Int, Finding?)
    }
  }

  init(
    _ shape: TableShape, header: HeaderInfo, source: Dataset.Source, options: ReadingOptions
  ) throws(Findings) {
    let expected = shape.fields.map(\.name) + shape.blankDown.filter { shape.field(named: $0) == nil }
    if let elsewhere = HeaderPlace.finding(header, expected: expected, source: source, options: options) {
      throw Findings([elsewhere])
    }
    let laid = RowLayout(shape, header: header, source: source)
    var wrong = laid.findings
    layout = laid
    var ofRecords = header
    ofRecords.names = layout.names
    ofRecords.sourceColumns = laid.names.indices.map { $0 < laid.kept.count ? laid.kept[$0] : nil }
    let missing = layout.missingFields
    // A label without a column is told once, also where the column is declared.
    ofRecords.findings += missing
    let unreadable = layout.unreadableTimes(options)
    ofRecords.findings += unreadable
    ofRecords.findings += layout.doubtfulColumns.filter { doubt in
      !missing.contains { $0.code == doubt.code && $0.text == doubt.text }
        && !unreadable.contains { $0.place == doubt.place }
    }
    self.header = ofRecords
    totals = TotalLedger(layout, options, findings: &wrong)
    blankDown = BlankDown(layout.blankDown)
    notes = NoteFinder(shape.noteRows)
    secondTable = SecondTable(header)
    heldCount = if case .count(let count) = shape.noteRows { count } else { 0 }
    values = laid.measureColumns
    prepareTimes(shape, options, &wrong)
    if !wrong.isEmpty { throw Findings(wrong) }
  }

  private mutating func prepareTimes(
    _ shape: TableShape, _ options: ReadingOptions, _ findings: inout [Finding]
  ) {
    func column(_ name: String, _ key: String) -> Int {
      if let column = layout.recordColumn(named: name) { return column }
      let rule = ShapeRule.columnMissing(key: key, name: name, nearest: NearestName.find(name, in: layout.names))
      findings.append(Finding(rule, at: Place(file: header.path, line: header.line), text: name))
      return 0
    }
    let schema = shape.recordSchema(Schema(fields: shape.fields))
    func field(_ name: String) -> Field? {
      let folded = Label(TextFolding.fold(name))
      return schema.fields.first { Label(TextFolding.fold($0.name)) == folded }
    }
    if let yearMonth = shape.yearMonth {
      months = MonthComposer(
        year: column(yearMonth.year, "year-month"), month: column(yearMonth.month, "year-month"),
        field: field(yearMonth.year), reading: options)
    }
    if let wanted = shape.periods {
      periods = PeriodLedger(
        column: column(wanted.column, "periods"), by: wanted.by?.map { column($0, "periods") },
        field: field(wanted.column), path: header.path, reading: options)
    }
    if let by = shape.periods?.by.map({ Set($0.map { Label(TextFolding.fold($0)) }) }) {
      let given = by.union(
        [shape.periods?.column, shape.yearMonth?.month].compactMap { $0 }.map { Label(TextFolding.fold($0)) })
      let lacking = (shape.unpivot?.keys ?? []).map(\.field.name).filter {
        !given.contains(Label(TextFolding.fold($0)))
      }
      if !lacking.isEmpty {
        findings.append(Finding(ShapeRule.periodsNeedKeys(lacking), at: Place(file: header.path, line: header.line)))
      }
    }
  }

  /// The records of a batch of rows.
  ///
  /// - Errors: a second table in the file.
  mutating func reshape(_ batch: RecordBatch) throws(Findings) -> RecordBatch {
    var output = makeBatch(batch)
    output.blankLines = batch.blankLines
    totals.prepareForBlock()
    let findings = batch.findings
    output.findings = Array(findings.dropFirst(batch.rejected.count))
    // Beyond the limit of what is kept, only the number is known.
    output.findingCount = batch.findingCount - min(findings.count, batch.rejected.count)
    var record = 0
    for (index, rejected) in batch.rejected.enumerated() {
      while record < batch.records.count, batch.records[record].number < rejected.number {
        try take(PhysicalRow(batch: batch, content: .record(record)), &output)
        record += 1
      }
      let finding = index < findings.count ? findings[index] : nil
      try take(PhysicalRow(batch: batch, content: .rejected(index, finding)), &output)
    }
    for index in record..<batch.records.count {
      try take(PhysicalRow(batch: batch, content: .record(index)), &output)
    }
    add(totals.takeFindings(), to: &output)
    let inOrder = output.findings.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }
    output.findings = inOrder.map(\.element)
    return output
  }

  /// After the last batch: what can be told only now. Rows still held back are notes.
  mutating func finish(_ encoding: TextEncoding) -> RecordBatch {
    var output = RecordBatch(header: header, arena: FieldArena(capacity: 64))
    output.origin = RecordOrigin(layout: layout, encoding: encoding)
    for physical in held {
      counts.layout.rows += 1
      let row = RowText(physical, output.arena)
      let filled = row.cells.indices.filter { !row.isBlank($0, in: output.arena) }
      if filled.isEmpty { counts.layout.emptyRows += 1 } else { note(row, filled, physical, &output) }
    }
    held.removeAll()
    add(totals.finish() + (periods?.finish() ?? []), to: &output)
    return output
  }

  private mutating func makeBatch(_ batch: RecordBatch) -> RecordBatch {
    var output = RecordBatch(header: header, arena: FieldArena(capacity: 1 << 12))
    output.encoding = .utf8
    output.isTranscoded = batch.isTranscoded
    output.faults = batch.faults
    output.origin = RecordOrigin(layout: layout, encoding: batch.encoding)
    let arena = output.arena
    keyBounds = layout.slices.map { slice in slice.keys.map { arena.store($0) } }
    constantBounds = layout.constants.map { arena.store($0) }
    monthBounds.removeAll()
    return output
  }

  private mutating func take(_ row: PhysicalRow, _ output: inout RecordBatch) throws(Findings) {
    guard heldCount > 0 else { return try process(row, &output) }
    held.append(row)
    if held.count > heldCount { try process(held.removeFirst(), &output) }
  }

  func add(_ findings: [Finding], to output: inout RecordBatch) {
    output.findings += findings
    output.findingCount += findings.count
  }
}
