import ShihyoModel

/// Queries of many groups: from so many on that one worker has met, its records go to `RunGroups`.
extension BlockWorker {
  /// After a block was merged: leaves the tables that have grown too large; what they held is in the total.
  mutating func leaveLargeTables(beyond limit: Int) {
    for query in plan.queries.indices where plan.queries[query].canShareGroups && rows[query] == nil {
      guard tables[query].groups.count > limit else { continue }
      rows[query] = BlockRows(plan.queries[query], path: path)
      tables[query] = LocalTable(plan.queries[query], rowCapacity: Self.chunkBytes)
    }
  }

  /// Looks up the keys of a block that was parsed; false where one is refused.
  mutating func findShared(_ shared: [RunGroups], from part: Int, decoder: CellDecoder) -> Bool {
    for query in plan.queries.indices {
      guard let rows = rows[query] else { continue }
      var probe = KeyProbe(plan, query, decoder)
      guard shared[query].find(rows, from: part, isFine: { probe.isFine($0) }) else { return false }
    }
    return true
  }

  /// Adds a block whose turn has passed.
  mutating func addShared(
    to shared: [RunGroups], from part: Int, firstRecord: Int, line: Int, text: UnsafeBufferPointer<UInt8>
  ) {
    guard let start = text.baseAddress else { return }
    for query in plan.queries.indices {
      guard let rows = rows[query] else { continue }
      let place = RunPart.BlockStart(
        record: firstRecord, line: line, lines: lines == records ? nil : rows.lines(text, from: line))
      shared[query].add(rows, from: part, place)
      if !rows.oddCells.isEmpty {
        shared[query].correct(rows, measures: measures, text: start, as: GroupTable(plan.plan.queries[query]))
      }
    }
  }
}

extension BlockRows {
  /// The line of every record of a block in which quotes hold line breaks.
  func lines(_ text: UnsafeBufferPointer<UInt8>, from line: Int) -> [Int] {
    var counter = LineCounter(line: line)
    var counted = 0
    return offsets.elements.map { offset in
      counter.add(UnsafeBufferPointer(rebasing: text[counted..<Int(offset)]))
      counted = Int(offset)
      return counter.line
    }
  }
}
