/// Writes JSON for people: two spaces of indent, keys in the order given, text unescaped where it may be.
public enum JSONWriter {
  /// Ends with a line break. Short lists of plain values stand on one line.
  public static func write(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text + "\n"
  }

  private static func write(_ value: JSONValue, indent: Int, to text: inout String) {
    switch value.content {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): text += quoted(string)
    case .array(let items):
      if items.allSatisfy(isPlain) {
        text += "[" + items.map(plain).joined(separator: ", ") + "]"
      } else {
        list(items, "[", "]", indent, to: &text) { item, text in write(item, indent: indent + 1, to: &text) }
      }
    case .object(let members):
      list(members, "{", "}", indent, to: &text) { member, text in
        text += quoted(member.key) + ": "
        write(member.value, indent: indent + 1, to: &text)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, _ indent: Int, to text: inout String,
    _ write: (Item, inout String) -> Void
  ) {
    guard !items.isEmpty else { return text += open + close }
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
      write(item, &text)
    }
    text += "\n" + String(repeating: "  ", count: indent) + close
  }

  private static func isPlain(_ value: JSONValue) -> Bool {
    switch value.content {
    case .array, .object: false
    default: true
    }
  }

  private static func plain(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, to: &text)
    return text
  }

  /// In double quotes, with `"`, `\` and control characters escaped.
  public static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
