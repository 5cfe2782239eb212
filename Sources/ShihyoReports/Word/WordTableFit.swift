/// How the columns of a table share the width of A4. Numbers are never broken; texts and headings wrap.
///
/// A table that is too wide takes smaller letters, and beyond that is cut into parts, one below the other, each with the key
/// columns: nothing runs out of the page.
struct WordTableFit {
  /// Widths of a column in half-width characters.
  struct Need: Hashable {
    var least: Int
    var natural: Int
  }
  struct Part: Hashable {
    /// Value columns.
    var columns: Range<Int>
    /// Of the key columns and of these, in thousandths of the text's width.
    var widths: [Int]
  }

  /// Half-width characters across the page in the usual and in the small size.
  static let (room, denseRoom) = (98, 124)

  let isDense: Bool
  let parts: [Part]

  init(keys: [Need], values: [Need]) {
    let least = (keys + values).reduce(0) { $0 + $1.least }
    isDense = least > Self.room
    let room = isDense ? Self.denseRoom : Self.room
    let keyLeast = keys.reduce(0) { $0 + $1.least }
    let free = max(20, room - keyLeast)
    var ranges: [Range<Int>] = []
    var (start, used) = (0, 0)
    for (column, need) in values.enumerated() {
      if used + need.least > free, column > start {
        ranges.append(start..<column)
        (start, used) = (column, 0)
      }
      used += need.least
    }
    ranges.append(start..<values.count)
    parts = ranges.map { Part(columns: $0, widths: Self.widths(keys + values[$0], room: room)) }
  }

  /// Half-width characters that a column of this width holds, without its margins.
  func room(_ thousandths: Int) -> Int {
    max(2, (thousandths * (isDense ? Self.denseRoom : Self.room) + 999) / 1000 - 2)
  }

  /// Every column gets what it cannot do without; what is left goes where texts wrap.
  private static func widths(_ needs: [Need], room: Int) -> [Int] {
    let least = needs.reduce(0) { $0 + $1.least }
    let wished = needs.reduce(0) { $0 + $1.natural - $1.least }
    let given = min(wished, max(0, room - least))
    let widths = needs.map { need in
      need.least + (wished == 0 ? 0 : (need.natural - need.least) * given / wished)
    }
    // Too many key columns for any page: all shrink alike.
    let whole = max(room, widths.reduce(0, +))
    return widths.map { max(1, $0 * 1000 / whole) }
  }
}
