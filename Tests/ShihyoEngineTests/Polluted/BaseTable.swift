/// The sound table that all polluted files are made of: words, days, numbers with commas, quotes, a line end inside a cell.
enum BaseTable {
  static let names = ["区", "利用日", "区分", "人数", "金額", "備考"]
  static let rows = [
    ["門司区", "2025-04-01", "一般", "12", "1,200", "通常"],
    ["小倉北区", "2025-04-02", "団体", "30", "3,000", "二団体,計30人"],
    ["小倉南区", "2025-04-03", "一般", "8", "800", "午前\n午後"],
    ["若松区", "2025-04-04", "減免", "15", "0", "\"特例\""],
    ["八幡東区", "2025-04-05", "一般", "21", "2,100", "休止"],
    ["八幡西", "2025-04-06", "団体", "44", "4,400", "雨天"],
  ]
  static let grid = [names] + rows

  /// Physical line on which each row of the grid begins.
  static let lines: [Int] = {
    var line = 1
    return grid.map { row in
      defer { line += 1 + row.reduce(0) { $0 + $1.count { $0 == "\n" } } }
      return line
    }
  }()
  static var lastLine: Int { (lines.last ?? 0) + 1 }

  static func quoted(_ cell: String) -> String {
    "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// As a spreadsheet writes it: quotes where they are needed.
  static func written(_ cell: String, delimiter: String = ",", always: Bool = false) -> String {
    always || cell.contains { "\"\n\r".contains($0) } || cell.contains(delimiter) || cell.contains(",")
      ? quoted(cell) : cell
  }
  static var cells: [[String]] { grid.map { $0.map { written($0) } } }

  static func text(_ cells: [[String]], delimiter: String = ",", lineEnd: String = "\n") -> String {
    cells.map { $0.joined(separator: delimiter) + lineEnd }.joined()
  }
}
