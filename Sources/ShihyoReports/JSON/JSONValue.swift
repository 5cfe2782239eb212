/// A JSON text in the making: members keep their order, so the same document gives the same bytes.
indirect enum JSONValue: Sendable {
  case null
  case string(String)
  case integer(Int)
  /// Digits as they are to stand: `0.125`.
  case number(String)
  case boolean(Bool)
  case array([JSONValue])
  /// Objects that are made one by one while they are written; the same each time.
  case objects(count: Int, @Sendable (Int) -> JSONValue)
  case object([(name: String, value: JSONValue)])
}

extension JSONValue {
  /// Two spaces a level; what holds only simple values stands on one line.
  func spelling(indent: Int = 0) -> String {
    var bytes: [UInt8] = []
    write(indent: indent, to: &bytes) { _ in }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the spelling piece by piece.
  func write(to sink: inout ByteSink) {
    var bytes: [UInt8] = []
    write(indent: 0, to: &bytes) { bytes in
      sink.pending.append(contentsOf: bytes)
      sink.flushIfLarge()
      bytes.removeAll(keepingCapacity: true)
    }
    sink.pending.append(contentsOf: bytes)
    sink.flushIfLarge()
  }

  /// - Parameter flush: may take what is written; called between objects.
  private func write(indent: Int, to bytes: inout [UInt8], flush: (inout [UInt8]) -> Void) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .string(let text): Self.quote(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .array(let items):
      let isOneLine = items.allSatisfy(\.isSimple)
      Self.write(items.count, "[", "]", isOneLine: isOneLine, indent: indent, to: &bytes) { index, bytes in
        items[index].write(indent: indent + 1, to: &bytes, flush: flush)
      }
    case .objects(let count, let object):
      Self.write(count, "[", "]", isOneLine: false, indent: indent, to: &bytes) { index, bytes in
        object(index).write(indent: indent + 1, to: &bytes, flush: flush)
        flush(&bytes)
      }
    case .object(let members):
      let isOneLine = members.allSatisfy(\.value.isSimple)
      Self.write(members.count, "{", "}", isOneLine: isOneLine, indent: indent, to: &bytes) { index, bytes in
        Self.quote(members[index].name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        members[index].value.write(indent: indent + 1, to: &bytes, flush: flush)
      }
    }
  }

  /// Without a line break, for one value a line.
  var line: String {
    switch self {
    case .null, .string, .integer, .number, .boolean: spelling()
    case .array(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .objects(let count, let object): JSONValue.array((0..<count).map(object)).line
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ": " + $0.value.line }.joined(separator: ", ") + "}"
    }
  }

  private var isSimple: Bool {
    switch self {
    case .null, .string, .integer, .number, .boolean: true
    case .array(let items): items.isEmpty
    case .objects(let count, _): count == 0
    case .object(let members): members.isEmpty
    }
  }

  private static func write(
    _ count: Int, _ open: String, _ close: String, isOneLine: Bool, indent: Int, to bytes: inout [UInt8],
    _ item: (Int, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for index in 0..<count {
      if index > 0 { bytes.append(contentsOf: (isOneLine ? ", " : ",").utf8) }
      if !isOneLine { newLine(indent + 1, to: &bytes) }
      item(index, &bytes)
    }
    if !isOneLine, count > 0 { newLine(indent, to: &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func newLine(_ indent: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    quote(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// RFC 8259, and what a script or a terminal would trip over: DEL, C1 controls, U+2028, U+2029.
  private static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // Of what is not ASCII, only these begin one that is escaped.
    let needsEscape = text.utf8.contains { byte in
      byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }
    if needsEscape {
      for scalar in text.unicodeScalars { escape(scalar, to: &bytes) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "\"": bytes.append(contentsOf: "\\\"".utf8)
    case "\\": bytes.append(contentsOf: "\\\\".utf8)
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
