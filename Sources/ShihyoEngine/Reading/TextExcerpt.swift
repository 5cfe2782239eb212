import ShihyoModel

/// A short piece of the text as read, for a message: decoded where it can be, bytes that cannot as `\xE3`.
enum TextExcerpt {
  private static let maximumBytes = 60

  static func of(_ bytes: [UInt8], _ encoding: TextEncoding) -> String {
    let lineEnd = bytes.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var piece = Array(bytes[..<min(lineEnd, maximumBytes)])
    let decoder = CellDecoder(encoding)
    let isCut = lineEnd > maximumBytes
    if isCut {
      // The cut may go through a character.
      for _ in 0..<4 where decoder.decode(piece) == nil { piece.removeLast() }
      if decoder.decode(piece) == nil { piece = Array(bytes[..<maximumBytes]) }
    }
    return (decoder.decode(piece) ?? escaped(piece)) + (isCut ? "…" : "")
  }

  private static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      if (0x20..<0x7F).contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// From the delimiter or line end before `position`: the beginning of the cell in which something went wrong.
  static func cellStart(before position: Int, from start: Int, delimiter: UInt8, in text: UnsafePointer<UInt8>) -> Int {
    var index = position
    while index > start {
      let byte = text[index - 1]
      if byte == delimiter || byte == 0x0A || byte == 0x0D || position - index > maximumBytes { break }
      index -= 1
    }
    return index
  }
}
