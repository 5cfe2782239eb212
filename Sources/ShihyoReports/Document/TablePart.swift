/// Columns of a table that stand side by side on a page: all of them, or as many as fit, beside those that name the rows.
///
/// A table of figures has all its key columns in every part. One of texts alone (a list of rows), or whose keys leave no room,
/// is cut between its keys as well; every part begins with the first, which names the row.
struct TablePart: Hashable, Sendable {
  /// Key columns, ascending.
  var keys: [Int]
  /// Value columns.
  var values: Range<Int>

  /// - Parameters keys, values: widths of the columns, in the unit of `room`.
  /// - Parameter least: room for values beside all keys, without which the keys are cut.
  /// - Returns: at least one part; a column wider than the page is a part by itself.
  static func parts(keys: [Int], values: [Int], room: Int, least: Int) -> [TablePart] {
    let all = Array(keys.indices)
    let taken = keys.reduce(0, +)
    if taken + values.reduce(0, +) <= room { return [TablePart(keys: all, values: values.indices)] }
    if !values.isEmpty, taken + least <= room {
      return ranges(values, room: room - taken).map { TablePart(keys: all, values: $0) }
    }
    // A first column that takes half of the page would leave the others a word a line.
    let first = keys.first ?? 0
    let heads = keys.count > 1 && first <= room / 2 ? 1 : 0
    let rest = keys.dropFirst(heads) + values
    return ranges(Array(rest), room: room - (heads == 1 ? first : 0)).map { range in
      let columns = (range.lowerBound + heads)..<(range.upperBound + heads)
      let own = columns.clamped(to: heads..<keys.count)
      let figures = columns.clamped(to: keys.count..<keys.count + values.count)
      return TablePart(
        keys: Array(0..<heads) + own, values: (figures.lowerBound - keys.count)..<(figures.upperBound - keys.count))
    }
  }

  private static func ranges(_ widths: [Int], room: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, used) = (0, 0)
    for (column, width) in widths.enumerated() {
      if used + width > room, column > start {
        ranges.append(start..<column)
        (start, used) = (column, 0)
      }
      used += width
    }
    return ranges + [start..<widths.count]
  }
}
