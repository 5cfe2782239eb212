/// A ZIP archive whose parts are stored as they are, all dated 1980-01-01, so that the same parts give the same bytes.
///
/// - Limits: parts and the whole below 4 GiB; it carries only the few small parts of a reference document.
/// - Source: PKWARE, APPNOTE.TXT 6.3.10.
struct StoredArchive {
  private var entries: [[UInt8]] = []
  private var body: [UInt8] = []

  mutating func add(_ name: String, _ text: String) {
    let name = Array(name.utf8)
    let content = Array(text.utf8)
    let offset = UInt32(body.count)
    // Version 2.0, UTF-8 names, stored, 00:00 of 1 January 1980.
    var shared = Self.bytes(UInt16(20)) + Self.bytes(UInt16(0x0800)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
    shared += Self.bytes(UInt16(0x0021)) + Self.bytes(Self.checksum(content))
    shared += Self.bytes(UInt32(content.count)) + Self.bytes(UInt32(content.count))
    shared += Self.bytes(UInt16(name.count)) + Self.bytes(UInt16(0))
    body += Self.bytes(UInt32(0x0403_4B50)) + shared + name + content
    // No comment, first disk, no attributes.
    let tail = [UInt8](repeating: 0, count: 10) + Self.bytes(offset)
    entries.append(Self.bytes(UInt32(0x0201_4B50)) + Self.bytes(UInt16(20)) + shared + tail + name)
  }

  var bytes: [UInt8] {
    let directory = entries.flatMap { $0 }
    let count = Self.bytes(UInt16(entries.count))
    let end = Self.bytes(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + count + count
    return body + directory + end + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count)) + [0, 0]
  }

  private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// CRC-32 of ISO 3309, bit by bit: the parts are small.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
