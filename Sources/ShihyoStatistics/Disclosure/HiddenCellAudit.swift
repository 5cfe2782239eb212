/// What a reader can work out about each hidden count from the counts and totals that are shown.
///
/// - Units: counts. The reader is taken to know that counts are not below 0, and nothing else.
/// - Source: statistics.md, section 10.
public struct HiddenCellAudit: Hashable, Sendable {
  /// All values that agree with what is shown lie between these, and both ends do agree.
  public struct Range: Hashable, Sendable {
    public let lower: Int
    /// nil where nothing shown limits it.
    public let upper: Int?

    public init(lower: Int, upper: Int?) {
      self.lower = lower
      self.upper = upper
    }

    /// Known exactly: hidden in name only.
    public var isExposed: Bool { lower == upper }

    /// Whether lower and upper are at least `width` apart.
    public func isWide(_ width: Int) -> Bool { upper.map { $0 - lower >= width } ?? true }
  }

  public let ranges: [MarginTable.Position: Range]

  /// - Parameter hidden: cells and totals that are not shown; positions outside the table are passed over.
  /// - Complexity: two largest flows through the hidden cells for each of them.
  public init(_ table: MarginTable, hidden: Set<MarginTable.Position>) {
    let network = CellNetwork(table)
    let numbers = Set(network.edges.indices.filter { hidden.contains(network.edges[$0].position) })
    var ranges: [MarginTable.Position: Range] = [:]
    for number in numbers {
      let edge = network.edges[number]
      let fall = network.room(of: number, rising: false, hidden: numbers) ?? edge.value
      let rise = network.room(of: number, rising: true, hidden: numbers)
      ranges[edge.position] = Range(lower: edge.value - fall, upper: rise.map { edge.value + $0 })
    }
    self.ranges = ranges
  }

  /// Hidden positions whose range is narrower than `width`, row by row; with 1, those known exactly.
  public func narrow(below width: Int) -> [MarginTable.Position] {
    ranges.filter { !$0.value.isWide(width) }.keys.sorted()
  }
}
