/// Rows that two stray quotes, one in each of two rows, have made a part of one cell: RFC 4180 reads it without an error.
///
/// The cell then holds what is left of the row of the first quote, whole rows, and the beginning of the row of the second: as
/// many delimiters before its first line end as columns follow it, and as many behind its last as columns stand before it. Where
/// a space follows a delimiter, it is prose; in a table of two columns of words a remark with a comma looks the same.
enum SwallowedRows {
  enum Likelihood: Comparable {
    case none
    /// As well a remark with a comma; said of the cell by a check, and read.
    case possible
    /// Rows: the record is refused.
    case certain
  }

  /// Whether rows stand in a cell of whole, well-formed records of `columns` fields, beyond doubt.
  ///
  /// - Parameter text: points at position 0. O(bytes).
  static func stand(
    in text: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8, columns: Int
  ) -> Bool {
    likeliest(in: text, from: start, to: end, delimiter: delimiter, columns: columns).likelihood == .certain
  }

  /// The first cell that is certain, else the first that is possible, with its column from 0.
  static func likeliest(
    in text: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8, columns: Int
  ) -> (likelihood: Likelihood, column: Int) {
    var likeliest = (likelihood: Likelihood.none, column: 0)
    guard columns > 1 else { return likeliest }
    var column = 0
    var isInside = false
    var cell = Cell(start: start)
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
          if cell.lineEnds > 0, cell.fits, cell.delimiters == column {
            if columns > 2 || holdsNumbers(text, from: cell.start, to: index, delimiter: delimiter, column: column) {
              return (.certain, column)
            }
            if likeliest.likelihood == .none { likeliest = (.possible, column) }
          }
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
        cell = Cell(start: index + 1)
      } else if byte == delimiter {
        column += 1
      } else if endsLine {
        column = 0
      }
      index += 1
    }
    return likeliest
  }

  /// Of two columns: whether one of them would hold numbers or days in every row within the cell.
  private static func holdsNumbers(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8, column: Int
  ) -> Bool {
    var column = column
    var parts = [Part(), Part()]
    for index in start..<end {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D {
        column = 0
      } else if byte == delimiter {
        column += 1
        if column > 1 { return false }
      } else {
        parts[column].add(byte)
      }
    }
    return parts.contains { $0.hasDigits && !$0.hasLetters }
  }

  private struct Part {
    var hasDigits = false
    var hasLetters = false

    mutating func add(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39: hasDigits = true
      // Space, quotes, % + , - . / :
      case 0x20, 0x22, 0x25, 0x2B...0x2F, 0x3A: break
      default: hasLetters = true
      }
    }
  }

  private struct Cell {
    let start: Int
    var lineEnds = 0
    /// Since the cell or its last line began.
    var delimiters = 0
    var fits = true

    init(start: Int) { self.start = start }
  }
}
