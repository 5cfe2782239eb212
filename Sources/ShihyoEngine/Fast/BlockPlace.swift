import ShihyoModel

/// Where a block stands in the input, to tell the places of its records.
struct BlockPlace {
  let header: HeaderInfo
  let encoding: TextEncoding
  /// Records before it, those of earlier files too.
  let records: Int
  /// Its bytes, and the physical line that the first is on.
  let text: UnsafeBufferPointer<UInt8>
  let line: Int
  /// Every record is one line.
  let hasPlainLines: Bool
  private var counted = 0
  private var counter: LineCounter

  init(
    header: HeaderInfo, encoding: TextEncoding, records: Int, text: UnsafeBufferPointer<UInt8>, line: Int,
    hasPlainLines: Bool
  ) {
    self.header = header
    self.encoding = encoding
    self.records = records
    self.text = text
    self.line = line
    self.hasPlainLines = hasPlainLines
    counter = LineCounter(line: line)
  }

  /// The place of a cell.
  ///
  /// - Parameter row: the record in the block, from 0; it begins at `offset`.
  /// - Cost: O(1) where records are lines; else O(bytes) for records that are asked in order.
  mutating func place(row: Int, offset: Int, column: Int) -> Place {
    Place(
      file: header.path, line: hasPlainLines ? line + row : lineNumber(at: offset),
      column: .field(number: column + 1, name: header.names[column]))
  }

  private mutating func lineNumber(at offset: Int) -> Int {
    if offset < counted {
      counted = 0
      counter = LineCounter(line: line)
    }
    counter.add(UnsafeBufferPointer(rebasing: text[counted..<offset]))
    counted = offset
    return counter.line
  }
}
