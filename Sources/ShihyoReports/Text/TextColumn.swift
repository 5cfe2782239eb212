import ShihyoModel

/// One column of a text table: its cells in the pieces that alignment needs, and how wide they are.
///
/// - Left columns pad on the right, and can be broken into lines. Right columns keep the ends of the last digits in one line and
///   put marks beside them.
struct TextColumn {
  struct Cell {
    var body: String
    var trail = ""
  }

  let heading: String
  let alignsRight: Bool
  private let measure: DisplayWidth
  /// Of the widest cell, and of the widest cell or heading.
  private var cellWidth = 0
  private var bodyWidth: Int
  private var trailWidth = 0
  /// Room for a spanner that is wider than its columns.
  var extraWidth = 0
  /// nil: no cell is broken.
  private(set) var brokenAt: Int?

  /// A column without cells; `makeRoom` follows for each.
  init(heading: String, alignsRight: Bool, measure: DisplayWidth) {
    self.heading = heading
    self.alignsRight = alignsRight
    self.measure = measure
    bodyWidth = measure.columns(heading)
  }

  mutating func makeRoom(for cell: Cell) {
    if alignsRight {
      cellWidth = max(cellWidth, measure.columns(cell.body))
      if !cell.trail.isEmpty { trailWidth = max(trailWidth, measure.columns(cell.trail)) }
    } else {
      cellWidth = max(cellWidth, measure.columns(cell.trail.isEmpty ? cell.body : cell.body + cell.trail))
    }
    bodyWidth = max(bodyWidth, cellWidth)
  }

  /// The narrowest that a column of text is made: ten full-width characters.
  static let narrowest = 20

  var canBeBroken: Bool { !alignsRight && bodyWidth > Self.narrowest }

  /// Breaks cells, and the heading, that are wider than `width`.
  mutating func breakLines(at width: Int) {
    if canBeBroken, width < bodyWidth { brokenAt = max(width, Self.narrowest) }
  }

  /// Sets the heading of a column of numbers in two or more lines; the numbers stay as they are.
  mutating func breakHeading() {
    guard alignsRight, measure.columns(heading) > 12 else { return }
    bodyWidth = min(bodyWidth, max(cellWidth, LineBreaking(measure: measure).headingWidth(heading)))
  }

  var width: Int { extraWidth + (brokenAt ?? bodyWidth) + trailWidth }

  var headingLines: [String] {
    guard alignsRight else { return lines(of: Cell(body: heading)) }
    return LineBreaking(measure: measure).headingLines(heading, width: bodyWidth).flatMap { lines(of: Cell(body: $0)) }
  }
  var rule: String { String(repeating: "-", count: width) }
  var blankLine: String { spaces(width) }

  /// The lines of one cell, each as wide as the column.
  func lines(of cell: Cell) -> [String] {
    guard !alignsRight else {
      let before = spaces(extraWidth + bodyWidth - measure.columns(cell.body))
      return [before + cell.body + cell.trail + spaces(trailWidth - measure.columns(cell.trail))]
    }
    let text = cell.body + cell.trail
    let broken = brokenAt.map { LineBreaking(measure: measure).lines(text, width: $0) } ?? [text]
    return broken.map { $0 + spaces(width - measure.columns($0)) }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
