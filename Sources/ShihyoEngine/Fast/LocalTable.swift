import Glibc

/// The groups of one query over one block, as one worker sees them; what it adds up is handed on block by block.
///
/// Note to the next reader: numbers of groups stay the same for the life of a worker, so a key is resolved once; the
/// sums are those of the current block, and a group is cleared when the block meets it first (its serial tells). One
/// group's numbers stand side by side, since with many groups each visit costs a cache line.
final class LocalTable {
  /// What stands before the sums of a group.
  enum Cell {
    static let serial = 0
    /// First record of the block that has this key, and the first that passes the filter (0 while none does); from 0.
    static let firstSeen = 1
    static let firstPassing = 2
    static let count = 3
    /// Where the first record seen begins in the block.
    static let firstOffset = 4
    static let sums = 5
  }
  /// A cell that the plain sums cannot hold: decimals, marks, reasons, more digits.
  struct OddCell {
    let group: Int
    /// Place among the sums of the query.
    let sum: Int
    let slot: NumberSlot
  }

  let stride: Int
  private let spans: [FastPlan.Span]
  private(set) var groups = LocalGroups()
  private(set) var cells: UnsafeMutablePointer<Int64>
  private var capacity = 256
  private var serial: Int64 = 0
  /// Groups of the current block, in order of first appearance.
  private(set) var touched = GrowableBuffer<UInt32>(capacity: 256)
  private(set) var oddCells: [OddCell] = []
  /// Local group → group of the whole run; −1 while unknown.
  var resolved: [Int32] = []
  /// Local group of every record of the current chunk.
  let ids: UnsafeMutablePointer<UInt32>
  private var scratch = GrowableBuffer<UInt8>(capacity: 4096)

  init(_ plan: FastPlan.QueryPlan, rowCapacity: Int) {
    spans = plan.spans
    stride = Cell.sums + plan.sums.count
    cells = .allocate(capacity: capacity * stride)
    cells.initialize(repeating: 0, count: capacity * stride)
    ids = .allocate(capacity: rowCapacity)
  }

  deinit {
    cells.deallocate()
    ids.deallocate()
  }

  func beginBlock() {
    serial += 1
    touched.count = 0
    oddCells.removeAll(keepingCapacity: true)
  }

  /// Finds the group of every record of a chunk.
  func find(_ chunk: FieldChunk) {
    if spans.count == 1 {
      findSingle(chunk, spans[0])
    } else {
      findSeveral(chunk)
    }
    if groups.count > capacity { grow() }
  }

  private func findSingle(_ chunk: FieldChunk, _ span: FastPlan.Span) {
    groups.findAll(chunk, span, into: ids)
  }

  private func findSeveral(_ chunk: FieldChunk) {
    for row in 0..<chunk.rows {
      scratch.count = 0
      for (place, span) in spans.enumerated() {
        if place > 0 { scratch.append(0x0A) }
        let field = chunk.bounds(row, span.first, span.last)
        scratch.append(chunk.text + field.start, count: field.count)
      }
      // The look-up reads whole words.
      scratch.reserve(16)
      ids[row] = UInt32(truncatingIfNeeded: groups.index(of: scratch.base, count: scratch.count))
    }
  }

  private func grow() {
    let larger = max(groups.count, capacity * 2)
    let moved = UnsafeMutablePointer<Int64>.allocate(capacity: larger * stride)
    moved.initialize(repeating: 0, count: larger * stride)
    moved.update(from: cells, count: capacity * stride)
    cells.deallocate()
    cells = moved
    capacity = larger
  }

  /// Counts the records of a chunk and adds their plain numbers.
  ///
  /// - Parameter passes: one byte per record, 0 where it does not pass; nil where all do.
  /// - Parameter values: one column per sum.
  ///
  /// The additions cannot overflow: a block has fewer than 2^22 records, a value fewer than 13 digits.
  func add(
    _ chunk: FieldChunk, passes: UnsafeMutablePointer<UInt8>?, values: [UnsafeMutablePointer<Int64>]
  ) {
    let (cells, stride, ids, serial) = (self.cells, self.stride, self.ids, self.serial)
    values.withUnsafeBufferPointer { values in
      for row in 0..<chunk.rows {
        let group = cells + Int(ids[row]) &* stride
        if group[Cell.serial] != serial { begin(ids[row], group, chunk, row) }
        if let passes, passes[row] == 0 { continue }
        if group[Cell.count] == 0 { group[Cell.firstPassing] = Int64(chunk.firstRow &+ row) }
        group[Cell.count] &+= 1
        for place in 0..<values.count { group[Cell.sums &+ place] &+= values[place][row] }
      }
    }
  }

  @inline(never)
  private func begin(_ id: UInt32, _ group: UnsafeMutablePointer<Int64>, _ chunk: FieldChunk, _ row: Int) {
    group.update(repeating: 0, count: stride)
    group[Cell.serial] = serial
    group[Cell.firstSeen] = Int64(chunk.firstRow + row)
    group[Cell.firstOffset] = Int64(chunk.bounds(row, 0, 0).start)
    touched.append(id)
  }

  func addOdd(_ slot: NumberSlot, row: Int, sum: Int) {
    oddCells.append(OddCell(group: Int(ids[row]), sum: sum, slot: slot))
  }
}
