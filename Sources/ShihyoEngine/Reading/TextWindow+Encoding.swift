import ShihyoModel

/// Settling the encoding: from the first bytes, or later where the text stops being ASCII.
extension TextWindow {
  /// What the beginning tells: mark, zero bytes, a name in the options.
  mutating func settle(_ options: ReadingOptions) throws(Findings) {
    let head = UnsafeBufferPointer(start: ahead.base, count: min(ahead.count, EncodingDetector.windowBytes))
    let endsHere = sourceIsAtEnd && head.count == ahead.count
    let mark = EncodingDetector.mark(in: head)
    if options.delimiter == nil, let line = SeparatorLine(in: head, from: mark?.length ?? 0) {
      delimiter = line.delimiter
    }
    if let named = options.encoding {
      if let mark, mark.encoding != named {
        throw failure(.encodingContradictsMark(named: named, mark: mark.encoding), at: 0)
      }
      if named == .cp932 || named == .eucJP, looksLikeUTF8(head, endsHere: endsHere) {
        warnings.append(Finding(ReadingRule.encodingLooksLikeUTF8(named: named), at: Place(file: path)))
      }
      skipMark(mark?.length ?? 0)
      try adopt(EncodingChoice(named, .named))
    } else if let mark {
      skipMark(mark.length)
      try adopt(EncodingChoice(mark.encoding, .byteOrderMark))
    } else if let zero = head.firstIndex(of: 0) {
      guard let found = EncodingDetector.utf16ByteOrder(of: head, endsHere: endsHere) else {
        throw failure(.encodingZeroBytes, at: zero)
      }
      try adopt(EncodingChoice(found, .zeroBytes))
    }
  }

  private func looksLikeUTF8(_ head: UnsafeBufferPointer<UInt8>, endsHere: Bool) -> Bool {
    UTF8Units().firstInvalid(in: head, endsHere: endsHere) == nil && EncodingDetector.isMostlyUTF8(head)
  }

  private mutating func skipMark(_ length: Int) {
    aheadStart = length
    markLength = length
    bufferStart = length
  }

  /// Looks for the first byte that tells in the block that comes next, and decides there.
  mutating func decideIfTelling() throws(Findings) {
    let bytes = UnsafeBufferPointer(start: ahead.base + aheadStart, count: ahead.count - aheadStart)
    guard let first = EncodingDetector.firstTelling(in: bytes, limit: blockBytes) else { return }
    let last = min(bytes.count, first + EncodingDetector.windowBytes)
    let endsHere = sourceIsAtEnd && last == bytes.count
    switch EncodingDetector.decide(UnsafeBufferPointer(rebasing: bytes[first..<last]), endsHere: endsHere) {
    case .found(let choice):
      // What stands before is ASCII in every encoding, wherever blocks end.
      if !choice.encoding.splitsAsBytes(on: delimiter) { deliver(first) }
      try adopt(choice)
    case .ambiguous: throw failure(.encodingAmbiguous, at: first)
    case .unknown(let bad): throw failure(.encodingUnknown, at: first + bad)
    case .unavailable: throw failure(.encodingUnavailable(.cp932), at: first)
    }
  }

  private mutating func adopt(_ found: EncodingChoice) throws(Findings) {
    isDecided = true
    choice = found
    if found.encoding.splitsAsBytes(on: delimiter) {
      if !CellDecoder(found.encoding).isAvailable { throw failure(.encodingUnavailable(found.encoding), at: 0) }
      return
    }
    // All text before was ASCII, so places in the file and in the text are still the same.
    guard let made = Transcoder(found.encoding, fileOffset: end, textOffset: end) else {
      throw failure(.encodingUnavailable(found.encoding), at: 0)
    }
    transcoder = made
  }

  /// A failure at an offset from the first byte that is ahead.
  private func failure(_ rule: ReadingRule, at offset: Int) -> Findings {
    var counter = LineCounter(line: bufferStartLine)
    counter.add(buffer.elements)
    counter.add(UnsafeBufferPointer(start: ahead.base + aheadStart, count: min(offset, ahead.count - aheadStart)))
    return Findings([Finding(rule, at: Place(file: path, line: counter.line, byteOffset: end + offset))])
  }
}
