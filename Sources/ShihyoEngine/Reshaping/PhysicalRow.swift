import ShihyoModel

extension Reshaper.PhysicalRow {
  var line: Int {
    switch content {
    case .record(let index): batch.records[index].line
    case .rejected(let index, _): batch.rejected[index].line
    }
  }
  var lineCount: Int {
    switch content {
    case .record(let index): batch.records[index].lineCount
    case .rejected(let index, _): batch.rejected[index].lineCount
    }
  }
  /// The row as read.
  var raw: [UInt8] {
    switch content {
    case .record(let index): batch.rawBytes(of: batch.records[index])
    case .rejected(let index, _): batch.rawBytes(of: batch.rejected[index])
    }
  }
  /// Why its form is not the header's; nil where it is.
  var finding: Finding? { if case .rejected(_, let finding) = content { finding } else { nil } }
}

extension RowText {
  /// The cells of a row in UTF-8. A cell that cannot be decoded becomes FF, which no UTF-8 has, so that whoever reads it says so.
  init(_ row: Reshaper.PhysicalRow, _ arena: FieldArena) {
    line = row.line
    let decoder = CellDecoder(row.batch.encoding)
    func store(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldBounds {
      if decoder.encoding == .utf8 || bytes.allSatisfy({ $0 < 0x80 }) { return arena.store(bytes) }
      if let text = decoder.decode(bytes) { return arena.store(text) }
      return [0xFF].withUnsafeBufferPointer { arena.store($0) }
    }
    switch row.content {
    case .record(let index):
      cells = (0..<row.batch.records[index].fieldCount).map { row.batch.withField(index, $0, store) }
    case .rejected:
      let fields = RawRecord(row.raw, delimiter: row.batch.header.delimiter).fields()
      cells = fields.map { $0.withUnsafeBufferPointer(store) }
    }
  }
}

extension FieldArena {
  /// Keeps a row as read; where it stands.
  func keepRaw(_ bytes: [UInt8]) -> (start: Int, end: Int) {
    let start = raw.count
    bytes.withUnsafeBufferPointer { raw.append($0) }
    return (start, raw.count)
  }

  func text(ofField index: Int) -> String {
    let bounds = fieldBase[index]
    return String(
      decoding: UnsafeBufferPointer(start: byteBase + Int(bounds.start), count: bounds.count), as: UTF8.self)
  }
}
