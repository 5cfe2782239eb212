/// Columns of a table that stand side by side: all of them, or as many as fit, beside the columns that name the rows.
struct TextBlock {
  struct Spanner {
    let label: String
    /// Indices of columns.
    let columns: Range<Int>
  }

  /// Of the table's columns.
  private let indices: [Int]
  private var columns: [TextColumn]
  /// By the columns of this block.
  private let spanners: [Spanner]
  private let measure: DisplayWidth

  private init(_ indices: [Int], of all: [TextColumn], spanners: [Spanner], measure: DisplayWidth) {
    self.indices = indices
    self.measure = measure
    columns = indices.map { all[$0] }
    self.spanners = spanners.sorted { $0.columns.lowerBound < $1.columns.lowerBound }.compactMap { spanner in
      let places = indices.indices.filter { spanner.columns.contains(indices[$0]) }
      guard let first = places.first, let last = places.last else { return nil }
      return Spanner(label: spanner.label, columns: first..<last + 1)
    }
    for spanner in self.spanners {
      let missing = measure.columns(spanner.label) - width(spanner.columns)
      columns[spanner.columns.upperBound - 1].extraWidth += max(0, missing)
    }
  }

  /// One block where the table is no wider than `widest`. Else the columns that name the rows stand in each block, and what is under one spanner stays
  /// together where it can; a column that is too wide by itself is a block.
  /// - Cost: O(columns²), for none of them many.
  static func blocks(
    _ all: [TextColumn], keys: Int, spanners: [Spanner], widest: Int, width room: Int, measure: DisplayWidth
  ) -> [TextBlock] {
    func block(_ indices: [Int]) -> TextBlock { TextBlock(indices, of: all, spanners: spanners, measure: measure) }
    let whole = block(Array(all.indices))
    guard whole.width > widest, !all.isEmpty else { return [whole] }
    let namesRows = keys < all.count && block(Array(0..<keys)).width <= room / 2
    let heads = Array(0..<(namesRows ? keys : min(1, keys)))
    var blocks: [TextBlock] = []
    var (start, end) = (heads.count, heads.count)
    func made(upTo end: Int) -> TextBlock { block(heads + Array(start..<end)) }
    while end < all.count {
      let spanner = spanners.first { $0.columns.contains(end) }
      let isTogether = spanner.map { block(heads + Array($0.columns)).width <= room } ?? false
      let next = isTogether ? (spanner?.columns.upperBound ?? end + 1) : end + 1
      if end > start, made(upTo: next).width > room {
        blocks.append(made(upTo: end))
        start = end
      }
      end = next
    }
    return blocks + [made(upTo: end)]
  }

  var width: Int { width(columns.indices) }

  /// Spanners with a line of dashes under each, headings, and the rule below.
  var heading: [String] { spannerLines + beside(columns.map(\.headingLines), atBottom: true) }
  var rule: String { join(columns.map(\.rule)) }

  /// - Parameter cells: of the whole table's row.
  func lines(of cells: [TextColumn.Cell]) -> [String] {
    beside(zip(columns, indices).map { $0.lines(of: cells[$1]) }, atBottom: false)
  }

  private var spannerLines: [String] {
    guard !spanners.isEmpty else { return [] }
    var labels = ""
    var rules = ""
    for spanner in spanners {
      let start = spanner.columns.lowerBound
      let offset = start == 0 ? 0 : width(0..<start) + 2
      let span = width(spanner.columns)
      labels += spaces(offset - measure.columns(labels) + (span - measure.columns(spanner.label)) / 2) + spanner.label
      rules += spaces(offset - rules.utf8.count) + String(repeating: "-", count: span)
    }
    return [labels, rules]
  }

  /// Cells of several lines side by side; headings stand on the rule, rows hang from their first line.
  private func beside(_ cells: [[String]], atBottom: Bool) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      join(
        zip(columns, cells).map { column, lines in
          let index = atBottom ? line - (height - lines.count) : line
          return lines.indices.contains(index) ? lines[index] : column.blankLine
        })
    }
  }

  private func width(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + columns[$1].width } + 2 * max(0, range.count - 1)
  }

  /// Nothing is left hanging at the end of a line.
  private func join(_ pieces: [String]) -> String {
    var line = pieces.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
