/// Rows that two stray quotes, one in each of two rows, have made a part of one cell: RFC 4180 reads it without an error.
///
/// The cell then holds what is left of the row of the first quote, whole rows, and the beginning of the row of the second: as
/// many delimiters before its first line end as columns follow it, and as many behind its last as columns stand before it. Of
/// two columns a remark with a comma would look the same, so there nothing is said; nor where a space follows a delimiter, as
/// in prose.
///
/// Note to the next reader: such a cell holds a delimiter, so the hot path asks only where one stands inside quotes, and only of
/// cells of several lines (`FieldChunk.holdsSwallowedRows`).
enum SwallowedRows {
  /// Whether there is such a cell in whole, well-formed records of `columns` fields.
  ///
  /// - Parameter text: points at position 0. O(bytes).
  static func stand(
    in text: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8, columns: Int
  ) -> Bool {
    guard columns > 2 else { return false }
    var column = 0
    var index = start
    while index < end {
      let byte = text[index]
      if byte == 0x22 {
        let first = index + 1
        index = first
        // A doubled quote does not close.
        while index < end, text[index] != 0x22 || (index + 1 < end && text[index + 1] == 0x22) {
          index += text[index] == 0x22 ? 2 : 1
        }
        guard index < end else { return false }
        if fill(text, first..<index, column: column, delimiter: delimiter, columns: columns) { return true }
      } else if byte == delimiter {
        column += 1
      } else if byte == 0x0A || (byte == 0x0D && (index + 1 == end || text[index + 1] != 0x0A)) {
        column = 0
      }
      index += 1
    }
    return false
  }

  /// Whether one cell is such a cell.
  ///
  /// - Parameter cell: what stands between its quotes.
  static func fill(
    _ text: UnsafePointer<UInt8>, _ cell: Range<Int>, column: Int, delimiter: UInt8, columns: Int
  ) -> Bool {
    guard columns > 2 else { return false }
    var lineEnds = 0
    // Since the cell or its last line began.
    var delimiters = 0
    var index = cell.lowerBound
    while index < cell.upperBound {
      let byte = text[index]
      if byte == delimiter {
        if text[index + 1] == 0x20 { return false }
        delimiters += 1
      } else if byte == 0x0A || (byte == 0x0D && text[index + 1] != 0x0A) {
        if lineEnds == 0, delimiters != columns - 1 - column { return false }
        lineEnds += 1
        delimiters = 0
      }
      index += 1
    }
    return lineEnds > 0 && delimiters == column
  }
}
