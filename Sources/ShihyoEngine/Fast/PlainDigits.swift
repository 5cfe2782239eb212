/// The text of a cell of one to eight ASCII digits in one word: what nearly every cell of a measure holds.
enum PlainDigits {
  /// Words compare as the texts do, byte by byte, the shorter first.
  ///
  /// - Precondition: eight bytes can be read from `bytes`. Of cells that are no plain digits the word means nothing.
  @inline(__always)
  static func word(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let loaded = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
    return (UInt64(bigEndian: loaded) &>> shift) &<< shift
  }

  /// The bytes that a word was made of.
  static func bytes(of word: UInt64) -> [UInt8] {
    withUnsafeBytes(of: word.bigEndian) { Array($0.prefix { $0 != 0 }) }
  }
}
