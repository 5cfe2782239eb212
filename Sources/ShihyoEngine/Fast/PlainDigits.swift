/// One to eight ASCII digits, read at once: what nearly every cell of a measure holds.
///
/// Eight bytes are loaded from the start of the cell whatever its length, and those behind it shifted out; the digits
/// then stand at the upper end with zeros before them, and three multiplications add them up pair by pair.
enum PlainDigits {
  static let none: Int64 = -1

  /// The number, or `none` where there are more than eight bytes or one that is no digit.
  ///
  /// - Precondition: eight bytes can be read from `bytes`.
  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, count: Int) -> Int64 {
    guard UInt(bitPattern: count &- 1) < 8 else { return none }
    let shift = UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let loaded = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)) &<< shift
    let digits = loaded ^ (0x3030_3030_3030_3030 &<< shift)
    // A byte above 9 shows in its own upper bit, or in that of the sum.
    guard ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0 else { return none }
    let pairs = (digits &* 2561) &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 6_553_601) &>> 16 & 0x0000_FFFF_0000_FFFF
    return Int64(truncatingIfNeeded: (fours &* 42_949_672_960_001) &>> 32)
  }

  /// The bytes of such a cell as a word: words compare as the texts do, byte by byte, the shorter first.
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
