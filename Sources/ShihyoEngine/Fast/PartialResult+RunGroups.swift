import ShihyoModel

/// Taking over the groups that all workers shared, once all blocks of a file are read.
extension PartialResult {
  /// Entries that are asked for ahead, and added at a time: groups of a run stand in no order in its parts.
  private static let entriesAhead = 24
  private static let entriesAtATime = 1 << 12

  /// Adds the groups of one query: reads each spelling, in order of first appearance, as the plain path would have.
  ///
  /// - Parameter header: of the file that the blocks are of.
  mutating func take(
    _ run: RunGroups, query: Int, _ fast: FastPlan, header: HeaderInfo, encoding: TextEncoding, threads: Int
  ) {
    let entries = run.inOrder(threads: threads)
    if entries.isEmpty { return }
    let plan = fast.queries[query]
    let numbers = tables[query].plan.keys
    let decoder = CellDecoder(encoding)
    let units = numbers.map { keys[$0].units }
    for number in numbers { keys[number].units = OwnUnits() }
    // What is more than counts and sums goes part by part, and has to know each group again.
    let hasMore = run.parts.contains { tables[query].needsGroups(of: $0, as: plan) }
    var groups = hasMore ? run.parts.map { [Int](repeating: -1, count: $0.count) } : []
    var added: [RunPart.Added] = []
    var places = numbers.indices.map { order in
      let column = plan.keys[order].columns[0]
      return Place(file: header.path, column: .field(number: column.index + 1, name: header.names[column.index]))
    }
    var codes = [UInt32](repeating: 0, count: numbers.count)
    var bounds: [Range<Int>] = []
    var scratch = GrowableBuffer<UInt8>()
    for (place, entry) in entries.enumerated() {
      if place & 0xFFFF == 0 {
        for number in numbers { keys[number].prepareForBlock(decoder) }
      }
      if place + 2 * Self.entriesAhead < entries.count {
        let soon = entries[place + 2 * Self.entriesAhead]
        run.parts[Int(soon.part)].prefetch(Int(soon.number))
        let sooner = entries[place + Self.entriesAhead]
        run.parts[Int(sooner.part)].prefetchKey(Int(sooner.number))
      }
      let (part, spelling) = (run.parts[Int(entry.part)], Int(entry.number))
      let cells = part.cells(of: spelling)
      // Looked up for a block that was refused, and never added.
      if cells[RunPart.Cell.firstSeen] == .max { continue }
      let line = Int(cells[RunPart.Cell.firstLine])
      let key = part.key(spelling)
      RawField.findCells(of: key, delimiter: fast.delimiter, count: plan.cellCount, in: &bounds)
      for (order, number) in numbers.enumerated() {
        let bytes = UnsafeBufferPointer(rebasing: key[bounds[plan.keys[order].cells[0]]])
        places[order].line = line
        codes[order] = code(
          of: RawField.unescaped(bytes, &scratch), key: number, in: plan.keys[order].columns[0], at: places[order])
      }
      guard cells[RunPart.Cell.count] > 0 else { continue }
      let group = tables[query].group(record: Int(cells[RunPart.Cell.firstPassing])) { codes[$0] }
      added.append(RunPart.Added(cells: cells, group: Int(group)))
      if added.count == Self.entriesAtATime { tables[query].addPlain(&added, run.parts[0].layouts, as: plan) }
      if hasMore { groups[Int(entry.part)][spelling] = Int(group) }
    }
    tables[query].addPlain(&added, run.parts[0].layouts, as: plan)
    for (order, number) in numbers.enumerated() {
      var found = units[order]
      found.interleave(keys[number].units)
      keys[number].units = found
    }
    for (part, groups) in zip(run.parts, groups) { tables[query].addMore(part, groups: groups, as: plan) }
  }

  private mutating func code(
    of bytes: UnsafeBufferPointer<UInt8>, key: Int, in column: TouchedColumn, at place: Place
  ) -> UInt32 {
    // `KeyProbe` has seen that there are none, and that nothing is refused.
    var warnings: [Finding] = []
    let tag = keys[key].tag(of: bytes, in: column, place: place, warnings: &warnings)
    precondition(tag.isCode, "a spelling that was read is read the same again")
    if let line = place.line { keys[key].dictionary.note(tag.bits, line: line) }
    return tag.bits
  }
}
