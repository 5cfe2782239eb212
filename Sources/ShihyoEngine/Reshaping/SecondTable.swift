import ShihyoModel

/// Knows where another table begins below the first: its header comes again, or a title 第2表 stands alone in a row.
struct SecondTable {
  /// Per header row, the label of each column, folded.
  private let rows: [[Label]]

  init(_ header: HeaderInfo) {
    rows = header.hasHeaderRow ? header.rows.map { $0.map { Label(TextFolding.fold($0)) } } : []
  }

  /// Most filled cells, and at least two, repeat the label of their column; folded, since ４月 is 4月.
  func repeatsHeader(_ cells: [String]) -> Bool {
    rows.contains { labels in
      var same = 0
      var others = 0
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let isSame = column < labels.count && Label(TextFolding.fold(cell)) == labels[column]
        if isSame { same += 1 } else { others += 1 }
      }
      return same >= 2 && same > others
    }
  }

  /// Whether it is the label of any column.
  func isLabel(_ text: String) -> Bool {
    let folded = Label(TextFolding.fold(text))
    return rows.contains { $0.contains(folded) }
  }

  func repeatsHeader(_ row: RowText, _ arena: FieldArena) -> Bool {
    // Rows of data leave here, at their first or second cell.
    guard rows.contains(where: { labels in mayRepeat(row, labels, arena) }) else { return false }
    return repeatsHeader(row.cells.indices.map { row.text($0, in: arena) })
  }

  private func mayRepeat(_ row: RowText, _ labels: [Label], _ arena: FieldArena) -> Bool {
    var others = 0
    var same = 0
    for column in row.cells.indices where !row.bytes(column, in: arena).isEmpty {
      let isSame = column < labels.count && Label(TextFolding.fold(row.text(column, in: arena))) == labels[column]
      if isSame { same += 1 } else { others += 1 }
      if others > same + 1 { return false }
    }
    return same > others
  }

  /// `第2表 …`, `表3 …`, `Table 4 …`.
  static func isTitle(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    for (before, after) in [("第", "表"), ("表", ""), ("Table ", ""), ("統計表", "")] where folded.hasPrefix(before) {
      let rest = folded.dropFirst(before.count)
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "-" }
      if !digits.isEmpty, rest.dropFirst(digits.count).hasPrefix(after) { return true }
    }
    return false
  }

  /// `（2）件数`, `■件数`, `【別表】件数`: a heading, but data may begin so, too; a header must follow it.
  static func isHeading(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    if let first = folded.first, "■□◆◇●○【〔<▼▽".contains(first) { return true }
    var rest = Substring(folded)
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count <= 2, let next = rest.dropFirst(digits.count).first else { return false }
    return isBracketed ? next == ")" : " ..、".contains(next)
  }
}
