package import ShihyoModel

/// Reads one file, or standard input, from bytes to batches of records.
///
/// - Order: batches, records and findings come in file order; nothing depends on the block size but where one batch
///   ends and the next begins.
/// - Errors: what makes the rest unreadable is thrown (no file, no header, an encoding that cannot be told, a file that
///   changed); a record that is wrong is rejected with a finding and reading goes on.
/// - Cost: O(bytes) time; memory for some blocks, and for one record where a single one is longer.
package final class RecordReader {
  /// How many findings are kept; all are counted.
  package static let maximumFindings = 10_000

  package let header: HeaderInfo
  package private(set) var counts = ReadingCounts()
  private var window: TextWindow
  private var splitter: RecordSplitter
  private var arenas: [FieldArena] = []
  private let blockBytes: Int
  private var isAtEnd = false

  /// Opens the source and reads up to its first record of data.
  package init(
    source: Dataset.Source, options: ReadingOptions = ReadingOptions(), blockBytes: Int = 1 << 20
  ) throws(Findings) {
    if let delimiter = options.delimiter, !SeparatorLine.isPossible(delimiter) {
      throw Findings([Finding(ReadingRule.delimiterInvalid)], kind: .usage)
    }
    self.blockBytes = max(1, blockBytes)
    var window = try TextWindow(try ByteSource(source), options: options, blockBytes: self.blockBytes)
    let top = try HeaderReader(&window, options: options)
    header = top.info
    counts.blankLines = top.blankLines
    splitter = try RecordSplitter(
      delimiter: header.delimiter, maximumFieldBytes: options.maximumFieldBytes, position: top.position,
      line: top.line, path: window.path)
    self.window = window
  }

  /// What is known of the encoding by now: a file may be ASCII for long and show its encoding late.
  package var encoding: EncodingChoice { window.choice }

  /// The next records; nil after the last. A batch may hold only findings or blank lines.
  package func nextBatch() throws(Findings) -> RecordBatch? {
    if isAtEnd { return nil }
    let arena = freeArena()
    var batch = RecordBatch(header: header, arena: arena)
    window.discard(before: splitter.position, line: splitter.line)
    var start = splitter.position
    reading: while true {
      switch try splitter.next(in: window, sink: arena.sink) {
      case .needsMore:
        if !splitter.isOpen {
          if !batch.isEmpty { break reading }
          window.discard(before: splitter.position, line: splitter.line)
          start = splitter.position
        }
        try window.fill()
        continue reading
      case .blankLine: batch.blankLines += 1
      case .record(let span): add(span, to: &batch, from: start)
      case .rejected(let span, let fault):
        reject(span, fault, in: &batch, from: start)
      case .end:
        isAtEnd = true
        break reading
      }
      // Only whole records are in the batch here; the next one may be of any length.
      if splitter.position - start >= blockBytes { break reading }
    }
    finish(&batch, from: start)
    return batch
  }
}

extension RecordReader {
  private func add(_ span: RecordSplitter.Span, to batch: inout RecordBatch, from start: Int) {
    let sink = batch.arena.sink
    let fieldCount = sink.pointee.recordFieldCount
    if fieldCount != header.names.count {
      let fault = RecordSplitter.Fault(rule: wrongCount(fieldCount, sink), position: nil, column: nil)
      sink.pointee.dropRecord()
      return reject(span, fault, in: &batch, from: start)
    }
    counts.records += 1
    batch.records.append(
      RecordBatch.Record(
        number: counts.records, line: span.line, lineCount: span.lineCount, byteOffset: span.start,
        firstField: sink.pointee.fields.count - fieldCount, fieldCount: fieldCount, rawStart: span.start - start,
        rawEnd: span.end - start))
  }

  private func wrongCount(_ found: Int, _ sink: UnsafeMutablePointer<FieldSink>) -> ReadingRule {
    let expected = header.names.count
    if found < expected { return .recordShort(found: found, expected: expected) }
    let all = sink.pointee.fields.count
    let isEmpty = (all - found + expected..<all).allSatisfy { sink.pointee.fields.base[$0].count == 0 }
    return isEmpty
      ? .recordLongButEmpty(found: found, expected: expected) : .recordLong(found: found, expected: expected)
  }

  private func reject(
    _ span: RecordSplitter.Span, _ fault: RecordSplitter.Fault, in batch: inout RecordBatch, from start: Int
  ) {
    counts.records += 1
    counts.rejected += 1
    batch.rejected.append(
      RecordBatch.Rejected(
        number: counts.records, line: span.line, lineCount: span.lineCount, rawStart: span.start - start,
        rawEnd: span.end - start))
    counts.findings += 1
    batch.findingCount += 1
    if counts.findings <= Self.maximumFindings {
      batch.findings.append(fault.finding(span, in: window, delimiter: header.delimiter, names: header.names))
    }
  }

  private func finish(_ batch: inout RecordBatch, from start: Int) {
    // A line that is too long is passed over at once, so what is kept of it may lie behind the position.
    let kept = max(splitter.position - start, batch.rejected.last?.rawEnd ?? 0)
    batch.arena.raw.append(UnsafeBufferPointer(start: window.text + start, count: kept))
    batch.encoding = window.cellEncoding
    batch.isTranscoded = window.isTranscoded
    batch.faults = window.faults
    counts.blankLines += batch.blankLines
    counts.lines = splitter.line - 1
    counts.bytes = window.bytesRead
    if isAtEnd, counts.records == 0 {
      batch.findings.append(Finding(ReadingRule.headerOnly, at: Place(file: header.path, line: header.line)))
      batch.findingCount += 1
    }
  }

  /// Memory that no batch holds any more, or new memory while the caller keeps the old.
  private func freeArena() -> FieldArena {
    for index in arenas.indices where isKnownUniquelyReferenced(&arenas[index]) {
      arenas[index] = arenas[index].recycled(capacity: blockBytes)
      return arenas[index]
    }
    let made = FieldArena(capacity: blockBytes)
    if arenas.count < 4 { arenas.append(made) }
    return made
  }
}

/// What was read so far; complete after the last batch.
package struct ReadingCounts: Hashable, Sendable {
  /// Records below the header, rejected ones too.
  package internal(set) var records = 0
  package internal(set) var rejected = 0
  /// Blank and space-only lines, from the first line that was not skipped.
  package internal(set) var blankLines = 0
  /// Physical lines.
  package internal(set) var lines = 0
  package internal(set) var bytes = 0
  package internal(set) var findings = 0

  package var accepted: Int { records - rejected }
}
