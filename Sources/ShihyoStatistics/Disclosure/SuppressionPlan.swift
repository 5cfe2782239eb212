/// Which cells and totals to hide, so that no hidden count can be worked out.
///
/// - Note: cells are covered one after another by their cheapest cycle, then what is not needed is shown again. The plan
///   is safe by audit; that it hides the fewest possible is not promised.
/// - Source: statistics.md, section 10; domain.md, section 11.
public struct SuppressionPlan: Hashable, Sendable {
  /// Hidden for their own sake.
  public let primary: Set<MarginTable.Position>
  /// Hidden so that the others cannot be worked out; none is a zero.
  public let secondary: Set<MarginTable.Position>

  public var hidden: Set<MarginTable.Position> { primary.union(secondary) }

  /// - Parameters:
  ///   - primary: cells and totals to protect, usually `table.hidden(by:)`.
  ///   - width: how far apart the ends of each protected range must be at least; the threshold k is usual. 1 is the least.
  ///   - unpublished: positions that are printed nowhere: readers do not know them, and they need no protection.
  ///   - shown: positions that stay shown whatever happens, such as totals that are published elsewhere.
  /// - Errors: `cannotProtect` where `shown` leaves no way.
  /// - Complexity: a few largest flows for each pair of a hidden and a protected cell; small tables in milliseconds.
  public init(
    _ table: MarginTable, primary: Set<MarginTable.Position>, width: Int,
    unpublished: Set<MarginTable.Position> = [], shown: Set<MarginTable.Position> = []
  ) throws(StatisticsRule) {
    let network = CellNetwork(table)
    let width = max(1, width)
    let numbers = network.edges.indices.filter { primary.contains(network.edges[$0].position) }
    let costs = network.edges.map { edge in shown.contains(edge.position) ? nil : Self.cost(edge, table) }
    let unknown = Set(network.edges.indices.filter { unpublished.contains(network.edges[$0].position) })
    var hidden = Set(numbers).union(unknown)
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
          guard network.isWide(number, width, hidden: all) else {
            let position = network.edges[number].position
            throw .cannotProtect(row: position.row + 1, column: position.column + 1)
          }
          hidden = all
        }
      }
    }
    for spare in hidden.subtracting(numbers).subtracting(unknown).sorted(by: {
      (costs[$0] ?? 0, $0) > (costs[$1] ?? 0, $1)
    }) {
      let fewer = hidden.subtracting([spare])
      if numbers.allSatisfy({ network.isWide($0, width, hidden: fewer) }) { hidden = fewer }
    }
    self.primary = Set(numbers.map { network.edges[$0].position })
    secondary = Set(hidden.subtracting(numbers).subtracting(unknown).map { network.edges[$0].position })
  }

  /// Few cells first, small ones among them; totals only where no cells will do; never a zero, which readers know.
  private static func cost(_ edge: CellNetwork.Edge, _ table: MarginTable) -> Int? {
    guard edge.value > 0 else { return nil }
    let cell = 1_000_000_000_000
    let price = cell + min(edge.value, cell - 1)
    return table.isTotal(edge.position) ? 64 * price : price
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
