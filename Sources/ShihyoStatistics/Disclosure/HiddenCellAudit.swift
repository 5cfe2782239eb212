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
    let positions = table.positions
    let numbers = Set(positions.indices.filter { hidden.contains(positions[$0]) })
    ranges = Dictionary(
      numbers.map { (positions[$0], network.range(of: $0, hidden: numbers)) }, uniquingKeysWith: { one, _ in one })
  }

  /// Hidden positions whose range is narrower than `width`, row by row; with 1, those known exactly.
  public func narrow(below width: Int) -> [MarginTable.Position] {
    ranges.filter { !$0.value.isWide(width) }.keys.sorted()
  }
}

extension CellNetwork {
  /// The least and the largest value that edge number `index` can have while only the hidden edges change.
  func range(of index: Int, hidden: Set<Int>) -> HiddenCellAudit.Range {
    let value = edges[index].value
    let fall = room(of: index, rising: false, hidden: hidden) ?? value
    let rise = room(of: index, rising: true, hidden: hidden)
    return HiddenCellAudit.Range(lower: value - fall, upper: rise.map { value + $0 })
  }
}
