import ShihyoModel

/// Puts records together: quotes only where RFC 4180 asks for them, and the formula guard where it is on.
struct CSVWriter {
  /// A text, which a spreadsheet might run; or digits, which it must not lose.
  enum Cell: Hashable {
    case text(String)
    case number(String)
  }

  /// What is written and not taken away yet.
  var bytes: [UInt8]
  private let options: CSVOptions
  private let lineEnd: [UInt8]
  /// Cells of the record that is being written, and where it begins.
  private var cells = 0
  private var start: Int

  init(options: CSVOptions) {
    self.options = options
    lineEnd = Array(options.lineEnd.rawValue.utf8)
    bytes = options.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    start = bytes.count
  }

  var output: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ record: [Cell]) {
    for cell in record { add(cell) }
    endRecord()
  }

  /// Adds a cell to the record; `endRecord` follows the last.
  mutating func add(_ cell: Cell) {
    if cells > 0 { bytes.append(UInt8(ascii: ",")) } else { start = bytes.count }
    cells += 1
    switch cell {
    case .number(let digits): bytes.append(contentsOf: digits.utf8)
    case .text(let text): addText(options.guardsFormulas ? FormulaGuard.apply(to: text) : text)
    }
  }

  mutating func endRecord() {
    // A record of one empty cell would be a blank line, which readers skip.
    if cells == 1, bytes.count == start { bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")]) }
    bytes.append(contentsOf: lineEnd)
    cells = 0
  }

  private mutating func addText(_ text: String) {
    let first = bytes.count
    bytes.append(contentsOf: text.utf8)
    if bytes[first...].contains(where: Self.needsQuotes) {
      bytes.replaceSubrange(first..., with: Self.quotedIfNeeded(text).utf8)
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\n")
  }

  /// By scalars, since CR LF is one Character that equals neither.
  static func quotedIfNeeded(_ text: String) -> String {
    guard text.utf8.contains(where: needsQuotes) else { return text }
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
