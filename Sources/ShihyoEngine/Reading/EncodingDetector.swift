import Glibc
import ShihyoModel

/// Finds the encoding of a text from its bytes (design.md, section 2).
///
/// Byte order mark; else zero bytes in the first 64 KiB mean UTF-16 or a refusal; else nothing is decided until the
/// first byte that is not ASCII, or the first escape sequence of ISO-2022-JP. 64 KiB from there decide: UTF-8, then
/// CP932, refused where EUC-JP fits as well. EUC-JP itself is taken only by name.
enum EncodingDetector {
  /// How much is looked at, from the start for zero bytes and from the first character that is not ASCII.
  static let windowBytes = 1 << 16

  /// The encoding that a byte order mark names, and the length of the mark.
  static func mark(in head: UnsafeBufferPointer<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The byte order of a text that holds zero bytes; nil where it is not UTF-16.
  ///
  /// A stray zero byte in another text must not make it UTF-16: most bytes that look like a comma, a TAB or a line end
  /// then stand in pairs with something else than a zero.
  static func utf16ByteOrder(of head: UnsafeBufferPointer<UInt8>, endsHere: Bool) -> TextEncoding? {
    let little = utf16Signs(head, isBigEndian: false, endsHere: endsHere)
    let big = utf16Signs(head, isBigEndian: true, endsHere: endsHere)
    if little == 0 && big == 0 { return nil }
    return little >= big ? .utf16LittleEndian : .utf16BigEndian
  }

  /// How many commas, TABs and line ends there are in one byte order; 0 where it cannot be that.
  private static func utf16Signs(
    _ head: UnsafeBufferPointer<UInt8>, isBigEndian: Bool, endsHere: Bool
  ) -> Int {
    let low = isBigEndian ? 1 : 0
    var whole = 0
    var broken = 0
    for pair in stride(from: 0, to: head.count - 1, by: 2) {
      let value = head[pair + low]
      let other = head[pair + 1 - low]
      if value == 0, other == 0 { return 0 }
      if isStructure(value) { if other == 0 { whole += 1 } else { broken += 1 } }
    }
    let isValid = UTF16Units(isBigEndian: isBigEndian).firstInvalid(in: head, endsHere: endsHere) == nil
    return isValid && whole > broken ? whole : 0
  }

  private static func isStructure(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x2C
  }

  /// Offset below `limit` of the first byte from which the encoding can be told; nil while all is ASCII.
  static func firstTelling(in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let limit = min(limit, bytes.count)
    let high = firstHigh(base, count: limit)
    var index = 0
    while index < high, let escape = memchr(base + index, 0x1B, high - index) {
      index = UnsafeRawPointer(escape) - UnsafeRawPointer(base)
      if beginsEscape(base + index, count: bytes.count - index) { return index }
      index += 1
    }
    return high < limit ? high : nil
  }

  /// Offset of the first byte that is not ASCII; `count` where all are.
  private static func firstHigh(_ base: UnsafePointer<UInt8>, count: Int) -> Int {
    var index = 0
    let raw = UnsafeRawPointer(base)
    while index + 8 <= count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
      index += 8
    }
    while index < count, base[index] < 0x80 { index += 1 }
    return index
  }

  private static func beginsEscape(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    guard count >= 3, bytes[0] == 0x1B else { return false }
    switch (bytes[1], bytes[2]) {
    case (0x24, 0x40), (0x24, 0x42), (0x24, 0x28), (0x28, 0x42), (0x28, 0x49), (0x28, 0x4A): return true
    default: return false
    }
  }

  enum Decision: Equatable {
    case found(EncodingChoice)
    case ambiguous
    /// Nothing fits; CP932 fails at this offset of the window.
    case unknown(at: Int)
    case unavailable
  }

  /// Decides on a window that begins at the first telling byte. `endsHere`: the text ends with the window.
  static func decide(_ window: UnsafeBufferPointer<UInt8>, endsHere: Bool) -> Decision {
    if !window.contains(where: { $0 >= 0x80 }) { return .found(EncodingChoice(.iso2022JP, .escapeSequences)) }
    if UTF8Units().firstInvalid(in: window, endsHere: endsHere) == nil {
      return .found(EncodingChoice(.utf8, .fits))
    }
    // Damaged UTF-8 often passes as CP932; it must not become nonsense in silence.
    if isMostlyUTF8(window) { return .found(EncodingChoice(.utf8, .mostlyFits)) }
    guard let cp932 = CP932Units(), let eucJP = EUCJPUnits() else { return .unavailable }
    if let bad = cp932.firstInvalid(in: window, endsHere: endsHere) { return .unknown(at: bad) }
    if eucJP.firstInvalid(in: window, endsHere: endsHere) == nil { return .ambiguous }
    return .found(EncodingChoice(.cp932, .fits))
  }

  /// Whether characters of three or four bytes outnumber the bytes that fit nowhere.
  ///
  /// Text in CP932 has hardly any of the former: two kana of two bytes are four bytes that fit nowhere.
  static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    let units = UTF8Units()
    var long = 0
    var bad = 0
    var position = 0
    while position < bytes.count {
      switch units.next(base + position, count: bytes.count - position) {
      case .scalar(_, let length), .shift(let length):
        if length > 2 { long += 1 }
        position += length
      case .invalid(let length):
        bad += 1
        position += length
      case .incomplete: position = bytes.count
      }
    }
    return long > bad
  }
}
