import CFieldIndex
import Glibc

/// Whole records of a piece of a block, and where their fields end.
struct FieldChunk {
  let text: UnsafePointer<UInt8>
  /// Offset of the end of every field, delimiter or line feed; entry −1 is the end of the record before.
  let ends: UnsafePointer<UInt32>
  let fieldCount: Int
  let rows: Int
  /// Records of the block before this chunk.
  let firstRow: Int
  /// Line ends are, or some are, CR LF: the last field of a record may have a CR behind it.
  let hasReturns: Bool

  /// Bytes from the start of column `first` to the end of column `last`, quotes included.
  @inline(__always)
  func bounds(_ row: Int, _ first: Int, _ last: Int) -> (start: Int, count: Int) {
    let record = row &* fieldCount
    let start = Int(ends[record &+ first &- 1] &+ 1)
    var end = Int(ends[record &+ last])
    if hasReturns, last == fieldCount &- 1, end > start, text[end &- 1] == 0x0D { end = end &- 1 }
    return (start, end &- start)
  }

  /// The bytes of a field without the quotes around it.
  @inline(__always)
  func unquoted(_ row: Int, _ column: Int) -> (start: Int, count: Int) {
    let field = bounds(row, column, column)
    // In regular text a field that begins with a quote ends with one.
    let isQuoted = field.count >= 2 && text[field.start] == 0x22
    return isQuoted ? (field.start &+ 1, field.count &- 2) : field
  }

  /// The same columns for functions in C.
  func columns(_ first: Int, _ last: Int) -> field_chunk {
    field_chunk(
      text: text, ends: ends, field_count: fieldCount, first: first, last: last,
      trims_return: hasReturns && last == fieldCount - 1)
  }

  /// Every record ends where it has as many fields as the header.
  func hasWholeRecords() -> Bool {
    var place = fieldCount &- 1
    for _ in 0..<rows {
      if text[Int(ends[place])] != 0x0A { return false }
      place = place &+ fieldCount
    }
    return true
  }

  /// In a file of one column a blank line looks like a record, and is none.
  func hasBlankLines() -> Bool {
    (0..<rows).contains { row in
      let field = bounds(row, 0, 0)
      return UnsafeBufferPointer(start: text + field.start, count: field.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
  }

  /// A cell of several lines holds rows that two stray quotes have made a part of it.
  func holdsSwallowedRows(delimiter: UInt8) -> Bool {
    guard rows > 0, fieldCount > 1 else { return false }
    let first = bounds(0, 0, 0).start
    let bytes = Int(ends[rows * fieldCount - 1]) + 1 - first
    guard hasReturns || field_index_count(field_index_best_path(), text + first, bytes, 0x0A) > rows else {
      return false
    }
    return (0..<rows).contains { holdsSwallowedRows($0, delimiter) }
  }

  private func holdsSwallowedRows(_ row: Int, _ delimiter: UInt8) -> Bool {
    let last = bounds(row, fieldCount - 1, fieldCount - 1)
    let end = last.start + last.count
    var place = bounds(row, 0, 0).start
    var column = 0
    // A line end inside a record is inside quotes; cells without one are passed over.
    while let lineEnd = lineEnd(from: place, to: end) {
      while Int(ends[row &* fieldCount &+ column]) < lineEnd { column += 1 }
      let cell = unquoted(row, column)
      let range = cell.start..<cell.start + cell.count
      let likelihood = SwallowedRows.likelihood(
        text, range, column: column, delimiter: delimiter, columns: fieldCount)
      if likelihood == .certain { return true }
      place = max(range.upperBound, lineEnd) + 1
    }
    return false
  }

  private func lineEnd(from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    func place(_ byte: Int32) -> Int? {
      memchr(text + start, byte, end - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(text) }
    }
    let feed = place(0x0A)
    guard hasReturns, let carriageReturn = place(0x0D) else { return feed }
    return feed.map { min($0, carriageReturn) } ?? carriageReturn
  }
}
