import ShihyoModel

extension JSONReader {
  /// `-?(0|[1-9][0-9]*)(.[0-9]+)?([eE][+-]?[0-9]+)?`, as written.
  mutating func number() throws(Finding) -> String {
    let start = position
    let first = offset
    while let here = byte, Self.isWordByte(here) { advance() }
    let text = String(decoding: bytes[first..<offset], as: UTF8.self)
    guard Self.isNumber(Array(text.utf8)) else { throw finding(.badNumber, at: start, text: text) }
    return text
  }

  static func isNumber(_ text: [UInt8]) -> Bool {
    var index = text.first == UInt8(ascii: "-") ? 1 : 0
    func digits() -> Int {
      let start = index
      while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
      return index - start
    }
    let leadingZero = index < text.count && text[index] == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !leadingZero || whole == 1 else { return false }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      guard digits() > 0 else { return false }
    }
    if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
      guard digits() > 0 else { return false }
    }
    return index == text.count
  }

  mutating func string() throws(Finding) -> String {
    let start = position
    advance()
    var text: [UInt8] = []
    while let here = byte {
      switch here {
      case UInt8(ascii: "\""):
        advance()
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape())
      case 0x0A, 0x0D: throw finding(.unterminatedString, at: start)
      case 0x00..<0x20: throw finding(.controlCharacter, at: position)
      default:
        text.append(here)
        advance()
      }
    }
    throw finding(.unterminatedString, at: start)
  }

  private mutating func escape() throws(Finding) -> [UInt8] {
    let start = position
    advance()
    guard let kind = byte else { throw finding(.badEscape, at: start) }
    let plain: [UInt8: UInt8] = [
      0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let single = plain[kind] {
      advance()
      return [single]
    }
    guard kind == UInt8(ascii: "u") else { throw finding(.badEscape, at: start) }
    advance()
    var code = try hexadecimal(start)
    if (0xD800..<0xDC00).contains(code) {
      // A character beyond U+FFFF is written as two halves; one half alone is no character.
      guard bytes[offset...].starts(with: "\\u".utf8) else { throw finding(.badEscape, at: start) }
      advance()
      advance()
      let low = try hexadecimal(start)
      guard (0xDC00..<0xE000).contains(low) else { throw finding(.badEscape, at: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw finding(.badEscape, at: start) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(_ start: JSONPosition) throws(Finding) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let here = byte, let digit = Character(Unicode.Scalar(here)).hexDigitValue, here < 0x80 else {
        throw finding(.badEscape, at: start)
      }
      code = code << 4 + UInt32(digit)
      advance()
    }
    return code
  }
}
