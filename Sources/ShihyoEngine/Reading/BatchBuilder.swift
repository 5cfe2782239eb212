import ShihyoModel

/// Fills batches: splits the text, checks the number of fields, numbers the records, collects what is wrong.
///
/// A value of its own, so that the class in front of it is entered once per batch: Swift guards every access to a stored
/// property of a class, which cost a tenth of the time when it was done per record.
struct BatchBuilder: ~Copyable {
  let header: HeaderInfo
  private(set) var counts = ReadingCounts()
  private var window: TextWindow
  private var splitter: RecordSplitter
  private var arenas: [FieldArena] = []
  private let blockBytes: Int
  private var isAtEnd = false

  /// The window stands where the data begins, as `top` found it.
  init(_ window: consuming TextWindow, _ splitter: consuming RecordSplitter, _ top: HeaderReader, blockBytes: Int) {
    self.window = window
    self.splitter = splitter
    self.blockBytes = blockBytes
    header = top.info
    counts.blankLines = top.blankLines
  }

  static func open(
    _ source: Dataset.Source, options: ReadingOptions, blockBytes: Int
  ) throws(Findings) -> BatchBuilder {
    var window = try TextWindow(try ByteSource(source), options: options, blockBytes: blockBytes)
    let top = try HeaderReader(&window, options: options)
    let splitter = try RecordSplitter(
      delimiter: top.info.delimiter, maximumFieldBytes: options.maximumFieldBytes, position: top.position,
      line: top.line, path: window.path)
    return BatchBuilder(window, splitter, top, blockBytes: blockBytes)
  }

  var encoding: EncodingChoice { window.choice }

  mutating func nextBatch() throws(Findings) -> RecordBatch? {
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

extension BatchBuilder {
  /// Where the next record begins, for a reader that can go on from there by itself.
  var resumption: Resumption? {
    guard !isAtEnd, !splitter.isOpen, !splitter.isSkipping, !window.isTranscoded else { return nil }
    let source: Resumption.Source
    if let file = window.source.file {
      source = .file(descriptor: file.descriptor, size: file.size)
    } else {
      source = .stream(
        descriptor: window.source.descriptor, pending: window.unread(from: splitter.position),
        isAtEnd: window.sourceIsAtEnd)
    }
    return Resumption(
      position: splitter.position, line: splitter.line, records: counts.records, encoding: window.cellEncoding,
      isASCII: !window.isDecided, source: source, bytesRead: window.bytesRead)
  }

  var pendingBytes: [UInt8] { window.unreadBytes(from: splitter.position) }

  mutating func resume(at point: Resumption, pending: [UInt8]) {
    switch point.source {
    case .file: window.jump(to: point.position, line: point.line)
    case .stream(_, _, let isAtEnd):
      window.restock(
        pending, at: point.position, line: point.line, bytesRead: point.bytesRead, sourceIsAtEnd: isAtEnd)
    }
    splitter.jump(to: point.position, line: point.line)
    counts.records = point.records
  }

  private mutating func add(_ span: RecordSplitter.Span, to batch: inout RecordBatch, from start: Int) {
    let sink = batch.arena.sink
    let fieldCount = sink.pointee.recordFieldCount
    if fieldCount != header.names.count {
      // The first cell that is missing, or that the header does not have.
      var fault = RecordSplitter.Fault(
        rule: wrongCount(fieldCount, sink), position: nil, column: min(fieldCount, header.names.count) + 1)
      if let end = cutOff(span) { fault = RecordSplitter.Fault(rule: end, position: nil, column: nil) }
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

  /// A file whose last character is only half there is not one with a short row.
  private func cutOff(_ span: RecordSplitter.Span) -> ReadingRule? {
    guard window.isTranscoded, window.isWhole, let last = window.faults.last, last.textOffset == window.end - 1,
      (span.start..<span.end).contains(last.textOffset)
    else { return nil }
    return .cutOff(window.choice.encoding)
  }

  private func wrongCount(_ found: Int, _ sink: UnsafeMutablePointer<FieldSink>) -> ReadingRule {
    let expected = header.names.count
    if found < expected { return .recordShort(found: found, expected: expected) }
    let all = sink.pointee.fields.count
    let isEmpty = (all - found + expected..<all).allSatisfy { sink.pointee.fields.base[$0].count == 0 }
    return isEmpty
      ? .recordLongButEmpty(found: found, expected: expected) : .recordLong(found: found, expected: expected)
  }

  private mutating func reject(
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
    if counts.findings <= RecordReader.maximumFindings {
      batch.findings.append(fault.finding(span, in: window, delimiter: header.delimiter, names: header.names))
    }
  }

  private mutating func finish(_ batch: inout RecordBatch, from start: Int) {
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
  private mutating func freeArena() -> FieldArena {
    for index in arenas.indices where isKnownUniquelyReferenced(&arenas[index]) {
      arenas[index] = arenas[index].recycled(capacity: blockBytes)
      return arenas[index]
    }
    let made = FieldArena(capacity: blockBytes)
    if arenas.count < 4 { arenas.append(made) }
    return made
  }
}
