/// Counts with the totals that are published beside them: what a reader can calculate with.
///
/// - Shape: a two-way table has a last row and a last column of totals; a list has one total, behind its last item.
/// - Units: counts of people or things, from 0.
/// - Missing: hidden cells stand here with their true value; what is hidden is a set of positions beside the table.
/// - Source: statistics.md, section 10.
public struct MarginTable: Hashable, Sendable {
  /// Row and column from 0; `rows` and `columns` are those of the totals.
  public struct Position: Hashable, Sendable, Comparable {
    public let row: Int
    public let column: Int

    public init(_ row: Int, _ column: Int) {
      self.row = row
      self.column = column
    }

    public static func < (one: Position, other: Position) -> Bool {
      (one.row, one.column) < (other.row, other.column)
    }
  }

  /// Rows and columns without totals.
  public let rows: Int
  public let columns: Int
  /// Whether the columns have totals too; a list has none.
  public let hasColumnTotals: Bool
  private let values: [[Int]]

  /// A two-way table; its totals are added here, so that they always agree.
  ///
  /// - Errors: `raggedTable`, `negativeCount`, `noValues` without cells, `tooManyDigits` for counts from 10¹⁵.
  public init(_ cells: [[Int]]) throws(StatisticsRule) { try self.init(cells, hasColumnTotals: true) }

  /// A list of items and their total.
  ///
  /// - Errors: as for a table.
  public init(list: [Int]) throws(StatisticsRule) { try self.init([list], hasColumnTotals: false) }

  private init(_ cells: [[Int]], hasColumnTotals: Bool) throws(StatisticsRule) {
    let width = cells.first?.count ?? 0
    guard width > 0 else { throw .noValues }
    for (index, row) in cells.enumerated() {
      guard row.count == width else { throw .raggedTable(row: index + 1) }
      guard row.allSatisfy({ $0 >= 0 }) else { throw .negativeCount }
      guard row.allSatisfy({ $0 < 1_000_000_000_000_000 }) else { throw .tooManyDigits }  // so that no sum overflows
    }
    var values = cells.map { $0 + [$0.reduce(0, +)] }
    if hasColumnTotals { values.append((0...width).map { column in values.reduce(0) { $0 + $1[column] } }) }
    self.values = values
    self.hasColumnTotals = hasColumnTotals
    rows = cells.count
    columns = width
  }

  /// Every cell and every total, row by row.
  public var positions: [Position] {
    values.indices.flatMap { row in values[row].indices.map { Position(row, $0) } }
  }

  /// - Precondition: a position of this table.
  public subscript(_ position: Position) -> Int { values[position.row][position.column] }

  public func contains(_ position: Position) -> Bool {
    values.indices.contains(position.row) && values[position.row].indices.contains(position.column)
  }

  public func isTotal(_ position: Position) -> Bool { position.row == rows || position.column == columns }

  /// The positions, totals included, that `rule` hides for their own sake.
  public func hidden(by rule: PrimaryRule) -> Set<Position> {
    Set(positions.filter { rule.hides(count: self[$0]) })
  }
}
