import ShihyoModel

/// The part of the text that is in memory: blocks come in behind, what is done with leaves at the front.
///
/// The text is the file without its byte order mark; where bytes cannot be split as they are, it is their UTF-8.
/// Positions count from the start of the file (of its UTF-8 where transcoded).
/// - Cost: one block, what is kept of the text before it, and 128 KiB while the encoding is open.
struct TextWindow: ~Copyable {
  private var source: ByteSource
  private let blockBytes: Int
  /// The delimiter that was named, or a comma for those that are found by counting: all safe to split bytes on.
  private var delimiter: UInt8
  /// Bytes read but not yet handed on, from `aheadStart`: empty once the encoding is known.
  private var ahead: GrowableBuffer<UInt8>
  private var aheadStart = 0
  private var sourceIsAtEnd = false
  private var transcoder: Transcoder?
  private var isDecided = false
  private var buffer: GrowableBuffer<UInt8>
  /// Position of the first byte in `buffer`.
  private var bufferStart = 0
  /// The physical line that it is on.
  private var bufferStartLine = 1
  private(set) var choice = EncodingChoice(.utf8, .asciiSoFar)
  private(set) var markLength = 0
  /// Found while the encoding was settled: worth knowing, but no reason to stop.
  private(set) var warnings: [Finding] = []
  /// Nothing follows behind `end`.
  private(set) var isWhole = false

  init(_ source: consuming ByteSource, options: ReadingOptions, blockBytes: Int) throws(Findings) {
    self.source = source
    self.blockBytes = max(1, blockBytes)
    ahead = GrowableBuffer(capacity: min(self.blockBytes, 1 << 20) + 2 * EncodingDetector.windowBytes)
    buffer = GrowableBuffer(capacity: self.blockBytes + 4096)
    delimiter = options.delimiter ?? 0x2C
    try readAhead(EncodingDetector.windowBytes)
    try settle(options)
  }

  var path: String? { source.path }
  var bytesRead: Int { source.bytesRead }
  var start: Int { bufferStart }
  var end: Int { bufferStart + buffer.count }
  /// Points at position 0, which may lie before the memory that is held.
  var text: UnsafePointer<UInt8> { UnsafePointer(buffer.base - bufferStart) }
  var isTranscoded: Bool { transcoder != nil }
  var faults: [Transcoder.Fault] { transcoder?.faults ?? [] }
  /// The encoding of the bytes in the window.
  var cellEncoding: TextEncoding { isTranscoded ? .utf8 : choice.encoding }

  /// Forgets the text before `position`, which is on physical line `line`.
  mutating func discard(before position: Int, line: Int) {
    buffer.removeFirst(position - bufferStart)
    bufferStart = position
    bufferStartLine = line
  }

  /// Brings in one more block; throws where reading fails, the encoding cannot be told, or the file has changed.
  mutating func fill() throws(Findings) {
    if isWhole { return }
    if !isDecided {
      try readAhead(blockBytes + EncodingDetector.windowBytes)
      try decideIfTelling()
    }
    if ahead.count > aheadStart {
      deliver(min(blockBytes, ahead.count - aheadStart))
    } else if !sourceIsAtEnd {
      if isTranscoded {
        try readAhead(blockBytes)
        deliver(ahead.count - aheadStart)
      } else {
        buffer.reserve(blockBytes)
        let got = try source.read(into: buffer.base + buffer.count, count: blockBytes)
        buffer.count += got
        sourceIsAtEnd = got < blockBytes
      }
    }
    if sourceIsAtEnd, ahead.count == aheadStart {
      let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      transcoder?.append(nothing, to: &buffer, endsHere: true)
      try source.checkUnchanged()
      isWhole = true
    }
  }
}

extension TextWindow {
  /// Makes sure that `wanted` bytes are ahead, or all that there are.
  private mutating func readAhead(_ wanted: Int) throws(Findings) {
    if aheadStart > 0, ahead.count == aheadStart || aheadStart >= EncodingDetector.windowBytes {
      ahead.removeFirst(aheadStart)
      aheadStart = 0
    }
    let missing = wanted - (ahead.count - aheadStart)
    guard missing > 0, !sourceIsAtEnd else { return }
    ahead.reserve(missing)
    let got = try source.read(into: ahead.base + ahead.count, count: missing)
    ahead.count += got
    sourceIsAtEnd = got < missing
  }

  private mutating func deliver(_ count: Int) {
    let bytes = UnsafeBufferPointer(start: ahead.base + aheadStart, count: count)
    if transcoder == nil {
      buffer.append(bytes)
    } else {
      transcoder?.append(bytes, to: &buffer, endsHere: false)
    }
    aheadStart += count
  }

  /// What the beginning tells: mark, zero bytes, a name in the options.
  private mutating func settle(_ options: ReadingOptions) throws(Findings) {
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
  private mutating func decideIfTelling() throws(Findings) {
    let bytes = UnsafeBufferPointer(start: ahead.base + aheadStart, count: ahead.count - aheadStart)
    guard let first = EncodingDetector.firstTelling(in: bytes, limit: blockBytes) else { return }
    let last = min(bytes.count, first + EncodingDetector.windowBytes)
    let endsHere = sourceIsAtEnd && last == bytes.count
    switch EncodingDetector.decide(UnsafeBufferPointer(rebasing: bytes[first..<last]), endsHere: endsHere) {
    case .found(let choice): try adopt(choice)
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
