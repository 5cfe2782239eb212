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
  private var months: MonthComposer?
  private var blankDown: BlankDown
  private var notes: NoteFinder
  private let secondTable: SecondTable
  /// Columns of the file that hold the table's numbers.
  private let values: [Int]
  /// Rows held back, because the last ones of the file may be notes.
  private var held: [PhysicalRow] = []
  private let heldCount: Int
  /// In the memory of the batch being made: the keys of each slice, the constants, months seen.
  private var keyBounds: [[FieldBounds]] = []
  private var constantBounds: [FieldBounds] = []
  private var monthBounds: [Label: FieldBounds] = [:]

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

extension Reshaper {
  private mutating func process(_ physical: PhysicalRow, _ output: inout RecordBatch) throws(Findings) {
    let row = RowText(physical, output.arena)
    counts.layout.rows += 1
    let filled = row.cells.indices.filter { !row.isBlank($0, in: output.arena) }
    if filled.isEmpty, layout.shape.skipsEmptyRows || notes.line != nil {
      counts.layout.emptyRows += 1
      return
    }
    let first = filled.first.map { row.text($0, in: output.arena) } ?? ""
    switch notes.judge(first: first, filled: filled.count, line: row.line) {
    case .row: break
    case .note: return note(row, filled, physical, &output)
    case .dataAfterNotes:
      try refuseSecondTable(row, filled.count, first, output.arena)
      let rule = ShapeRule.dataAfterNotes(notesLine: notes.line ?? 0)
      let place = Place(file: header.path, line: row.line)
      return reject(physical, physical.finding ?? Finding(rule, at: place, text: first), &output)
    }
    try refuseSecondTable(row, filled.count, first, output.arena)
    guard case .record(let index) = physical.content else {
      return reject(physical, physical.finding, &output)
    }
    emit(row, physical.batch.records[index], physical, &output)
  }

  /// Takes a row out as a note, unless it has a number where the data has numbers: then it is data that only opens like one.
  private mutating func note(
    _ row: RowText, _ filled: [Int], _ physical: PhysicalRow, _ output: inout RecordBatch
  ) {
    let arena = output.arena
    let value =
      row.cells.count == layout.header.names.count
      ? values.first { column in
        filled.contains(column) && CellTraits(row.text(column, in: arena)).kind == .number
      } : nil
    guard let value else {
      counts.layout.notes += 1
      let text = filled.map { row.text($0, in: arena) }.joined(separator: " ")
      return counts.layout.addNote(text)
    }
    let name = layout.header.names[value]
    let place = Place(file: header.path, line: row.line, column: .field(number: value + 1, name: name))
    let first = filled.first.map { row.text($0, in: arena) }
    reject(physical, Finding(ShapeRule.noteHoldsValues(column: name), at: place, text: first), &output)
  }

  private func refuseSecondTable(
    _ row: RowText, _ filled: Int, _ first: String, _ arena: FieldArena
  ) throws(Findings) {
    guard secondTable.repeatsHeader(row, arena) || filled == 1 && SecondTable.isTitle(first) else { return }
    let rule = ShapeRule.secondTable(firstLine: header.line ?? 1)
    throw Findings([Finding(rule, at: Place(file: header.path, line: row.line), text: first)])
  }

  private mutating func reject(_ physical: PhysicalRow, _ finding: Finding?, _ output: inout RecordBatch) {
    let (start, end) = output.arena.keepRaw(physical.raw)
    counts.records += 1
    counts.rejected += 1
    output.rejected.append(
      RecordBatch.Rejected(
        number: counts.records, line: physical.line, lineCount: physical.lineCount, rawStart: start, rawEnd: end))
    add([finding].compactMap { $0 }, to: &output)
  }

  private mutating func emit(
    _ row: RowText, _ record: RecordBatch.Record, _ physical: PhysicalRow, _ output: inout RecordBatch
  ) {
    var row = row
    let above = blankDown.fill(&row, output.arena)
    if totals.takesTotal(row, output.arena) {
      counts.layout.totals += 1
      return
    }
    for column in above {
      let place = Place(
        file: header.path, line: row.line, column: .field(number: column + 1, name: layout.header.names[column]))
      add([Finding(ShapeRule.nothingAbove, at: place)], to: &output)
    }
    if let (column, label) = totals.undeclaredTotal(row, output.arena) {
      let name = layout.header.names[column]
      let place = Place(file: header.path, line: row.line, column: .field(number: column + 1, name: name))
      let rule = ShapeRule.totalUndeclared(column: name, label: label)
      return reject(physical, Finding(rule, at: place, text: label), &output)
    }
    if !totals.isEmpty { totals.addPart(row, output.arena) }
    let (start, end) = output.arena.keepRaw(physical.raw)
    for slice in 0..<max(1, layout.slices.count) {
      let arena = output.arena
      let firstField = arena.sink.pointee.fields.count
      append(row, slice, arena)
      counts.records += 1
      output.origin?.slices.append(Int32(slice))
      output.records.append(
        RecordBatch.Record(
          number: counts.records, line: record.line, lineCount: record.lineCount, byteOffset: record.byteOffset,
          firstField: firstField, fieldCount: layout.names.count, rawStart: start, rawEnd: end))
      addPeriod(&output)
    }
  }

  /// The cells of one record.
  private mutating func append(_ row: RowText, _ slice: Int, _ arena: FieldArena) {
    let firstField = arena.sink.pointee.fields.count
    for column in layout.kept { arena.sink.pointee.fields.append(row.cells[column]) }
    if slice < layout.slices.count {
      for key in keyBounds[slice] { arena.sink.pointee.fields.append(key) }
      for column in layout.slices[slice].columns {
        arena.sink.pointee.fields.append(column.map { row.cells[$0] } ?? FieldBounds(start: 0, end: 0))
      }
    }
    for constant in constantBounds { arena.sink.pointee.fields.append(constant) }
    guard let year = months?.year, let month = months?.month else { return }
    let text = months?.compose(arena.text(ofField: firstField + year), arena.text(ofField: firstField + month)) ?? ""
    let bounds = monthBounds[Label(text)] ?? arena.store(text)
    monthBounds[Label(text)] = bounds
    arena.sink.pointee.fields.append(bounds)
  }

  private mutating func addPeriod(_ output: inout RecordBatch) {
    guard let last = output.records.last, let column = periods?.column else { return }
    let arena = output.arena
    guard var finding = periods?.add(line: last.line, { arena.text(ofField: last.firstField + $0) }) else { return }
    finding.place = output.place(output.records.count - 1, column)
    add([finding], to: &output)
  }
}
