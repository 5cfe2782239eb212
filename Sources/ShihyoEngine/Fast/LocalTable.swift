import CFieldIndex
import Glibc

/// The groups of one query over one block, as one worker sees them; what it adds up is handed on block by block.
///
/// Note to the next reader: numbers of groups stay the same for the life of a worker, so a key is resolved once; the
/// sums are those of the current block, and a group is cleared when the block meets it first (its serial tells). One
/// group's numbers stand side by side, since with many groups each visit costs a cache line. What a group keeps of each
/// measure stands behind the fixed cells in the order of `Layout`; who adds (LocalTable+Adding) and who takes it over
/// (GroupTable+Fast) read it by the same layout.
final class LocalTable {
  /// What stands before the measures of a group.
  enum Cell {
    /// See `Resolved`; the only one that outlives the block.
    static let resolved = 0
    static let serial = 1
    /// First record of the block that has this key, from 0, and where it begins in the block.
    static let firstSeen = 2
    static let firstOffset = 3
    /// The same of the first record that passes the filter; 0 while none does.
    static let firstPassing = 4
    static let passingOffset = 5
    static let count = 6
    static let measures = 7
  }
  /// Places of a measure's numbers among the cells of a group; −1 for what is not kept.
  struct Layout {
    var sum = -1
    var smallest = -1
    var largest = -1
    /// Digits as a word that compares as their text does.
    var smallestText = -1
    var largestText = -1

    /// The places of all measures behind `first` cells of other things, and how many cells a group has.
    static func places(of uses: [FastPlan.Use], from first: Int) -> (layouts: [Layout], stride: Int) {
      var next = first
      func place(_ isKept: Bool) -> Int {
        guard isKept else { return -1 }
        next += 1
        return next - 1
      }
      let layouts = uses.map { use in
        Layout(
          sum: place(use.sums), smallest: place(use.hasSmallest), largest: place(use.hasLargest),
          smallestText: place(use.hasSmallest && use.keepsText), largestText: place(use.hasLargest && use.keepsText))
      }
      return (layouts, next)
    }
  }
  /// A cell that the plain numbers cannot hold: decimals, marks, reasons, more digits, texts.
  struct OddCell {
    /// Its group here; of `BlockRows`, its row in the block.
    let group: Int
    /// Place among the uses of the query.
    let use: Int
    let slot: NumberSlot
    /// The cell in the block, without quotes.
    let start: Int
    let count: Int
  }
  /// The group of the whole run that a local group belongs to: its number + 1, or one of these.
  enum Resolved {
    static let unknown: Int64 = 0
    /// Its keys are fine as far as they are read in records that do not pass.
    static let checked: Int64 = -1
    /// This and what lies below: several groups, numbered in `lists`.
    static let firstList: Int64 = -2
  }

  let plan: FastPlan.QueryPlan
  let layouts: [Layout]
  let stride: Int
  var groups = LocalGroups()
  private(set) var cells: UnsafeMutablePointer<Int64>
  private var capacity = 256
  private(set) var serial: Int64 = 0
  /// Groups of the current block, in order of first appearance.
  private(set) var touched = GrowableBuffer<UInt32>(capacity: 256)
  private(set) var oddCells: [OddCell] = []
  var lists: [[UInt32]] = []
  /// Local group of every record of the current chunk.
  let ids: UnsafeMutablePointer<UInt32>
  private var scratch = GrowableBuffer<UInt8>(capacity: 4096)

  init(_ plan: FastPlan.QueryPlan, rowCapacity: Int) {
    self.plan = plan
    (layouts, stride) = Layout.places(of: plan.uses, from: Cell.measures)
    cells = HugePages.zeros(capacity * stride, of: Int64.self)
    ids = .allocate(capacity: rowCapacity)
  }

  deinit {
    free(cells)
    ids.deallocate()
  }

  func beginBlock() {
    serial += 1
    touched.count = 0
    oddCells.removeAll(keepingCapacity: true)
  }

  /// Finds the group of every record of a chunk.
  func find(_ chunk: FieldChunk) {
    if plan.spans.count == 1 {
      groups.findAll(chunk, plan.spans[0], into: ids)
    } else {
      findSeveral(chunk)
    }
    if groups.count > capacity { grow() }
  }

  private func findSeveral(_ chunk: FieldChunk) {
    for row in 0..<chunk.rows {
      scratch.count = 0
      for (place, span) in plan.spans.enumerated() {
        if place > 0 { scratch.append(0x0A) }
        let field = chunk.bounds(row, span.first, span.last)
        scratch.append(chunk.text + field.start, count: field.count)
      }
      scratch.reserve(LocalGroups.slack)
      ids[row] = UInt32(truncatingIfNeeded: groups.index(of: scratch.base, count: scratch.count))
    }
  }

  private func grow() {
    let larger = max(groups.count, capacity * 2)
    let moved = HugePages.zeros(larger * stride, of: Int64.self)
    moved.update(from: cells, count: capacity * stride)
    free(cells)
    cells = moved
    capacity = larger
  }

  /// Asks for the cells of a group that will be needed soon.
  @inline(__always)
  func prefetch(_ id: UInt32) { field_index_prefetch(cells + Int(id) &* stride) }

  func touch(_ id: UInt32) { touched.append(id) }

  func addOdd(_ cell: OddCell) { oddCells.append(cell) }
}
