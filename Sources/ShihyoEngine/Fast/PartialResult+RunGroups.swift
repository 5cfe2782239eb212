import ShihyoModel

/// Taking over the groups that all workers shared, once all blocks of a file are read.
extension PartialResult {
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
    var groups = run.parts.map { [Int](repeating: -1, count: $0.count) }
    var codes = [UInt32](repeating: 0, count: numbers.count)
    var bounds: [Range<Int>] = []
    var scratch = GrowableBuffer<UInt8>()
    for (place, entry) in entries.enumerated() {
      if place & 0xFFFF == 0 {
        for number in numbers { keys[number].prepareForBlock(decoder) }
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
        codes[order] = code(
          of: RawField.unescaped(bytes, &scratch), key: number, in: plan.keys[order].columns[0], header, line: line)
      }
      guard cells[RunPart.Cell.count] > 0 else { continue }
      let group = tables[query].group(record: Int(cells[RunPart.Cell.firstPassing])) { codes[$0] }
      groups[Int(entry.part)][spelling] = Int(group)
    }
    for (order, number) in numbers.enumerated() {
      var found = units[order]
      found.interleave(keys[number].units)
      keys[number].units = found
    }
    for (part, groups) in zip(run.parts, groups) { tables[query].add(part, groups: groups, as: plan) }
  }

  private mutating func code(
    of bytes: UnsafeBufferPointer<UInt8>, key: Int, in column: TouchedColumn, _ header: HeaderInfo, line: Int
  ) -> UInt32 {
    let place = Place(
      file: header.path, line: line, column: .field(number: column.index + 1, name: header.names[column.index]))
    // `KeyProbe` has seen that there are none, and that nothing is refused.
    var warnings: [Finding] = []
    let tag = keys[key].tag(of: bytes, in: column, place: place, warnings: &warnings)
    precondition(tag.isCode, "a spelling that was read is read the same again")
    keys[key].dictionary.note(tag.bits, line: line)
    return tag.bits
  }
}
