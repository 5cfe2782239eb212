import ShihyoModel

/// Looks for a second table in a small file: its header in the middle, a title of its own, or rows of another width below a gap.
enum SecondTableSearch {
  /// - Returns: the finding with both places; nil where there is one table.
  static func finding(_ rows: GridRows) -> Finding? {
    let header = rows.grid.header
    guard header.hasHeaderRow, header.names.count > 1 else { return nil }
    let all = rows.grid.rows
    let known = SecondTable(header)
    let areLabels = rows.grid.spellings.texts.map { !$0.isEmpty && known.isLabel($0) }
    for (index, row) in all.enumerated() where !row.isEmpty {
      let isApart = row.isAfterGap || (index > 0 && all[index - 1].isEmpty)
      if row.codes.contains(where: { areLabels[$0] }) && known.repeatsHeader(row.cells)
        || (row.filled.count == 1 && SecondTable.isTitle(row.first))
        || (row.filled.count == 1 && SecondTable.isHeading(row.first) && isFollowedByHeader(index, rows))
        || isHeader(index, isApart, rows) || isOfOtherWidth(index, isApart, all)
      {
        return Finding(
          ShapeRule.secondTable(firstLine: header.line ?? 1), at: Place(file: header.path, line: row.line),
          text: row.first)
      }
    }
    return nil
  }

  /// Words, or years, where all else is numbers, and numbers again in the row below.
  private static func isHeader(_ index: Int, _ isApart: Bool, _ rows: GridRows) -> Bool {
    let all = rows.grid.rows
    let row = all[index]
    guard row.isWhole, row.filled.count >= 2,
      let below = next(index, all), all[below].isWhole
    else { return false }
    var (filled, words, years) = (0, 0, 0)
    var hasNumbersBelow = false
    for column in rows.mostlyNumeric {
      let trait = rows.grid.traits(index, column)
      if trait.kind == .empty { continue }
      filled += 1
      if trait.kind != .number, trait.mark == nil {
        words += 1
      } else if trait.isYear {
        years += 1
      }
      // Rows of data leave here, at their first number.
      guard words == filled || years == filled else { return false }
      hasNumbersBelow = hasNumbersBelow || rows.grid.traits(below, column).kind == .number
    }
    guard hasNumbersBelow else { return false }
    let isFirstLabel = TextFolding.fold(row.cells[0]) == TextFolding.fold(rows.grid.header.rows.last?.first ?? "")
    if words == filled { return isApart || isFirstLabel || words >= 2 && row.filled.count == row.cells.count }
    return years == filled && years >= 2 && isFirstLabel && !row.cells[0].isEmpty
  }

  /// The next row that is not empty.
  private static func next(_ index: Int, _ all: [TableGrid.Row]) -> Int? {
    (index + 1..<all.count).first { !all[$0].isEmpty }
  }

  private static func isFollowedByHeader(_ index: Int, _ rows: GridRows) -> Bool {
    guard let next = next(index, rows.grid.rows) else { return false }
    return isHeader(next, true, rows)
      || !rows.grid.rows[next].isWhole && rows.grid.rows[next].filled.count > 1
  }

  /// Two rows of a width of their own below a gap.
  private static func isOfOtherWidth(_ index: Int, _ isApart: Bool, _ all: [TableGrid.Row]) -> Bool {
    let row = all[index]
    guard isApart, !row.isWhole, row.filled.count > 1, index + 1 < all.count else { return false }
    let below = all[index + 1]
    return !below.isWhole && below.cells.count == row.cells.count && below.filled.count > 1
  }
}
