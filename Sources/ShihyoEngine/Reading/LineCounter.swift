/// Counts physical lines over pieces of a text; a CR LF that two pieces share is one line end.
struct LineCounter {
  /// The line that the next byte is on, from 1.
  private(set) var line: Int
  private var endedWithReturn = false

  init(line: Int) { self.line = line }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && !endedWithReturn) { line += 1 }
      endedWithReturn = byte == 0x0D
    }
  }
}
