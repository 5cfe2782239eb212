import CFieldIndex
import Synchronization

extension RunPart {
  /// The cells of records that come soon are asked for ahead: no cache holds them all.
  private static let rowsAhead = 12

  /// Adds the rows of a block that was found here.
  func add(_ rows: BlockRows, _ order: UnsafeBufferPointer<UInt32>, _ start: BlockStart) {
    guard !order.isEmpty else { return }
    let ids = rows.ids.base
    let passes = rows.passes.count > 0 ? rows.passes.base : nil
    let useCount = rows.useCount
    lock.withLock { _ in
      LockTrace.taken(by: self)
      defer { LockTrace.left(by: self) }
      for place in 0..<order.count {
        if place &+ Self.rowsAhead < order.count {
          let soon = cells + Int(ids[Int(order[place &+ Self.rowsAhead])]) &* stride
          field_index_prefetch(soon)
          field_index_prefetch(soon + (stride &- 1))
        }
        let row = Int(order[place])
        let number = Int(ids[row])
        let group = cells + number &* stride
        let record = Int64(start.record &+ row)
        if record < group[Cell.firstSeen] {
          group[Cell.firstSeen] = record
          group[Cell.firstLine] = Int64(start.lines?[row] ?? start.line &+ row)
        }
        if let passes, passes[row] == 0 { continue }
        if record < group[Cell.firstPassing] { group[Cell.firstPassing] = record }
        group[Cell.count] &+= 1
        for use in 0..<useCount { add(rows, row &* useCount &+ use, use, to: group, number) }
      }
    }
  }

  @inline(__always)
  private func add(_ rows: BlockRows, _ place: Int, _ use: Int, to group: UnsafeMutablePointer<Int64>, _ number: Int) {
    let layout = layouts[use]
    let value = rows.values.base[place]
    if layout.sum >= 0 {
      let (sum, overflow) = group[layout.sum].addingReportingOverflow(value)
      if overflow { spilled.append(Spilled(group: number, use: use, sum: group[layout.sum])) }
      group[layout.sum] = overflow ? value : sum
    }
    guard layout.smallest >= 0 || layout.largest >= 0, rows.odd.base[place] == 0 else { return }
    if layout.smallest >= 0, value < group[layout.smallest] { group[layout.smallest] = value }
    if layout.largest >= 0, value > group[layout.largest] { group[layout.largest] = value }
    guard layout.smallestText >= 0 || layout.largestText >= 0 else { return }
    // Compared without sign, so that any first byte is in its place.
    let text = rows.texts.base[place]
    if layout.smallestText >= 0, text < UInt64(bitPattern: group[layout.smallestText]) {
      group[layout.smallestText] = Int64(bitPattern: text)
    }
    if layout.largestText >= 0, text > UInt64(bitPattern: group[layout.largestText]) {
      group[layout.largestText] = Int64(bitPattern: text)
    }
  }
}
