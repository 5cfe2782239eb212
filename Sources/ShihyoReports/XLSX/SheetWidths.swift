/// Widths of columns and heights of rows by what stands in them: full-width characters count two, and what is longer than
/// its column wraps. Heights are said outright, since not every spreadsheet finds them when it opens a file.
enum SheetWidths {
  /// A wider cell wraps.
  static let widest = 60.0
  /// A line of the body, in points.
  static let line = 18.75
  /// The most that a spreadsheet gives a row, in points.
  static let highest = 409.0
  private static let narrowest = 6.0
  /// Titles are set in 16 points, all else in 11.
  private static let titleSize = 1.5
  /// Headings and remarks wrap sooner, so that they do not spread narrow numbers.
  private static let heading = 24.0
  private static let remark = 30.0

  /// - Parameter lengths: display width of numbers as they are shown, by row and column; 0 for all else.
  /// - Cost: O(cells).
  static func of(_ rows: [[SheetCell]], headerRows: Int, shown lengths: [[Int]] = [], widest: Double = widest)
    -> [Double]
  {
    let measure = DisplayWidth(ambiguous: .wide)
    var widths = [Double](repeating: narrowest, count: rows.map(\.count).max() ?? 0)
    for (number, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        let text = self.width(of: cell, measure)
        // A long text would make its row higher than a row can be.
        let limit =
          isBeside(cell) ? min(widest, max(remark, Double(text) / 8)) : max(widest, min(140, Double(text) / 16))
        let width = number < headerRows ? self.heading(text) : Double(text + 2)
        widths[column] = max(widths[column], min(width, limit))
      }
    }
    for row in lengths {
      for (column, length) in row.enumerated() where length > 0 {
        widths[column] = max(widths[column], Double(length + 2))
      }
    }
    return widths
  }

  /// Of one row; nil where one line is enough.
  static func height(of row: [SheetCell], widths: [Double]) -> Double? {
    let measure = DisplayWidth(ambiguous: .wide)
    var height = line
    for (cell, width) in zip(row, widths) {
      if case .text(_, let style) = cell, style.role == .title { height = max(height, 30) }
      if case .text(let text, .longTitle) = cell {
        let lines = (Double(measure.columns(text) + 2) * titleSize / max(1, width - 1)).rounded(.up)
        height = max(height, min(highest, lines * line * titleSize))
        continue
      }
      let lines = (Double(self.width(of: cell, measure) + 1) / max(1, width - 1)).rounded(.up)
      height = max(height, min(highest, lines * line))
    }
    return height > line ? height : nil
  }

  /// Whether a title runs beyond columns of this width.
  static func isTooLong(_ title: String, width: Double) -> Bool {
    Double(DisplayWidth(ambiguous: .wide).columns(title)) * titleSize > width
  }

  /// One line where that is possible; a character of a heading takes less than the unit of widths, which is one of the body.
  private static func heading(_ text: Int) -> Double { min(heading, Double(text) * 0.85 + 2) }

  private static func isBeside(_ cell: SheetCell) -> Bool {
    if case .text(_, let style) = cell { style.isIndented } else { false }
  }

  private static func width(of cell: SheetCell, _ measure: DisplayWidth) -> Int {
    switch cell {
    case .blank, .number: 0
    case .text(_, .title), .text(_, .longTitle): 0
    case .text(let text, let style): measure.columns(text) + (style.isIndented ? 2 : 0)
    case .link(let text, _): measure.columns(text)
    }
  }
}
