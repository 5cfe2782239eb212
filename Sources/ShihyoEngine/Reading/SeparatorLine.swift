/// A first line such as `sep=;`, by which spreadsheets tell each other the delimiter; it is no record.
struct SeparatorLine: Hashable {
  let delimiter: UInt8
  /// Length with its line end.
  let length: Int

  /// Reads the line at `offset`; nil where another line stands there. Quotes around it, and capitals, are accepted.
  init?(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    guard offset < bytes.count else { return nil }
    // The longest form is "sep=;" in quotes with CR LF.
    let line = bytes[offset..<min(bytes.count, offset + 9)]
    guard let contentEnd = line.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
    var content = line[offset..<contentEnd]
    if content.count == 7, content.first == 0x22, content.last == 0x22 { content = content.dropFirst().dropLast() }
    guard content.count == 5, let last = content.last else { return nil }
    let word = content.dropLast().map { $0 | 0x20 }
    guard word == [0x73, 0x65, 0x70, 0x3D | 0x20], Self.isPossible(last) else { return nil }
    guard content[content.startIndex + 3] == 0x3D else { return nil }
    delimiter = last
    let isPair = bytes[contentEnd] == 0x0D && contentEnd + 1 < bytes.count && bytes[contentEnd + 1] == 0x0A
    length = contentEnd + (isPair ? 2 : 1) - offset
  }

  /// Whether a byte can separate columns: ASCII, no quote, no line end, no NUL.
  static func isPossible(_ byte: UInt8) -> Bool {
    byte < 0x80 && byte != 0x22 && byte != 0x0A && byte != 0x0D && byte != 0
  }
}
