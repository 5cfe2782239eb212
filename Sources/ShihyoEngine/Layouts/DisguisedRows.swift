import ShihyoModel

/// Rows that no word tells from records: a sum under a name of its own, a heading of the rows below, the numbers of the columns.
enum DisguisedRows {
  /// - Returns: places in the rows of the grid, each with the column that tells.
  static func found(_ rows: GridRows) -> [(kind: SuspectRow.Kind, row: Int, column: Int)] {
    let parts = rows.parts.filter { rows.grid.rows[$0].isWhole }
    var found: [(kind: SuspectRow.Kind, row: Int, column: Int)] = []
    if let (row, column) = sum(parts, rows) { found.append((.disguisedTotal, row, column)) }
    for (row, column) in headings(parts, rows) { found.append((.heading, row, column)) }
    if let row = parts.first, isNumbered(row, rows) { found.append((.columnNumbers, row, 0)) }
    return found
  }

  /// The last row, where each of its numbers is the sum of those above.
  ///
  /// Small numbers add up by chance (1, 2, 3), so something else has to speak for it: no label, the name of a whole
  /// (北九州市 below its wards), two columns, or three rows with a sum that is no small number.
  private static func sum(_ parts: [Int], _ rows: GridRows) -> (row: Int, column: Int)? {
    guard parts.count > 2, let last = parts.last, last == rows.body.last else { return nil }
    let above = parts.dropLast()
    let owns = rows.labels.filter { column in
      let label = rows.text(last, column)
      return rows.grid.traits(last, column).kind != .time && !above.contains { rows.text($0, column) == label }
    }
    guard let column = owns.first else { return nil }
    var (sums, largest) = (0, Int128(0))
    for measure in rows.measures where !HeaderWords.isRate(rows.grid.header.names[measure]) {
      if rows.grid.traits(last, measure).kind == .empty { continue }
      guard let printed = units(last, measure, rows) else { return nil }
      var sum = Int128(0)
      for row in above {
        guard let part = units(row, measure, rows) else { return nil }
        sum += part
      }
      guard sum == printed else { return nil }
      if sum != 0 { sums += 1 }
      largest = max(largest, sum.magnitude > Int128.max ? .max : Int128(sum.magnitude))
    }
    guard sums > 0 else { return nil }
    let label = rows.text(last, column)
    let isLarge = above.count > 2 && largest >= 20 * Int128(Billionths.powers[Billionths.decimals])
    return sums > 1 || isLarge || TextFolding.isBlank(label) || namesWhole(label, above, column, rows)
      ? (last, column) : nil
  }

  private static func units(_ row: Int, _ column: Int, _ rows: GridRows) -> Int128? {
    let trait = rows.grid.traits(row, column)
    if trait.kind == .empty || trait.mark == .nilCase { return 0 }
    // Of 20 digits nobody makes a total here, and no sum can overflow.
    guard let units = trait.number.flatMap(Billionths.of), units.magnitude < 1 << 100 else { return nil }
    return units
  }

  private static func namesWhole(
    _ label: String, _ above: ArraySlice<Int>, _ column: Int, _ rows: GridRows
  ) -> Bool {
    guard let ending = ["市", "県", "都", "府", "道", "町", "村", "国"].first(where: label.hasSuffix) else { return false }
    return !above.contains { rows.text($0, column).hasSuffix(ending) }
  }

  /// Rows of one label and no number, where that label parts the table: a time among places, or names that come again below
  /// another of them. A record whose number is not known yet looks the same, and parts nothing.
  private static func headings(_ parts: [Int], _ rows: GridRows) -> [(row: Int, column: Int)] {
    guard !rows.measures.isEmpty, !rows.labels.isEmpty else { return [] }
    let lone = parts.filter { rows.grid.rows[$0].filled.count == 1 }
    guard let first = lone.first, let column = rows.grid.rows[first].filled.first, rows.labels.contains(column),
      lone.allSatisfy({ rows.grid.rows[$0].filled == [column] })
    else { return [] }
    let isHeading = Set(lone)
    let others = parts.filter { !isHeading.contains($0) }
    // Each has rows below.
    let follows = zip(parts, parts.dropFirst()).allSatisfy { !(isHeading.contains($0) && isHeading.contains($1)) }
    guard others.count > 1, follows, parts.last.map({ !isHeading.contains($0) }) ?? false else { return [] }
    let areTimes = { (some: [Int]) in some.allSatisfy { rows.grid.traits($0, column).kind == .time } }
    let partsByTime = areTimes(lone) && !others.contains { rows.grid.traits($0, column).kind == .time }
    guard partsByTime || lone.count > 1 && first == parts.first && repeats(parts, isHeading, column, rows) else {
      return []
    }
    return lone.map { ($0, column) }
  }

  /// Whether a label stands below two headings.
  private static func repeats(_ parts: [Int], _ isHeading: Set<Int>, _ column: Int, _ rows: GridRows) -> Bool {
    var section = 0
    var sections: [String: Int] = [:]
    for row in parts {
      if isHeading.contains(row) {
        section += 1
      } else if sections[rows.text(row, column), default: section] != section {
        return true
      } else {
        sections[rows.text(row, column)] = section
      }
    }
    return false
  }

  /// 1, 2, 3 or (1), (2), (3) below the header, over a column of words.
  private static func isNumbered(_ row: Int, _ rows: GridRows) -> Bool {
    let cells = rows.grid.rows[row].cells
    guard rows.grid.rows[row].number == 1, cells.count > 2 else { return false }
    var isMarked = true
    for (place, cell) in cells.enumerated() {
      let (number, text) = (String(place + 1), TextFolding.fold(cell))
      let circled = place < 20 ? Unicode.Scalar(0x2460 + UInt32(place)).map { String(Character($0)) } : nil
      if text == number {
        isMarked = false
      } else if text != "(\(number))", text != "[\(number)]", cell != circled {
        return false
      }
    }
    return isMarked || rows.labels.contains { !rows.numeric.contains($0) }
  }
}
