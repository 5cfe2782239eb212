import ShihyoModel

/// One column of a text table: its cells in the pieces that alignment needs, and how wide they are.
///
/// - Left columns pad on the right. Right columns keep the ends of the last digits in one line and put marks beside them.
struct TextColumn {
  struct Cell {
    var body: String
    var trail = ""
  }

  let heading: String
  let alignsRight: Bool
  let cells: [Cell]
  private let measure: DisplayWidth
  private let bodyWidth: Int
  private let trailWidth: Int
  /// Room for a spanner that is wider than its columns.
  var extraWidth = 0

  init(heading: String, alignsRight: Bool, cells: [Cell], measure: DisplayWidth) {
    self.heading = heading
    self.alignsRight = alignsRight
    self.cells = cells
    self.measure = measure
    if alignsRight {
      bodyWidth = cells.reduce(measure.columns(heading)) { max($0, measure.columns($1.body)) }
      trailWidth = cells.reduce(0) { max($0, measure.columns($1.trail)) }
    } else {
      bodyWidth = cells.reduce(measure.columns(heading)) { max($0, measure.columns($1.body + $1.trail)) }
      trailWidth = 0
    }
  }

  var width: Int { extraWidth + bodyWidth + trailWidth }

  var headingLine: String { place(Cell(body: heading)) }
  var rule: String { String(repeating: "-", count: width) }
  func line(_ row: Int) -> String { place(cells[row]) }

  private func place(_ cell: Cell) -> String {
    guard alignsRight else {
      let text = cell.body + cell.trail
      return text + spaces(width - measure.columns(text))
    }
    let before = spaces(extraWidth + bodyWidth - measure.columns(cell.body))
    return before + cell.body + cell.trail + spaces(trailWidth - measure.columns(cell.trail))
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
