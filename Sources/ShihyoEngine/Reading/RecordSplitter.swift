import ShihyoModel

/// Splits text into records: libcsv decides what a field is, this type counts records, lines and bytes.
///
/// libcsv tells neither where a record begins nor what it skipped. So it is fed one physical line at a time, from
/// memory that holds the whole record: what it reports after a line belongs to that line. Hence
/// - a blank line is seen (and counted) before libcsv could skip it in silence;
/// - after an error, reading goes on at the line after the one where the record opened, whatever was swallowed since;
/// - nothing depends on where blocks end.
/// A line is parsed twice at most: a record that fails far from its opening line ends at the next line that is odd in
/// its quotes, and the lines between are even, so none of them can swallow the others again.
struct RecordSplitter: ~Copyable {
  struct Span {
    /// Position of its first byte.
    let start: Int
    /// Behind its line end; for a rejected record, behind its first line.
    let end: Int
    /// Physical line where it opens, from 1.
    let line: Int
    let lineCount: Int
  }

  /// Why a record is rejected, and where.
  struct Fault {
    let rule: ReadingRule
    /// Position of the byte that could not be; nil where none can be named.
    let position: Int?
    /// Column of the cell, from 1; nil where the whole record is meant.
    let column: Int?
  }

  enum Step {
    /// More text is needed; `isOpen` while a record is incomplete.
    case needsMore
    case blankLine
    case record(Span)
    case rejected(Span, Fault)
    case end
  }

  let parser: CSVParserHandle
  let delimiter: UInt8
  let maximumFieldBytes: Int
  /// Bytes of a record as written: one field at its limit, with room for the others.
  var maximumRecordBytes: Int { maximumFieldBytes + (4 << 20) }
  /// Physical lines of a record: beyond it a quote was left open.
  static let maximumRecordLines = 10_000
  var lines = LineFinder()
  var zeros = ByteFinder(0)
  /// Where the next line begins, and its number.
  var position: Int
  var line: Int
  var isOpen = false
  var recordStart = 0
  var recordLine = 0
  var firstLineEnd = 0
  /// Passing over the rest of a line that is longer than a record may be.
  var isSkipping = false

  init(delimiter: UInt8, maximumFieldBytes: Int, position: Int, line: Int, path: String?) throws(Findings) {
    parser = try CSVParserHandle(delimiter: delimiter, path: path)
    self.delimiter = delimiter
    self.maximumFieldBytes = maximumFieldBytes
    self.position = position
    self.line = line
  }

  private var tooLong: ReadingRule { .recordTooLong(limit: maximumRecordBytes) }

  /// Goes on at another record.
  mutating func jump(to newPosition: Int, line newLine: Int) {
    position = newPosition
    line = newLine
    lines = LineFinder()
    zeros = ByteFinder(0)
  }

  /// What must stay in memory: the open record, else the next line.
  var neededFrom: Int { isOpen ? recordStart : position }

  /// Reads until one record or blank line is complete, or the text in the window is used up.
  mutating func next(
    in window: borrowing TextWindow, sink: UnsafeMutablePointer<FieldSink>
  ) throws(Findings) -> Step {
    let text = window.text
    let end = window.end
    let isWhole = window.isWhole
    if isSkipping, !skipLine(in: text, end: end, isWhole: isWhole) { return .needsMore }
    while true {
      guard let found = lines.line(at: position, in: text, end: end, isWhole: isWhole) else {
        if isWhole { return isOpen ? try finish(text, sink) : .end }
        if end - neededFrom > maximumRecordBytes { return try rejectEndless(sink, tooLong) }
        return .needsMore
      }
      if !isOpen {
        if isBlank(text, found) {
          position = found.next
          line += 1
          return .blankLine
        }
        isOpen = true
        recordStart = position
        recordLine = line
        firstLineEnd = found.next
        sink.pointee.beginRecord()
      }
      if found.next - recordStart > maximumRecordBytes { return try rejectEndless(sink, tooLong) }
      let outcome = try parser.feed(text + position, count: found.next - position, sink: sink)
      if outcome != .fine { return try reject(outcome, sink) }
      position = found.next
      line += 1
      if !sink.pointee.recordEnded, line - recordLine >= Self.maximumRecordLines {
        return try rejectEndless(sink, .recordTooManyLines(limit: Self.maximumRecordLines))
      }
      if !sink.pointee.recordEnded {
        // A last line without a line end is complete only when libcsv is told so.
        if isWhole && position == end { return try finish(text, sink) }
        continue
      }
      return complete(text, sink)
    }
  }

  private func isBlank(_ text: UnsafePointer<UInt8>, _ line: LineFinder.Line) -> Bool {
    var index = line.start
    while index < line.contentEnd, text[index] == 0x20 || text[index] == 0x09, text[index] != delimiter { index += 1 }
    return index == line.contentEnd
  }
}
