/// Rows of a file that are no records, where a layout is declared; all 0 where none is.
public struct LayoutCounts: Hashable, Sendable {
  /// Rows below the header, those that are no records too; one row gives several records where columns become keys.
  public var rows: Int
  /// Notes below the data.
  public var notes: Int
  /// Rows of delimiters only.
  public var emptyRows: Int
  /// Subtotals and totals: left out, and compared with their parts.
  public var totals: Int

  public init(rows: Int = 0, notes: Int = 0, emptyRows: Int = 0, totals: Int = 0) {
    self.rows = rows
    self.notes = notes
    self.emptyRows = emptyRows
    self.totals = totals
  }

  public mutating func merge(_ other: LayoutCounts) {
    rows += other.rows
    notes += other.notes
    emptyRows += other.emptyRows
    totals += other.totals
  }
}
