import CFieldIndex
import ShihyoModel

/// Taking over what a worker has gathered in a block: first as if every cell were a plain number, then the odd ones are put right.
extension GroupTable {
  /// Where the cells of an aggregate stand in a worker's table.
  private struct Source {
    let slot: Slot
    /// Place of its measure among the uses of the query.
    let use: Int
    let layout: LocalTable.Layout
    let keepsText: Bool
  }

  /// Adds the counts and sums of groups of `RunGroups`, and forgets them.
  mutating func addPlain(_ added: inout [RunPart.Added], _ layouts: [LocalTable.Layout], as query: FastPlan.QueryPlan) {
    let sums = plainSums(sources(query, layouts))
    plain.grow(to: index.count)
    var spilled: [(group: Int, sum: Int, value: Int64)] = []
    plain.withCells { plainCells, stride in
      for part in added {
        let target = plainCells + part.group &* stride
        target[0] += part.cells[RunPart.Cell.count]
        for (from, sum) in sums {
          let (total, overflow) = target[1 + sum].addingReportingOverflow(part.cells[from])
          if overflow { spilled.append((part.group, sum, target[1 + sum])) }
          target[1 + sum] = overflow ? part.cells[from] : total
        }
      }
    }
    if !spilled.isEmpty { growColumns() }
    for (group, sum, value) in spilled { self.sums[sum].add(whole: value, n: 0, to: group) }
    added.removeAll(keepingCapacity: true)
  }

  /// Whether a part holds more than what `addPlain` adds.
  func needsGroups(of part: RunPart, as query: FastPlan.QueryPlan) -> Bool {
    let all = sources(query, part.layouts)
    return plainSums(all).count < all.count || !part.spilled.isEmpty || part.odd != nil
  }

  private func plainSums(_ sources: [Source]) -> [(from: Int, to: Int)] {
    sources.compactMap { source in
      if case .sum(let place) = source.slot { (source.layout.sum, place) } else { nil }
    }
  }

  /// Adds what else a part of `RunGroups` holds.
  ///
  /// - Parameter groups: for each of its spellings, the group here; −1 where no record passes.
  mutating func addMore(_ part: RunPart, groups: [Int], as query: FastPlan.QueryPlan) {
    let all = sources(query, part.layouts)
    let others = all.filter { source in if case .sum = source.slot { false } else { true } }
    if !others.isEmpty || !part.spilled.isEmpty { growColumns() }
    for spilled in part.spilled where groups[spilled.group] >= 0 {
      for case (.sum(let place), true) in all.map({ ($0.slot, $0.use == spilled.use) }) {
        self.sums[place].add(whole: spilled.sum, n: 0, to: groups[spilled.group])
      }
    }
    if !others.isEmpty {
      for (number, group) in groups.enumerated() where group >= 0 {
        let cells = part.cells(of: number)
        for source in others { add(cells, n: Int(cells[RunPart.Cell.count]), source, to: group) }
      }
    }
    // A spelling that no record has which passes has nothing to add, to whichever group.
    if let odd = part.odd, index.count > 0 { addColumns(of: odd, groups: groups.map { max($0, 0) }) }
  }

  /// Puts a cell right whose record was counted with 0 in `group`.
  mutating func correct(
    _ cell: BlockRows.OddCell, of group: Int, measures: [MeasureReader], text: UnsafePointer<UInt8>
  ) {
    // The uses of a query are its measures, each once, in the order of its aggregates.
    var uses: [Int] = []
    for case let measure? in plan.aggregates.map(\.measure) where !uses.contains(measure) { uses.append(measure) }
    let bytes = UnsafeBufferPointer(start: text + cell.start, count: cell.count)
    for (slot, aggregate) in zip(slots, plan.aggregates) where aggregate.measure == uses[cell.use] {
      correct(cell.slot, bytes, measures[uses[cell.use]], slot, in: group)
    }
  }

  /// - Parameter text: the bytes of the block.
  mutating func add(_ table: LocalTable, measures: [MeasureReader], text: UnsafeBufferPointer<UInt8>) {
    let all = sources(table.plan, table.layouts)
    let sumCells = addPlain(table, all)
    // Sums that went to the plain cells are done.
    let others = all.filter { source in if case .sum = source.slot { !sumCells } else { true } }
    if !sumCells || !others.isEmpty {
      growColumns()
      for local in table.touched.elements {
        let cells = table.cells + Int(local) * table.stride
        let n = Int(cells[LocalTable.Cell.count])
        guard n > 0 else { continue }
        withGroups(of: Int(local), table) { this, group in
          if !sumCells { this.counts[group] += n }
          for source in others { this.add(cells, n: n, source, to: group) }
        }
      }
    }
    if !table.oddCells.isEmpty { growColumns() }
    for odd in table.oddCells {
      let measure = table.plan.uses[odd.use].measure
      let bytes = UnsafeBufferPointer(rebasing: text[odd.start..<odd.start + odd.count])
      withGroups(of: odd.group, table) { this, group in
        for source in all where source.use == odd.use {
          this.correct(odd.slot, bytes, measures[measure], source.slot, in: group)
        }
      }
    }
  }

  /// Adds counts and sums to the plain cells; false, with nothing added, where a record may stand in several groups.
  private mutating func addPlain(_ table: LocalTable, _ sources: [Source]) -> Bool {
    guard table.lists.isEmpty else { return false }
    plain.grow(to: index.count)
    let sums = plainSums(sources)
    let touched = table.touched.elements
    var spilled: [(group: Int, sum: Int, value: Int64)] = []
    plain.withCells { plainCells, stride in
      for (place, local) in touched.enumerated() {
        if place + 32 < touched.count { table.prefetch(touched[place + 32]) }
        if place + 16 < touched.count {
          let soon = table.cells[Int(touched[place + 16]) &* table.stride + LocalTable.Cell.resolved]
          if soon > 0 { field_index_prefetch(plainCells + Int(soon - 1) &* stride) }
        }
        let cells = table.cells + Int(local) &* table.stride
        let n = cells[LocalTable.Cell.count]
        guard n > 0 else { continue }
        let group = Int(cells[LocalTable.Cell.resolved]) - 1
        let target = plainCells + group &* stride
        target[0] += n
        for (from, sum) in sums {
          let (total, overflow) = target[1 + sum].addingReportingOverflow(cells[from])
          if overflow { spilled.append((group, sum, target[1 + sum])) }
          target[1 + sum] = overflow ? cells[from] : total
        }
      }
    }
    if !spilled.isEmpty { growColumns() }
    for (group, sum, value) in spilled { self.sums[sum].add(whole: value, n: 0, to: group) }
    return true
  }

  /// Moves what stands in the plain cells to the columns.
  mutating func settle() {
    growColumns()
    plain.grow(to: index.count)
    for group in 0..<index.count {
      let n = Int(plain.count(of: group))
      counts[group] += n
      for sum in sums.indices { sums[sum].add(whole: plain.sum(sum, of: group), n: n, to: group) }
    }
    plain = PlainCells(sums: sums.count)
  }

  private func sources(_ query: FastPlan.QueryPlan, _ layouts: [LocalTable.Layout]) -> [Source] {
    zip(slots, plan.aggregates).compactMap { slot, aggregate in
      guard let measure = aggregate.measure,
        let use = query.uses.firstIndex(where: { $0.measure == measure })
      else { return nil }
      return Source(slot: slot, use: use, layout: layouts[use], keepsText: query.uses[use].keepsText)
    }
  }

  @inline(__always)
  private mutating func withGroups(of local: Int, _ table: LocalTable, _ body: (inout GroupTable, Int) -> Void) {
    let resolved = table.cells[local * table.stride + LocalTable.Cell.resolved]
    if resolved > 0 { return body(&self, Int(resolved) - 1) }
    guard resolved <= LocalTable.Resolved.firstList else { return }
    for group in table.lists[Int(LocalTable.Resolved.firstList - resolved)] { body(&self, Int(group)) }
  }

  @inline(__always)
  private mutating func add(_ cells: UnsafeMutablePointer<Int64>, n: Int, _ source: Source, to group: Int) {
    switch source.slot {
    case .count: break
    case .values(let place): values[place].add(n: n, to: group)
    case .sum(let place): sums[place].add(whole: cells[source.layout.sum], n: n, to: group)
    case .extreme(let place):
      let keepsSmaller = extremes[place].keepsSmaller
      let number = cells[keepsSmaller ? source.layout.smallest : source.layout.largest]
      let textCell = keepsSmaller ? source.layout.smallestText : source.layout.largestText
      extremes[place].add(
        n: n, number: number == (keepsSmaller ? .max : .min) ? nil : number,
        text: source.keepsText ? UInt64(bitPattern: cells[textCell]) : nil, to: group)
    }
  }

  private mutating func correct(
    _ slot: NumberSlot, _ bytes: UnsafeBufferPointer<UInt8>, _ measure: MeasureReader, _ kind: Slot, in group: Int
  ) {
    switch kind {
    case .count: break
    case .values(let place): values[place].correct(slot, bytes, measure, in: group)
    case .sum(let place): sums[place].correct(slot, in: group, wide: measure.wide)
    case .extreme(let place): extremes[place].correct(slot, bytes, measure, in: group)
    }
  }

  /// Every column has a place for every group.
  mutating func growColumns() { growColumns(to: index.count) }

  mutating func growColumns(to count: Int) {
    for place in values.indices { values[place].grow(to: count) }
    for place in sums.indices { sums[place].grow(to: count) }
    for place in extremes.indices { extremes[place].grow(to: count) }
  }
}
