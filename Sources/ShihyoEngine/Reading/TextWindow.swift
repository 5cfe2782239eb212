import ShihyoModel

/// The part of the text that is in memory: blocks come in behind, what is done with leaves at the front.
///
/// The text is the file without its byte order mark; where bytes cannot be split as they are, it is their UTF-8.
/// Positions count from the start of the file (of its UTF-8 where transcoded).
/// - Cost: one block, what is kept of the text before it, and 128 KiB while the encoding is open.
struct TextWindow: ~Copyable {
  var source: ByteSource
  let blockBytes: Int
  /// The delimiter that was named, or a comma for those that are found by counting: all safe to split bytes on.
  var delimiter: UInt8
  /// Bytes read but not yet handed on, from `aheadStart`: empty once the encoding is known.
  var ahead: GrowableBuffer<UInt8>
  var aheadStart = 0
  var sourceIsAtEnd = false
  var transcoder: Transcoder?
  var isDecided = false
  var buffer: GrowableBuffer<UInt8>
  /// Position of the first byte in `buffer`.
  var bufferStart = 0
  /// The physical line that it is on.
  var bufferStartLine = 1
  var choice = EncodingChoice(.utf8, .asciiSoFar)
  var markLength = 0
  /// Found while the encoding was settled: worth knowing, but no reason to stop.
  var warnings: [Finding] = []
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
  /// The same place in the file; nil behind the first character that transcoding has made longer or shorter.
  func fileOffset(ofText position: Int) -> Int? {
    position <= transcoder?.firstChange ?? .max ? position : nil
  }
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
  /// Forgets all text; the next that comes in begins at `position`, which is on physical line `line`.
  mutating func jump(to position: Int, line: Int) {
    buffer.count = 0
    ahead.count = 0
    aheadStart = 0
    bufferStart = position
    bufferStartLine = line
    source.seek(to: position)
    sourceIsAtEnd = false
    isWhole = false
  }

  /// Bytes from `position` that were read of the source and not yet used up.
  func unread(from position: Int) -> Int { end - position + ahead.count - aheadStart }

  func unreadBytes(from position: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: buffer.base + (position - bufferStart), count: end - position))
      + Array(UnsafeBufferPointer(start: ahead.base + aheadStart, count: ahead.count - aheadStart))
  }

  /// Forgets all text; the next begins at `position` with `pending`, which was read of the source by others.
  mutating func restock(_ pending: [UInt8], at position: Int, line: Int, bytesRead: Int, sourceIsAtEnd: Bool) {
    jump(to: position, line: line)
    source.seek(to: bytesRead)
    pending.withUnsafeBufferPointer { bytes in
      if isDecided { buffer.append(bytes) } else { ahead.append(bytes) }
    }
    self.sourceIsAtEnd = sourceIsAtEnd
  }

  /// Makes sure that `wanted` bytes are ahead, or all that there are.
  mutating func readAhead(_ wanted: Int) throws(Findings) {
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

  mutating func deliver(_ count: Int) {
    let bytes = UnsafeBufferPointer(start: ahead.base + aheadStart, count: count)
    if transcoder == nil {
      buffer.append(bytes)
    } else {
      transcoder?.append(bytes, to: &buffer, endsHere: false)
    }
    aheadStart += count
  }
}
