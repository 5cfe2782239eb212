import ShihyoModel

/// The rows that weigh most, in a heap of fixed size: the least of those kept stands at its root and gives way first.
///
/// - Order: by magnitude, the largest first; rows of one size in the order of the file.
/// - Cost: O(log kept) a row, memory for the rows that are kept.
package struct LargestContributions: Sendable {
  package let limit: Int
  private var heap: [(contribution: Contribution, size: ExactDecimal, number: Int)] = []
  private var seen = 0

  package init(limit: Int) { self.limit = max(0, limit) }

  package mutating func add(_ contribution: Contribution) {
    let size = contribution.amount.map { $0.isNegative ? $0.negated ?? $0 : $0 } ?? ExactDecimal(-1)
    let entry = (contribution: contribution, size: size, number: seen)
    seen += 1
    if heap.count < limit {
      heap.append(entry)
      siftUp(heap.count - 1)
    } else if let least = heap.first, Self.isLess(least, entry) {
      heap[0] = entry
      siftDown(0)
    }
  }

  /// The rows that were kept, the largest first.
  package var sorted: [Contribution] { heap.sorted { Self.isLess($1, $0) }.map(\.contribution) }

  private static func isLess(
    _ left: (contribution: Contribution, size: ExactDecimal, number: Int),
    _ right: (contribution: Contribution, size: ExactDecimal, number: Int)
  ) -> Bool { left.size == right.size ? left.number > right.number : left.size < right.size }

  private mutating func siftUp(_ start: Int) {
    var place = start
    while place > 0, Self.isLess(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var place = start
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { Self.isLess(heap[$0], heap[$1]) }), Self.isLess(heap[least], heap[place])
      else { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
