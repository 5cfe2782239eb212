import ShihyoModel

/// Adding what a worker has gathered in a block. Keys go through the same readers as on the plain path, once per
/// spelling and worker, so that they mean the same there.
extension PartialResult {
  /// Groups of one query that a worker meets for the first time, with the codes of their keys.
  private typealias NewGroups = [(local: Int, codes: [UInt32])]

  /// Adds the block that a worker has just read; false, with nothing added, where a key is refused.
  mutating func absorb(_ worker: borrowing BlockWorker, _ place: inout BlockPlace) -> Bool {
    let decoder = CellDecoder(place.encoding)
    for key in keys.indices { keys[key].prepareForBlock(decoder) }
    var found: [NewGroups] = []
    for query in tables.indices {
      guard let groups = readNewKeys(query, worker, &place) else { return false }
      found.append(groups)
    }
    noteUnits(worker, &place)
    for query in tables.indices {
      let table = worker.tables[query]
      for (local, codes) in found[query] {
        let cells = table.cells + local * table.stride
        // A key that only records have which do not pass is read, but makes no group.
        guard cells[LocalTable.Cell.count] > 0 else { continue }
        let record = place.records + Int(cells[LocalTable.Cell.firstPassing]) + 1
        table.resolved[local] = Int32(bitPattern: tables[query].group(record: record) { codes[$0] })
      }
      tables[query].accounting.merge(worker.accounting[query])
      tables[query].add(table, measures: worker.plan.queries[query].sums, wide: worker.measures.map(\.wide))
    }
    return true
  }

  /// Cells with a unit of their own are not for the hot path, so all that a worker can have met is a number without one.
  private mutating func noteUnits(_ worker: borrowing BlockWorker, _ place: inout BlockPlace) {
    for measure in measures.indices {
      guard let (text, bare) = worker.firstBare[measure], !measures[measure].units.hasBare else { continue }
      let column = measures[measure].column.index
      let found = place.place(row: bare.line ?? 0, offset: bare.byteOffset ?? 0, column: column)
      measures[measure].noteBare(text, at: found)
    }
  }

  private mutating func readNewKeys(
    _ query: Int, _ worker: borrowing BlockWorker, _ place: inout BlockPlace
  ) -> NewGroups? {
    let table = worker.tables[query]
    let plan = worker.plan.queries[query]
    let numbers = tables[query].plan.keys
    table.resolved.append(contentsOf: repeatElement(-1, count: table.groups.count - table.resolved.count))
    var found: NewGroups = []
    var scratch = GrowableBuffer<UInt8>()
    for local in table.touched.elements where table.resolved[Int(local)] < 0 {
      let cells = table.cells + Int(local) * table.stride
      let (row, offset) = (Int(cells[LocalTable.Cell.firstSeen]), Int(cells[LocalTable.Cell.firstOffset]))
      let key = table.groups.key(Int(local))
      let bounds = RawField.cells(of: key, delimiter: worker.plan.delimiter)
      var codes: [UInt32] = []
      for (order, number) in numbers.enumerated() {
        let cell = UnsafeBufferPointer(rebasing: key[bounds[plan.keyCells[order]]])
        let bytes = RawField.unescaped(cell, &scratch)
        let column = plan.columns[order]
        guard let code = readKey(number, column, bytes, place: { place.place(row: row, offset: offset, column: $0) })
        else { return nil }
        codes.append(code)
      }
      found.append((Int(local), codes))
    }
    return found
  }

  /// The code of one cell; nil where it is refused.
  private mutating func readKey(
    _ number: Int, _ column: TouchedColumn, _ bytes: UnsafeBufferPointer<UInt8>, place: (Int) -> Place
  ) -> UInt32? {
    var warnings: [Finding] = []
    let tag = keys[number].tag(of: bytes, in: column, place: place(column.index), warnings: &warnings)
    for warning in warnings {
      var warning = warning
      let found = place(column.index)
      warning.place.file = found.file
      warning.place.line = found.line
      log.add(warning)
    }
    return tag.isCode ? tag.bits : nil
  }
}
