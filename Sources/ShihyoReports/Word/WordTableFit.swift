/// How the columns of a table share the width of A4. Numbers are never broken; texts and headings wrap.
///
/// A table that is too wide takes smaller letters, and beyond that is cut into parts (`TablePart`), one below the other:
/// nothing runs out of the page.
struct WordTableFit {
  /// Widths of a column in half-width characters.
  struct Need: Hashable {
    var least: Int
    /// Of the longest text below the heading, on one line.
    var body: Int
    var natural: Int

    init(least: Int, body: Int? = nil, natural: Int) {
      (self.least, self.natural) = (least, max(least, natural))
      self.body = min(max(least, body ?? least), self.natural)
    }
  }
  struct Part: Hashable {
    var columns: TablePart
    /// Of its key columns, then of its value columns, in thousandths of the text's width.
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
    let columns = TablePart.parts(keys: keys.map(\.least), values: values.map(\.least), room: room, least: 20)
    parts = columns.map { part in
      Part(columns: part, widths: Self.widths(part.keys.map { keys[$0] } + values[part.values], room: room))
    }
  }

  /// Half-width characters that a column of this width holds, without its margins.
  func room(_ thousandths: Int) -> Int {
    max(2, (thousandths * (isDense ? Self.denseRoom : Self.room) + 999) / 1000 - 2)
  }

  /// Every column gets what it cannot do without; what is left goes where texts wrap in their rows, then where headings do: a
  /// heading that wraps costs one line, a column that wraps costs one in each row.
  private static func widths(_ needs: [Need], room: Int) -> [Int] {
    var widths = needs.map(\.least)
    for wish in [\Need.body, \Need.natural] {
      let more = zip(needs, widths).map { $0[keyPath: wish] - $1 }
      let wished = more.reduce(0, +)
      let given = min(wished, max(0, room - widths.reduce(0, +)))
      for column in widths.indices where wished > 0 { widths[column] += more[column] * given / wished }
    }
    // A column wider than any page shrinks.
    let whole = max(room, widths.reduce(0, +))
    return widths.map { max(1, $0 * 1000 / whole) }
  }
}
