/// Rows that two stray quotes, one in each of two rows, have made a part of one cell: RFC 4180 reads it without an error.
///
/// The cell then holds what is left of the row of the first quote, whole rows, and the beginning of the row of the second: as
/// many delimiters before its first line end as columns follow it, and as many behind its last as columns stand before it. Where
/// a space follows a delimiter, it is prose; in a table of two columns of words a remark with a comma looks the same.
///
/// Note to the next reader: such a cell holds a delimiter, so the hot path asks only where one stands inside quotes, and only of
/// cells of several lines (`FieldChunk.holdsSwallowedRows`).
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
        guard index < end else { return likeliest }
        let likelihood = Self.likelihood(text, first..<index, column: column, delimiter: delimiter, columns: columns)
        if likelihood == .certain { return (.certain, column) }
        if likelihood > likeliest.likelihood { likeliest = (likelihood, column) }
      } else if byte == delimiter {
        column += 1
      } else if byte == 0x0A || (byte == 0x0D && (index + 1 == end || text[index + 1] != 0x0A)) {
        column = 0
      }
      index += 1
    }
    return likeliest
  }

  /// Of two columns: whether one of them would hold numbers or days in every row within the cell.
  private static func holdsNumbers(
    _ text: UnsafePointer<UInt8>, _ cell: Range<Int>, delimiter: UInt8, column: Int
  ) -> Bool {
    var column = column
    var parts = [Part(), Part()]
    for index in cell {
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

  /// How likely one cell is such a cell.
  ///
  /// - Parameter cell: what stands between its quotes.
  static func likelihood(
    _ text: UnsafePointer<UInt8>, _ cell: Range<Int>, column: Int, delimiter: UInt8, columns: Int
  ) -> Likelihood {
    guard columns > 1 else { return .none }
    var lineEnds = 0
    // Since the cell or its last line began.
    var delimiters = 0
    var index = cell.lowerBound
    while index < cell.upperBound {
      let byte = text[index]
      if byte == delimiter {
        if text[index + 1] == 0x20 { return .none }
        delimiters += 1
      } else if byte == 0x0A || (byte == 0x0D && text[index + 1] != 0x0A) {
        if lineEnds == 0, delimiters != columns - 1 - column { return .none }
        lineEnds += 1
        delimiters = 0
      }
      index += 1
    }
    guard lineEnds > 0, delimiters == column else { return .none }
    return columns > 2 || holdsNumbers(text, cell, delimiter: delimiter, column: column) ? .certain : .possible
  }
}
