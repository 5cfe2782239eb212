package import ShihyoModel

extension RecordBatch {
  /// Where a field stands; `column` from 0. The line is the one where its record opens.
  package func place(_ record: Int, _ column: Int) -> Place {
    let place = Place(
      file: header.path, line: line(of: record),
      column: .field(number: column + 1, name: column < header.names.count ? header.names[column] : nil))
    return origin == nil ? place : located(place, record)
  }

  /// Physical line of a record; nil where it stands for several.
  func line(of record: Int) -> Int? { counted == nil ? records[record].line : nil }

  /// The finding for a field that `CellDecoder` could not decode, with the line and the offset of the first bad byte.
  ///
  /// Goes through the record as read, so it costs O(record): for errors only. `text` shows the bad bytes as `\xE3`.
  package func invalidBytes(_ record: Int, _ column: Int) -> Finding {
    let found = records[record]
    let raw = RawRecord(rawBytes(of: found), delimiter: header.delimiter)
    // The cells of reshaped records are not in the encoding of the file, but their rows are.
    let source = origin.flatMap { $0.column(record, column)?.index } ?? column
    let encoding = origin?.encoding ?? self.encoding
    let bytes = origin == nil ? withField(record, column) { Array($0) } : raw.field(source)
    let decoder = CellDecoder(encoding)
    let inField = bytes.withUnsafeBufferPointer { decoder.firstInvalid(in: $0) } ?? 0
    let inRecord = raw.offset(ofField: source, byte: inField)
    var place = place(record, column)
    place.line = found.line + inRecord.line
    place.byteOffset = fileOffset(found.byteOffset + inRecord.offset)
    let read = isTranscoded ? header.encoding.encoding : encoding
    let rule = bytes.withUnsafeBufferPointer { decoder.fault(of: $0, in: read) }
    return Finding(rule, at: place, text: TextExcerpt.of(bytes, encoding))
  }

  /// Offset in the file of a place in the text; nil where the text was transcoded and the place not noted.
  private func fileOffset(_ textOffset: Int) -> Int? {
    if !isTranscoded { return textOffset }
    return faults.first { $0.textOffset == textOffset }?.fileOffset
  }
}
