import CFieldIndex
import Glibc
import ShihyoModel
import Synchronization

/// One part of the groups of a run: spellings of keys, and the numbers of each side by side.
///
/// - Memory: 4 words and one per number that is kept, beside what `LocalGroups` takes.
/// - Safety: workers come here through `lock`; what is read without it is read when they have ended.
final class RunPart: @unchecked Sendable {
  /// What stands before the measures of a group.
  enum Cell {
    /// Record that has this spelling first, from 1, and its line.
    static let firstSeen = 0
    static let firstLine = 1
    /// First record that passes the filter.
    static let firstPassing = 2
    static let count = 3
    static let measures = 4
  }
  /// Where a block stands: its first record, from 1, the line of that, or the lines of all where records are not lines.
  struct BlockStart {
    let record: Int
    let line: Int
    let lines: [Int]?
  }
  /// A sum of one group that was too large to stay with the others.
  struct Spilled {
    let group: Int
    let use: Int
    let sum: Int64
  }
  /// The numbers of a spelling, and the group of the run that they belong to.
  struct Added {
    let cells: UnsafeMutablePointer<Int64>
    let group: Int
  }

  let layouts: [LocalTable.Layout]
  let stride: Int
  let lock = Mutex<Void>(())
  private var groups = LocalGroups()
  private(set) var cells: UnsafeMutablePointer<Int64>
  private var capacity = 256
  /// Spellings that no block may have which is read here.
  private var refused: Set<UInt32> = []
  var spilled: [Spilled] = []
  /// What odd cells add, group by group; nil while there was none.
  private(set) var odd: GroupTable?
  /// Numbers in order of first appearance, from `sort` on.
  private(set) var order: [UInt32] = []

  init(_ plan: FastPlan.QueryPlan) {
    (layouts, stride) = LocalTable.Layout.places(of: plan.uses, from: Cell.measures)
    cells = .allocate(capacity: capacity * stride)
  }

  deinit { cells.deallocate() }

  var count: Int { groups.count }
  func key(_ number: Int) -> UnsafeBufferPointer<UInt8> { groups.key(number) }
  func cells(of number: Int) -> UnsafeMutablePointer<Int64> { cells + number * stride }

  /// Asks for the numbers of a spelling and for the place of its bytes; then for these.
  func prefetch(_ number: Int) {
    field_index_prefetch(cells + number &* stride)
    groups.prefetch(number)
  }
  func prefetchKey(_ number: Int) { groups.prefetchKey(number) }

  func find(
    _ rows: BlockRows, _ order: UnsafeBufferPointer<UInt32>, isFine: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard let text = rows.keyText, !order.isEmpty else { return true }
    let ids = rows.ids.base
    return lock.withLock { _ in
      LockTrace.taken(by: self)
      defer { LockTrace.left(by: self) }
      var place = 0
      while true {
        place = groups.findRows(order, from: place, rows.keys.base, text, into: ids)
        guard place < order.count else { break }
        let row = Int(order[place])
        let key = rows.keys.base[row]
        let number = groups.index(of: text + Int(key.start), count: Int(key.count), hash: key.hash)
        addCells(number)
        if !isFine(groups.key(number)) { refused.insert(UInt32(number)) }
        ids[row] = UInt32(truncatingIfNeeded: number)
        place += 1
      }
      return refused.isEmpty || !order.contains { refused.contains(ids[Int($0)]) }
    }
  }

  private func addCells(_ number: Int) {
    if number >= capacity {
      let moved = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * 2 * stride)
      moved.update(from: cells, count: capacity * stride)
      cells.deallocate()
      cells = moved
      capacity *= 2
    }
    let group = cells + number * stride
    group.update(repeating: 0, count: stride)
    (group[Cell.firstSeen], group[Cell.firstPassing]) = (.max, .max)
    for layout in layouts {
      if layout.smallest >= 0 { group[layout.smallest] = .max }
      if layout.largest >= 0 { group[layout.largest] = .min }
      if layout.smallestText >= 0 { group[layout.smallestText] = -1 }
    }
  }

  /// - Parameter table: without groups, of the same query.
  func correct(
    _ cell: BlockRows.OddCell, group: Int, measures: [MeasureReader], text: UnsafePointer<UInt8>, as table: GroupTable
  ) {
    lock.withLock { _ in
      LockTrace.taken(by: self)
      defer { LockTrace.left(by: self) }
      var columns = odd.take() ?? table
      columns.growColumns(to: groups.count)
      columns.correct(cell, of: group, measures: measures, text: text)
      odd = columns
    }
  }

  /// Numbers the spellings in order of first appearance.
  func sort() {
    order = (0..<UInt32(truncatingIfNeeded: count)).sorted {
      cells(of: Int($0))[Cell.firstSeen] < cells(of: Int($1))[Cell.firstSeen]
    }
  }
}
