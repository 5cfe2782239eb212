import CFieldIndex
import ShihyoModel

/// Reading the columns of one chunk: conditions, fates, measures.
extension BlockWorker {
  /// Whole numbers below this are added as they are; a block of them cannot overflow an Int64.
  private static let plainLimit: Int64 = 1_000_000_000_000

  /// What one condition says of every record.
  mutating func judge(_ chunk: FieldChunk, _ place: Int) -> Bool {
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
  mutating func decideFates(_ chunk: FieldChunk, _ query: Int) {
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
  mutating func read(_ chunk: FieldChunk, _ measure: Int) -> Bool {
    let needed = columns.needed(plan.users[measure], rows: chunk.rows)
    // An undeclared column may be of cells with a unit: until a number without one is found, each is looked at.
    let seeksBare = measures[measure].column.field == nil && !measures[measure].units.hasBare
    guard measures[measure].readsPlainDigits, !seeksBare else {
      for row in 0..<chunk.rows where needed?[row] != 0 {
        guard readFully(chunk, row, measure) else { return false }
      }
      if seeksBare { firstBare[measure] = measures[measure].units.firstBare }
      return true
    }
    let column = measures[measure].column.index
    var cells = chunk.columns(column, column)
    let others = field_digits(path, &cells, chunk.rows, columns.values[measure], columns.others)
    columns.odd[measure].update(repeating: 0, count: chunk.rows)
    if columns.keepsText[measure] { readWords(chunk, column, into: columns.texts[measure]) }
    for row in UnsafeBufferPointer(start: columns.others, count: others).lazy.map({ Int($0) })
    where needed?[row] != 0 {
      guard readFully(chunk, row, measure) else { return false }
    }
    return true
  }

  /// Of cells that are plain digits; what becomes of others does not matter.
  private func readWords(_ chunk: FieldChunk, _ column: Int, into words: UnsafeMutablePointer<UInt64>) {
    for row in 0..<chunk.rows {
      let field = chunk.unquoted(row, column)
      words[row] = PlainDigits.word(chunk.text + field.start, count: field.count)
    }
  }

  /// Any other spelling than one to eight digits.
  @inline(never)
  private mutating func readFully(_ chunk: FieldChunk, _ row: Int, _ measure: Int) -> Bool {
    let column = measures[measure].column.index
    let field = chunk.bounds(row, column, column)
    let bytes = RawField.unescaped(UnsafeBufferPointer(start: chunk.text + field.start, count: field.count), &scratch)
    let slot = measures[measure].read(
      bytes, at: Place(line: chunk.firstRow + row, byteOffset: chunk.bounds(row, 0, 0).start), warnings: &warnings)
    guard warnings.isEmpty, slot.kind != .refused, !measures[measure].units.carriesUnit else { return false }
    let isPlain =
      slot.kind == .value && slot.decimals == 0 && slot.marks == 0 && !columns.keepsText[measure]
      && slot.units < Self.plainLimit && slot.units > -Self.plainLimit
    columns.odd[measure][row] = isPlain ? 0 : 1
    columns.values[measure][row] = isPlain ? slot.units : 0
    if isPlain { return true }
    // The text is asked for only where the bytes are it: in a cell that is quoted, those inside.
    let inner = chunk.unquoted(row, column)
    for query in plan.users[measure] {
      if let passes = columns.passes[query], passes[row] == 0 { continue }
      guard let use = plan.queries[query].uses.firstIndex(where: { $0.measure == measure }) else { continue }
      let group = rows[query] == nil ? Int(tables[query].ids[row]) : chunk.firstRow + row
      let cell = LocalTable.OddCell(group: group, use: use, slot: slot, start: inner.start, count: inner.count)
      if let rows = rows[query] { rows.addOdd(cell) } else { tables[query].addOdd(cell) }
    }
    return true
  }
}
