import ShihyoModel

/// Adding what a worker has gathered in a block. Keys go through the same readers as on the plain path, once per
/// spelling and worker, so that they mean the same there.
extension PartialResult {
  /// Adds the block that a worker has just read; false, with nothing added, where a key is refused.
  mutating func absorb(_ worker: borrowing BlockWorker, _ place: inout BlockPlace) -> Bool {
    let decoder = CellDecoder(place.encoding)
    for key in keys.indices { keys[key].prepareForBlock(decoder) }
    var found: [NewGroups] = []
    for query in tables.indices {
      if worker.rows[query] != nil {
        // Its keys are fine, and are read when all blocks are.
        found.append(NewGroups())
        continue
      }
      guard let groups = readNewKeys(query, worker, &place) else { return false }
      found.append(groups)
    }
    noteCells(worker, &place)
    for query in tables.indices {
      tables[query].accounting.merge(worker.accounting[query])
      if worker.rows[query] != nil { continue }
      addNewGroups(found[query], query, worker.tables[query], firstRecord: place.records + 1)
      tables[query].add(worker.tables[query], measures: worker.measures, text: place.text)
    }
    return true
  }

  private mutating func addNewGroups(_ found: NewGroups, _ query: Int, _ table: LocalTable, firstRecord: Int) {
    let keyCount = tables[query].plan.keys.count
    let readsMeasures = table.plan.keys.contains(where: \.isMeasure)
    for (order, local) in found.locals.enumerated() {
      let cells = table.cells + local * table.stride
      // A key that only records have which do not pass is read, but makes no group.
      guard cells[LocalTable.Cell.count] > 0 else {
        if readsMeasures { cells[LocalTable.Cell.resolved] = LocalTable.Resolved.checked }
        continue
      }
      let record = firstRecord + Int(cells[LocalTable.Cell.firstPassing])
      let tags = found.tags[order * keyCount..<(order + 1) * keyCount]
      if tags.allSatisfy(\.isCode) {
        let group = tables[query].group(record: record) { tags[tags.startIndex + $0].bits }
        cells[LocalTable.Cell.resolved] = Int64(group) + 1
        continue
      }
      // A cell with several answers counts in several groups.
      let lists = zip(tables[query].plan.keys, tags).map { keys[$0].codes(of: $1) }
      table.lists.append(
        combinations(lists).map { codes in tables[query].group(record: record) { codes[$0] } })
      cells[LocalTable.Cell.resolved] = LocalTable.Resolved.firstList - Int64(table.lists.count - 1)
    }
  }

  /// Cells with a unit of their own are not for the hot path, so all that a worker can have met is a number without one.
  private mutating func noteCells(_ worker: borrowing BlockWorker, _ place: inout BlockPlace) {
    for measure in measures.indices {
      let texts = worker.measures[measure].textOrder
      if let first = texts.first?.place {
        let column = measures[measure].column.index
        measures[measure].noteTexts(
          texts, at: place.place(row: first.line ?? 0, offset: first.byteOffset ?? 0, column: column))
      }
      guard let (text, bare) = worker.firstBare[measure], !measures[measure].units.hasBare else { continue }
      let column = measures[measure].column.index
      let found = place.place(row: bare.line ?? 0, offset: bare.byteOffset ?? 0, column: column)
      measures[measure].noteBare(text, at: found)
    }
  }
}
