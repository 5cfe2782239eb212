public import ShihyoModel

/// Reads a strict JSON text (RFC 8259) into values that know where they stand.
///
/// - Errors: one `Finding`, at the first place that does not fit: JSON has no safe place to go on from.
/// - Cost: linear in bytes; a byte order mark is passed over.
public struct JSONReader {
  public static let depthLimit = 64
  public static let sizeLimit = 16 << 20

  /// `file` is the path that findings name.
  public static func read(_ bytes: [UInt8], file: String? = nil) throws(Findings) -> JSONValue {
    var reader = JSONReader(bytes: bytes, file: file)
    do {
      return try reader.document()
    } catch {
      throw Findings([error])
    }
  }

  let bytes: [UInt8]
  let file: String?
  var offset = 0
  private var line = 1
  private var character = 1

  private init(bytes: [UInt8], file: String?) {
    self.bytes = bytes
    self.file = file
  }

  var position: JSONPosition { JSONPosition(line: line, character: character) }
  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Steps over one byte; a continuation byte of UTF-8 is no character, CRLF is one line break.
  mutating func advance() {
    let passed = bytes[offset]
    offset += 1
    switch passed {
    case 0x0A:
      line += 1
      character = 1
    case 0x0D:
      if byte != 0x0A {
        line += 1
        character = 1
      }
    default:
      if byte.map({ $0 & 0xC0 != 0x80 }) ?? true { character += 1 }
    }
  }

  func finding(_ rule: JSONRule, at position: JSONPosition, text: String? = nil) -> Finding {
    Finding(rule, at: Place(file: file, line: position.line, column: .character(position.character)), text: text)
  }

  private mutating func document() throws(Finding) -> JSONValue {
    guard bytes.count <= Self.sizeLimit else { throw finding(.tooLarge(limit: Self.sizeLimit), at: position) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    try checkUTF8()
    let value = try value(depth: 0)
    skipSpace()
    guard byte == nil else { throw finding(.textAfterEnd, at: position, text: characterHere) }
    return value
  }

  /// Finds the first invalid byte by walking the file once with positions; the reader itself can then trust the bytes.
  private func checkUTF8() throws(Finding) {
    if String(validating: bytes, as: UTF8.self) != nil { return }
    var walker = self
    while walker.byte != nil {
      let length = UTF8Length.ofScalar(at: walker.offset, in: bytes)
      if length == 0 {
        let place = Place(
          file: file, line: walker.line, column: .character(walker.character), byteOffset: walker.offset)
        throw Finding(JSONRule.notUTF8, at: place)
      }
      for _ in 0..<length { walker.advance() }
    }
  }

  mutating func skipSpace() {
    while let here = byte, here == 0x20 || here == 0x09 || here == 0x0A || here == 0x0D { advance() }
  }

  /// The character at this place, to be quoted in a finding.
  var characterHere: String? {
    guard offset < bytes.count else { return nil }
    let length = max(1, UTF8Length.ofScalar(at: offset, in: bytes))
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }

  mutating func value(depth: Int) throws(Finding) -> JSONValue {
    skipSpace()
    let start = position
    guard depth <= Self.depthLimit else { throw finding(.tooDeep(limit: Self.depthLimit), at: start) }
    guard let here = byte else { throw finding(.unexpectedEnd(expected: .value), at: start) }
    switch here {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(depth: depth)), at: start)
    case UInt8(ascii: "["): return JSONValue(.array(try items(depth: depth)), at: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), at: start)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONValue(.number(try number()), at: start)
    default:
      for (word, content) in Self.words where take(word) { return JSONValue(content, at: start) }
      throw finding(.unexpectedCharacter(expected: .value), at: start, text: characterHere)
    }
  }

  private static let words: [(String, JSONValue.Content)] = [
    ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
  ]

  private mutating func take(_ word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    let end = offset + word.utf8.count
    if end < bytes.count, JSONReader.isWordByte(bytes[end]) { return false }
    while offset < end { advance() }
    return true
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
