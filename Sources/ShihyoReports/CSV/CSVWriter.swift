import ShihyoModel

/// Puts records together: quotes only where RFC 4180 asks for them, and the formula guard where it is on.
struct CSVWriter {
  /// A text, which a spreadsheet might run; or digits, which it must not lose.
  enum Cell: Hashable {
    case text(String)
    case number(String)
  }

  private(set) var output: String
  private let options: CSVOptions

  init(options: CSVOptions) {
    self.options = options
    output = options.hasByteOrderMark ? "\u{FEFF}" : ""
  }

  mutating func append(_ record: [Cell]) {
    // A record of one empty cell would be a blank line, which readers skip.
    if record.count == 1, Self.isEmpty(record[0]) { output += "\"\"" }
    for (index, cell) in record.enumerated() {
      if index > 0 { output += "," }
      switch cell {
      case .number(let digits): output += digits
      case .text(let text):
        output += Self.quotedIfNeeded(options.guardsFormulas ? FormulaGuard.apply(to: text) : text)
      }
    }
    output += options.lineEnd.rawValue
  }

  private static func isEmpty(_ cell: Cell) -> Bool {
    switch cell {
    case .text(let text), .number(let text): text.isEmpty
    }
  }

  /// By scalars, since CR LF is one Character that equals neither.
  static func quotedIfNeeded(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
        || byte == UInt8(ascii: "\n")
    }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

/// A text that begins like a formula gets an apostrophe before it, so that a spreadsheet shows it and does not run it.
enum FormulaGuard {
  static func apply(to text: String) -> String {
    // A sign alone, such as － for no case, runs nothing.
    if text.unicodeScalars.count == 1 { return text }
    return switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠":
      // A label that is a plain number is no formula, and an apostrophe would make a text of it.
      ExactDecimal(text) == nil ? "'" + text : text
    default: text
    }
  }
}
