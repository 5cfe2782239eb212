/// A JSON text in the making: members keep their order, so the same document gives the same bytes.
indirect enum JSONValue: Sendable {
  case null
  case string(String)
  case integer(Int)
  /// Digits as they are to stand: `0.125`.
  case number(String)
  case boolean(Bool)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])
}

extension JSONValue {
  /// Two spaces a level; what holds only simple values stands on one line.
  func spelling(indent: Int = 0) -> String {
    switch self {
    case .null: return "null"
    case .string(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .number(let digits): return digits
    case .boolean(let value): return value ? "true" : "false"
    case .array(let items):
      return Self.wrap(items.map { ("", $0) }, open: "[", close: "]", indent: indent)
    case .object(let members):
      return Self.wrap(
        members.map { (Self.quoted($0.name) + ": ", $0.value) }, open: "{", close: "}", indent: indent)
    }
  }

  /// Without a line break, for one value a line.
  var line: String {
    switch self {
    case .null, .string, .integer, .number, .boolean: spelling()
    case .array(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.name) + ": " + $0.value.line }.joined(separator: ", ") + "}"
    }
  }

  private var isSimple: Bool {
    switch self {
    case .null, .string, .integer, .number, .boolean: true
    case .array(let items): items.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  private static func wrap(_ items: [(lead: String, value: JSONValue)], open: String, close: String, indent: Int)
    -> String
  {
    if items.isEmpty { return open + close }
    if items.allSatisfy(\.value.isSimple) {
      return open + items.map { $0.lead + $0.value.spelling() }.joined(separator: ", ") + close
    }
    let space = String(repeating: "  ", count: indent + 1)
    let lines = items.map { space + $0.lead + $0.value.spelling(indent: indent + 1) }
    return open + "\n" + lines.joined(separator: ",\n") + "\n" + String(space.dropLast(2)) + close
  }

  /// RFC 8259, and what a script or a terminal would trip over: DEL, C1 controls, U+2028, U+2029.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
