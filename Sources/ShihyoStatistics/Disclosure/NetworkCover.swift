/// Which edges of a network to hide, so that those that are protected cannot be worked out.
///
/// - Note: edges are covered one after another by their cheapest cycle, then what is not needed is shown again.
/// - Complexity: a few largest flows for each pair of a hidden and a protected edge.
struct NetworkCover {
  let network: CellNetwork
  /// How far apart the ends of each protected range must be at least.
  let width: Int
  /// What hiding each edge costs; nil: it is never hidden.
  let costs: [Int?]

  /// Few cells first, small ones among them; totals only where no cells will do; never a zero, which readers know.
  static func cost(_ value: Int, isTotal: Bool) -> Int? {
    guard value > 0 else { return nil }
    let cell = 1_000_000_000_000
    let price = cell + min(value, cell - 1)
    return isTotal ? 64 * price : price
  }

  /// An edge that no choice protects.
  struct Unprotected: Error { let edge: Int }

  /// - Parameters:
  ///   - numbers: the edges to protect; they are hidden.
  ///   - unknown: edges that readers do not know and that need no protection.
  /// - Returns: the edges that are hidden beside both.
  func secondary(protecting numbers: [Int], unknown: Set<Int>) throws(Unprotected) -> Set<Int> {
    let given = unknown.union(numbers)
    var hidden = given
    // The largest first: it needs the largest partners, which then serve the smaller ones too.
    for number in numbers.sorted(by: { network.edges[$0].value > network.edges[$1].value }) {
      var amount = width
      while !network.isWide(number, width, hidden: hidden) {
        let cover = network.cover(for: number, rising: amount, hidden: hidden, costs: costs)
        if let cover, !cover.isEmpty {
          hidden.formUnion(cover)
        } else if amount > 1 {
          amount /= 2
        } else {
          // No single cycle adds to those there are. All that may be hidden is the last word; spare cells return below.
          let all = hidden.union(costs.indices.filter { costs[$0] != nil })
          guard network.isWide(number, width, hidden: all) else { throw Unprotected(edge: number) }
          hidden = all
        }
      }
    }
    for spare in hidden.subtracting(given).sorted(by: { (costs[$0] ?? 0, $0) > (costs[$1] ?? 0, $1) }) {
      let fewer = hidden.subtracting([spare])
      if numbers.allSatisfy({ network.isWide($0, width, hidden: fewer) }) { hidden = fewer }
    }
    return hidden.subtracting(given)
  }
}

extension CellNetwork {
  /// Whether the range of a hidden edge is at least `width`, without measuring more of it than that.
  func isWide(_ index: Int, _ width: Int, hidden: Set<Int>) -> Bool {
    let rise = room(of: index, rising: true, hidden: hidden, limit: width) ?? width
    if rise >= width { return true }
    return rise + (room(of: index, rising: false, hidden: hidden, limit: width) ?? 0) >= width
  }
}
