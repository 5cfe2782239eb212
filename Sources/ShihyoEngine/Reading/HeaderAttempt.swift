import ShihyoModel

/// The records at the top of a file, read with one delimiter; nothing of the text is used up.
///
/// Which delimiter is right is found by trying: the one that gives the header the most columns. So quotes are honoured
/// as they are in the data, by the same grammar.
struct HeaderAttempt {
  struct Row {
    let fields: [[UInt8]]
    let raw: [UInt8]
    let line: Int
    let byteOffset: Int
  }

  let delimiter: UInt8
  /// The header's rows, as far as they are there and well formed.
  private(set) var rows: [Row] = []
  /// Records that were seen, up to the first one of data.
  private(set) var recordCount = 0
  private(set) var blankLines = 0
  /// The first header row that is rejected.
  private(set) var fault: Finding?
  /// Where the data begins, and its physical line.
  private(set) var position: Int
  private(set) var line: Int

  /// Columns that this delimiter finds.
  var width: Int { fault == nil ? rows.map(\.fields.count).max() ?? 0 : 0 }

  /// - Parameters:
  ///   - range: which records, from 1, are the header.
  ///   - passed: records below it that are no data.
  ///   - line: the physical line at the window's start.
  init(
    _ window: inout TextWindow, delimiter: UInt8, range: ClosedRange<Int>, passed: Int, maximumFieldBytes: Int,
    line: Int
  ) throws(Findings) {
    self.delimiter = delimiter
    position = window.start
    self.line = line
    let arena = FieldArena(capacity: 4096)
    var splitter = try RecordSplitter(
      delimiter: delimiter, maximumFieldBytes: maximumFieldBytes, position: window.start, line: line, path: window.path)
    reading: while recordCount < range.upperBound + passed {
      switch try splitter.next(in: window, sink: arena.sink) {
      case .needsMore: try window.fill()
      case .blankLine: blankLines += 1
      case .record(let span):
        recordCount += 1
        let columns = arena.sink.pointee.recordFieldCount
        if columns > HeaderInfo.maximumColumns {
          throw Findings([
            Finding(
              ReadingRule.tooManyColumns(found: columns, limit: HeaderInfo.maximumColumns),
              at: Place(file: window.path, line: span.line))
          ])
        }
        if range.contains(recordCount) { rows.append(Self.row(span, window, arena)) }
        arena.sink.pointee.removeAll()
      case .rejected(let span, let fault):
        recordCount += 1
        if range.contains(recordCount), self.fault == nil {
          self.fault = fault.finding(span, in: window, delimiter: delimiter, names: [])
        }
      case .end: break reading
      }
    }
    position = splitter.position
    self.line = splitter.line
  }

  private static func row(_ span: RecordSplitter.Span, _ window: borrowing TextWindow, _ arena: FieldArena) -> Row {
    let text = window.text
    return Row(
      fields: (0..<arena.sink.pointee.fields.count).map { Array(arena.sink.pointee.field($0)) },
      raw: Array(UnsafeBufferPointer(start: text + span.start, count: span.end - span.start)),
      line: span.line, byteOffset: span.start)
  }
}
