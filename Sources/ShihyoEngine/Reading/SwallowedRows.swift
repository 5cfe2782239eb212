/// Rows that two stray quotes, one in each of two rows, have made a part of one cell: RFC 4180 reads it without an error.
///
/// The cell then holds what is left of the row of the first quote, whole rows, and the beginning of the row of the second: as
/// many delimiters before its first line end as columns follow it, and as many behind its last as columns stand before it. Of
/// two columns a remark with a comma would look the same, so there nothing is said; nor where a space follows a delimiter, as
/// in prose.
enum SwallowedRows {
  /// Whether there is such a cell in whole, well-formed records of `columns` fields.
  ///
  /// - Parameter text: points at position 0. O(bytes).
  static func stand(
    in text: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8, columns: Int
  ) -> Bool {
    guard columns > 2 else { return false }
    var column = 0
    var isInside = false
    var cell = Cell()
    var index = start
    while index < end {
      let byte = text[index]
      let next = index + 1 < end ? text[index + 1] : 0x0A
      let endsLine = byte == 0x0A || (byte == 0x0D && next != 0x0A)
      if isInside {
        if byte == 0x22, next == 0x22, index + 1 < end {
          index += 1
        } else if byte == 0x22 {
          isInside = false
          if cell.lineEnds > 0, cell.fits, cell.delimiters == column { return true }
        } else if byte == delimiter {
          cell.delimiters += 1
          if next == 0x20 { cell.fits = false }
        } else if endsLine {
          if cell.lineEnds == 0, cell.delimiters != columns - 1 - column { cell.fits = false }
          cell.lineEnds += 1
          cell.delimiters = 0
        }
      } else if byte == 0x22 {
        isInside = true
        cell = Cell()
      } else if byte == delimiter {
        column += 1
      } else if endsLine {
        column = 0
      }
      index += 1
    }
    return false
  }

  private struct Cell {
    var lineEnds = 0
    /// Since the cell or its last line began.
    var delimiters = 0
    var fits = true
  }
}
