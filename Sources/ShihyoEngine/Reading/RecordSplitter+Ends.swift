import ShihyoModel

/// How a record ends: complete, or rejected, with the place where reading goes on.
extension RecordSplitter {
  mutating func complete(_ text: UnsafePointer<UInt8>, _ sink: UnsafeMutablePointer<FieldSink>) -> Step {
    isOpen = false
    let span = Span(start: recordStart, end: position, line: recordLine, lineCount: line - recordLine)
    let zero = zeros.position(from: recordStart, in: text, end: position)
    if zero < position {
      return drop(span, .zeroByte, at: zero, column: sink.pointee.column { $0.contains(0) }, sink)
    }
    if sink.pointee.longestField > maximumFieldBytes {
      let column = sink.pointee.column { $0.count > maximumFieldBytes }
      return drop(span, .fieldTooLong(limit: maximumFieldBytes), at: nil, column: column, sink)
    }
    if span.lineCount > 1,
      SwallowedRows.stand(
        in: text, from: recordStart, to: position, delimiter: delimiter, columns: sink.pointee.recordFieldCount)
    {
      return dropAndResume(.swallowedRows(lines: span.lineCount), at: nil, column: nil, sink)
    }
    return .record(span)
  }

  /// Rejects the record's first line; reading goes on at its second one.
  private mutating func dropAndResume(
    _ rule: ReadingRule, at place: Int?, column: Int?, _ sink: UnsafeMutablePointer<FieldSink>
  ) -> Step {
    position = firstLineEnd
    line = recordLine + 1
    isOpen = false
    let span = Span(start: recordStart, end: firstLineEnd, line: recordLine, lineCount: 1)
    return drop(span, rule, at: place, column: column, sink)
  }

  /// The text ends inside a record: it is complete, or its quote is open.
  mutating func finish(
    _ text: UnsafePointer<UInt8>, _ sink: UnsafeMutablePointer<FieldSink>
  ) throws(Findings) -> Step {
    let outcome = try parser.finish(sink: sink)
    return outcome == .fine ? complete(text, sink) : try reject(outcome, sink)
  }

  /// An error of the grammar: where the record would end is unknown.
  mutating func reject(
    _ outcome: CSVParserHandle.Outcome, _ sink: UnsafeMutablePointer<FieldSink>
  ) throws(Findings) -> Step {
    let fault: (rule: ReadingRule, position: Int?) =
      switch outcome {
      case .textAfterQuote(let offset): (.textAfterQuote(line: line), position + offset)
      case .quoteInField(let offset): (.quoteInField(line: line), position + offset)
      case .unterminatedQuote, .fine: (.unterminatedQuote, nil)
      }
    let column = sink.pointee.recordFieldCount + 1
    try parser.reset()
    return dropAndResume(fault.rule, at: fault.position, column: column, sink)
  }

  /// More bytes or lines than a record may have: reading goes on at its second line, which may still have to be found.
  mutating func rejectEndless(
    _ sink: UnsafeMutablePointer<FieldSink>, _ rule: ReadingRule
  ) throws(Findings) -> Step {
    if isOpen {
      try parser.reset()
      position = firstLineEnd
      line = recordLine + 1
      isOpen = false
    } else {
      recordStart = position
      recordLine = line
      isSkipping = true
      sink.pointee.beginRecord()
    }
    // What is kept of it does not depend on where blocks end.
    let kept = recordStart + Swift.min(1 << 16, maximumRecordBytes)
    let end = isSkipping ? kept : Swift.min(kept, firstLineEnd)
    let span = Span(start: recordStart, end: end, line: recordLine, lineCount: 1)
    return drop(span, rule, at: nil, column: nil, sink)
  }

  private func drop(
    _ span: Span, _ rule: ReadingRule, at position: Int?, column: Int?, _ sink: UnsafeMutablePointer<FieldSink>
  ) -> Step {
    sink.pointee.dropRecord()
    return .rejected(span, Fault(rule: rule, position: position, column: column))
  }

  /// Passes over what is left of a line that is too long; true once its end is behind.
  mutating func skipLine(in text: UnsafePointer<UInt8>, end: Int, isWhole: Bool) -> Bool {
    if let rest = lines.line(at: position, in: text, end: end, isWhole: isWhole) {
      position = rest.next
    } else if isWhole {
      position = end
    } else {
      // A CR at the end stays: it may be half of CR LF.
      position = Swift.max(position, end > position && text[end - 1] == 0x0D ? end - 1 : end)
      return false
    }
    isSkipping = false
    line += 1
    return true
  }
}
