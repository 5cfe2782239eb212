import ShihyoModel

/// One row of the file: a note, a total, a row that is refused, or the records that are in it.
extension Reshaper {
  mutating func process(_ physical: PhysicalRow, _ output: inout RecordBatch) throws(Findings) {
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
  mutating func note(
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
