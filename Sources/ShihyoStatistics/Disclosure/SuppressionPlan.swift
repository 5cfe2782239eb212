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
    let positions = table.positions
    let numbers = positions.indices.filter { primary.contains(positions[$0]) }
    let costs = positions.map { position in
      shown.contains(position) ? nil : NetworkCover.cost(table[position], isTotal: table.isTotal(position))
    }
    let unknown = Set(positions.indices.filter { unpublished.contains(positions[$0]) })
    do {
      let cover = NetworkCover(network: network, width: max(1, width), costs: costs)
      let secondary = try cover.secondary(protecting: numbers, unknown: unknown)
      self.primary = Set(numbers.map { positions[$0] })
      self.secondary = Set(secondary.map { positions[$0] })
    } catch {
      let position = positions[error.edge]
      throw .cannotProtect(row: position.row + 1, column: position.column + 1)
    }
  }
}
