import ShihyoModel

/// Knows where another table begins below the first: its header comes again, or a title 第2表 stands alone in a row.
struct SecondTable {
  /// Per header row, the bytes of each label.
  private let rows: [[[UInt8]]]

  init(_ header: HeaderInfo) {
    rows = header.hasHeaderRow ? header.rows.map { $0.map { Array($0.utf8) } } : []
  }

  /// Most filled cells, and at least two, repeat the label of their column.
  func repeatsHeader(_ row: RowText, _ arena: FieldArena) -> Bool {
    rows.contains { labels in
      var same = 0
      var others = 0
      for column in row.cells.indices {
        let bytes = row.bytes(column, in: arena)
        if bytes.isEmpty { continue }
        if column < labels.count, bytes.elementsEqual(labels[column]) {
          same += 1
        } else {
          others += 1
          // Rows of data leave here, after a cell or two.
          if others > 1 + same { return false }
        }
      }
      return same >= 2 && same > others
    }
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
}
