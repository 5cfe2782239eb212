/// Counts and sums of whole numbers, those of one group side by side: with millions of groups a visit costs one line of
/// memory, where columns would cost one each.
struct PlainCells: Sendable {
  private let stride: Int
  private var cells: [Int64] = []

  init(sums: Int) { stride = 1 + sums }

  mutating func grow(to groups: Int) {
    let added = groups * stride - cells.count
    guard added > 0 else { return }
    let capacity = cells.capacity
    cells.append(contentsOf: repeatElement(0, count: added))
    if cells.capacity != capacity { HugePages.advise(&cells) }
  }

  func count(of group: Int) -> Int64 { cells[group * stride] }
  func sum(_ place: Int, of group: Int) -> Int64 { cells[group * stride + 1 + place] }

  /// Calls `body` with the first cell of the first group, and the cells that a group has.
  mutating func withCells(_ body: (UnsafeMutablePointer<Int64>, Int) -> Void) {
    cells.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { body(start, stride) } }
  }
}
