import ShihyoModel

extension RecordSplitter.Fault {
  /// The finding for a rejected record: its opening line, the column, and the text from the cell that is wrong.
  func finding(
    _ span: RecordSplitter.Span, in window: borrowing TextWindow, delimiter: UInt8, names: [String]
  ) -> Finding {
    let text = window.text
    var start = span.start
    if let position { start = TextExcerpt.cellStart(before: position, from: start, delimiter: delimiter, in: text) }
    let end = min(window.end, max(span.end, (position ?? span.start) + 64))
    let excerpt = Array(UnsafeBufferPointer(start: text + start, count: max(0, end - start)))
    let place = Place(
      file: window.path, line: span.line,
      column: column.map { .field(number: $0, name: $0 <= names.count ? names[$0 - 1] : nil) },
      byteOffset: window.fileOffset(ofText: position ?? span.start))
    return Finding(rule, at: place, text: TextExcerpt.of(excerpt, window.cellEncoding))
  }
}
