import ShihyoModel

/// Looks for a second table in a small file: its header in the middle, a title of its own, or rows of another width below a gap.
enum SecondTableSearch {
  /// - Returns: the finding with both places; nil where there is one table.
  static func finding(_ rows: GridRows) -> Finding? {
    let header = rows.grid.header
    guard header.hasHeaderRow, header.names.count > 1 else { return nil }
    var rows = rows
    let all = rows.grid.rows
    let known = SecondTable(header)
    for (index, row) in all.enumerated() where !row.isEmpty {
      let isApart = row.isAfterGap || (index > 0 && all[index - 1].isEmpty)
      if known.repeatsHeader(row.cells) || (row.filled.count == 1 && SecondTable.isTitle(row.first))
        || (row.filled.count == 1 && SecondTable.isHeading(row.first) && isFollowedByHeader(index, &rows))
        || isHeader(index, isApart, &rows) || isOfOtherWidth(index, isApart, all)
      {
        return Finding(
          ShapeRule.secondTable(firstLine: header.line ?? 1), at: Place(file: header.path, line: row.line),
          text: row.first)
      }
    }
    return nil
  }

  /// Words, or years, where all else is numbers, and numbers again in the row below.
  private static func isHeader(_ index: Int, _ isApart: Bool, _ rows: inout GridRows) -> Bool {
    let all = rows.grid.rows
    let row = all[index]
    guard row.isWhole, row.filled.count >= 2, let below = all[(index + 1)...].first(where: { !$0.isEmpty }),
      below.isWhole
    else { return false }
    let numeric = rows.mostlyNumeric.filter { rows.grid.traits(row.cells[$0]).kind != .empty }
    guard !numeric.isEmpty else { return false }
    var words = 0
    var years = 0
    for column in numeric {
      let trait = rows.grid.traits(row.cells[column])
      if trait.kind != .number, trait.mark == nil {
        words += 1
      } else if let number = trait.number, number.decimals == 0, (1868...2100).contains(number.coefficient) {
        years += 1
      }
    }
    let hasNumbersBelow = numeric.contains { rows.grid.traits(below.cells[$0]).kind == .number }
    guard hasNumbersBelow else { return false }
    let isFirstLabel = TextFolding.fold(row.cells[0]) == TextFolding.fold(rows.grid.header.rows.last?.first ?? "")
    if words == numeric.count { return isApart || isFirstLabel || words >= 2 && row.filled.count == row.cells.count }
    return years == numeric.count && years >= 2 && isFirstLabel && !row.cells[0].isEmpty
  }

  private static func isFollowedByHeader(_ index: Int, _ rows: inout GridRows) -> Bool {
    guard let next = rows.grid.rows.indices.first(where: { $0 > index && !rows.grid.rows[$0].isEmpty }) else {
      return false
    }
    return isHeader(next, true, &rows)
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
