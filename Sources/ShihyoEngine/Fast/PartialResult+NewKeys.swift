import ShihyoModel

/// Groups of one query that a worker meets for the first time, with the tags of their keys one after the other.
struct NewGroups {
  var locals: [Int] = []
  var tags: [KeyReader.Tag] = []
}

/// Reading the keys of groups that are new to a worker.
extension PartialResult {
  /// nil where a key is refused.
  mutating func readNewKeys(
    _ query: Int, _ worker: borrowing BlockWorker, _ place: inout BlockPlace
  ) -> NewGroups? {
    let table = worker.tables[query]
    let plan = worker.plan.queries[query]
    let numbers = tables[query].plan.keys
    var found = NewGroups()
    found.locals = unresolved(table, isFiltered: !plan.conditions.isEmpty)
    found.tags.reserveCapacity(found.locals.count * numbers.count)
    var bounds: [Range<Int>] = []
    var scratch = GrowableBuffer<UInt8>()
    for local in found.locals {
      let cells = table.cells + local * table.stride
      let passes = cells[LocalTable.Cell.count] > 0
      let key = table.groups.key(local)
      RawField.findCells(of: key, delimiter: worker.plan.delimiter, count: plan.cellCount, in: &bounds)
      for (order, number) in numbers.enumerated() {
        let fast = plan.keys[order]
        // As on the plain path: values of a measure are read, and their place is noted, in records that pass.
        if fast.isMeasure, !passes {
          found.tags.append(.unread)
          continue
        }
        let row = Int(cells[fast.isMeasure ? LocalTable.Cell.firstPassing : LocalTable.Cell.firstSeen])
        let offset = Int(cells[fast.isMeasure ? LocalTable.Cell.passingOffset : LocalTable.Cell.firstOffset])
        func cell(_ column: Int, _ scratch: inout GrowableBuffer<UInt8>) -> UnsafeBufferPointer<UInt8> {
          RawField.unescaped(UnsafeBufferPointer(rebasing: key[bounds[fast.cells[column]]]), &scratch)
        }
        let tag = readKey(
          number, fast.columns, cell: cell, &scratch,
          place: { place.place(row: row, offset: offset, column: $0) })
        guard let tag else { return nil }
        found.tags.append(tag)
      }
    }
    return found
  }

  /// Local groups of the block whose keys must be read, in the order in which the plain path would read them.
  private func unresolved(_ table: LocalTable, isFiltered: Bool) -> [Int] {
    let hasMeasures = table.plan.keys.contains(where: \.isMeasure)
    let touched = table.touched.elements
    var locals: [Int] = []
    for (place, local) in touched.enumerated() {
      if place + 16 < touched.count { table.prefetch(touched[place + 16]) }
      let cells = table.cells + Int(local) * table.stride
      let resolved = cells[LocalTable.Cell.resolved]
      let passes = cells[LocalTable.Cell.count] > 0
      if resolved == LocalTable.Resolved.unknown || (resolved == LocalTable.Resolved.checked && passes) {
        locals.append(Int(local))
      }
    }
    guard hasMeasures, isFiltered else { return locals }
    // A measure stands first where it passes first, which need not be where its key is seen first.
    func first(_ local: Int) -> Int64 {
      let cells = table.cells + local * table.stride
      return cells[cells[LocalTable.Cell.count] > 0 ? LocalTable.Cell.firstPassing : LocalTable.Cell.firstSeen]
    }
    return locals.sorted { first($0) < first($1) }
  }

  /// The tag of one key; nil where a cell of it is refused.
  private mutating func readKey(
    _ number: Int, _ columns: [TouchedColumn],
    cell: (Int, inout GrowableBuffer<UInt8>) -> UnsafeBufferPointer<UInt8>, _ scratch: inout GrowableBuffer<UInt8>,
    place: (Int) -> Place
  ) -> KeyReader.Tag? {
    if case .options = keys[number].plan.source {
      var states: [Int] = []
      for (option, column) in columns.enumerated() {
        states.append(keys[number].optionState(option, cell(option, &scratch), in: column))
      }
      let tag = keys[number].tag(ofOptions: states, place: place(columns[0].index))
      return tag.refusal == nil ? tag : nil
    }
    let column = columns[0]
    var warnings: [Finding] = []
    let tag = keys[number].tag(of: cell(0, &scratch), in: column, place: place(column.index), warnings: &warnings)
    for warning in warnings {
      var warning = warning
      let found = place(column.index)
      warning.place.file = found.file
      warning.place.line = found.line
      log.add(warning)
    }
    return tag.refusal == nil ? tag : nil
  }
}
