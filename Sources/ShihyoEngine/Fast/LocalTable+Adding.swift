import CFieldIndex

extension LocalTable {
  /// From so many groups on, the cells of records that come soon are asked for ahead: no cache holds them all.
  private static let manyGroups = 1 << 12
  private static let recordsAhead = 16

  /// Counts the records of a chunk and adds their plain numbers.
  ///
  /// - Parameter passes: one byte per record, 0 where it does not pass; nil where all do.
  ///
  /// The additions cannot overflow: a block has fewer than 2^22 records, a value fewer than 13 digits.
  func add(_ chunk: FieldChunk, passes: UnsafeMutablePointer<UInt8>?, columns: WorkerColumns) {
    let (cells, stride, ids, serial) = (self.cells, self.stride, self.ids, self.serial)
    let sums = zip(plan.uses, layouts).filter { $0.1.sum >= 0 }.map { (columns.values[$0.measure], $1.sum) }
    // In most questions sums are all there is, and they stand behind one another.
    let (values, firstSum) = (sums.map(\.0), sums.first?.1 ?? 0)
    let areSumsTogether = sums.indices.allSatisfy { sums[$0].1 == firstSum + $0 }
    let lastAhead = groups.count > Self.manyGroups ? chunk.rows - Self.recordsAhead : 0
    values.withUnsafeBufferPointer { values in
      for row in 0..<chunk.rows {
        if row < lastAhead { field_index_prefetch(cells + Int(ids[row &+ Self.recordsAhead]) &* stride) }
        let group = cells + Int(ids[row]) &* stride
        if group[Cell.serial] != serial { begin(ids[row], group, chunk, row) }
        if let passes, passes[row] == 0 { continue }
        if group[Cell.count] == 0 { pass(group, chunk, row) }
        group[Cell.count] &+= 1
        if areSumsTogether {
          for place in 0..<values.count { group[firstSum &+ place] &+= values[place][row] }
        }
      }
    }
    if !areSumsTogether {
      for (values, place) in sums {
        for row in 0..<chunk.rows where passes?[row] != 0 { cells[Int(ids[row]) &* stride &+ place] &+= values[row] }
      }
    }
    for (use, layout) in zip(plan.uses, layouts) where layout.smallest >= 0 || layout.largest >= 0 {
      addExtremes(chunk, use, layout, passes, columns)
    }
  }

  private func addExtremes(
    _ chunk: FieldChunk, _ use: FastPlan.Use, _ layout: Layout, _ passes: UnsafeMutablePointer<UInt8>?,
    _ columns: WorkerColumns
  ) {
    let (values, odd, texts) = (columns.values[use.measure], columns.odd[use.measure], columns.texts[use.measure])
    for row in 0..<chunk.rows {
      if let passes, passes[row] == 0 { continue }
      if odd[row] != 0 { continue }
      let group = cells + Int(ids[row]) &* stride
      if layout.smallest >= 0, values[row] < group[layout.smallest] { group[layout.smallest] = values[row] }
      if layout.largest >= 0, values[row] > group[layout.largest] { group[layout.largest] = values[row] }
      guard use.keepsText else { continue }
      // Compared without sign, so that any first byte is in its place.
      let text = texts[row]
      if layout.smallestText >= 0, text < UInt64(bitPattern: group[layout.smallestText]) {
        group[layout.smallestText] = Int64(bitPattern: text)
      }
      if layout.largestText >= 0, text > UInt64(bitPattern: group[layout.largestText]) {
        group[layout.largestText] = Int64(bitPattern: text)
      }
    }
  }

  @inline(never)
  private func begin(_ id: UInt32, _ group: UnsafeMutablePointer<Int64>, _ chunk: FieldChunk, _ row: Int) {
    (group + 1).update(repeating: 0, count: stride - 1)
    for layout in layouts {
      if layout.smallest >= 0 { group[layout.smallest] = .max }
      if layout.largest >= 0 { group[layout.largest] = .min }
      if layout.smallestText >= 0 { group[layout.smallestText] = -1 }
    }
    group[Cell.serial] = serial
    group[Cell.firstSeen] = Int64(chunk.firstRow + row)
    group[Cell.firstOffset] = Int64(chunk.bounds(row, 0, 0).start)
    touch(id)
  }

  @inline(never)
  private func pass(_ group: UnsafeMutablePointer<Int64>, _ chunk: FieldChunk, _ row: Int) {
    group[Cell.firstPassing] = Int64(chunk.firstRow &+ row)
    group[Cell.passingOffset] = Int64(chunk.bounds(row, 0, 0).start)
  }
}
