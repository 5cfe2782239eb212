/// Text of the data for a cell: what cannot be seen or would change the line is made visible (`VisibleText`), and what a
/// workbook cannot hold, or would read as something else, is spelled so that it shows as it is.
///
/// - U+FFFE and U+FFFF are forbidden in XML 1.0 and become their number.
/// - `_x0041_` would be read as the letter A: its first underline is written `_x005F_`, as ECMA-376 asks.
enum CellText {
  static func make(_ text: String) -> String {
    let visible = VisibleText.make(text)
    guard visible.unicodeScalars.contains(where: { $0 == "_" || $0.value >= 0xFFFE }) else { return visible }
    var result = ""
    var rest = visible.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar.value & 0xFFFE == 0xFFFE {
        result += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
      } else if scalar == "_", startsEscape(rest) {
        result += "_x005F_"
      } else {
        result.unicodeScalars.append(scalar)
      }
      rest.removeFirst()
    }
    return result
  }

  /// `_x`, four hexadecimal digits, `_`.
  private static func startsEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    let start = Array(text.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }

  /// For the head or foot of a page, where `&` begins a code, and all three parts share 255 characters.
  static func inPageHead(_ text: String, limit: Int = 70) -> String {
    let visible = VisibleText.make(text)
    let short = visible.unicodeScalars.count > limit ? String(visible.prefix(limit / 2)) + "…" : visible
    return short.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
