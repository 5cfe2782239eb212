/// Text of the data for a cell: what cannot be seen or would change the line is made visible (`VisibleText`), and what a
/// workbook cannot hold, or would read as something else, is spelled so that it shows as it is.
///
/// - U+FFFE and U+FFFF are forbidden in XML 1.0 and become their number.
/// - `_x0041_` would be read as the letter A: its first underline is written `_x005F_`, as ECMA-376 asks.
enum CellText {
  static func make(_ text: String) -> String {
    let plain = plain(text)
    guard plain.unicodeScalars.contains("_") else { return plain }
    var result = ""
    var rest = plain.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "_", startsEscape(rest) {
        result += "_x005F_"
      } else {
        result.unicodeScalars.append(scalar)
      }
      rest.removeFirst()
    }
    return result
  }

  /// The same for what is no cell: there `_x0041_` is no escape.
  static func plain(_ text: String) -> String {
    let visible = VisibleText.make(text)
    guard visible.unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) else { return visible }
    return visible.unicodeScalars.map { scalar in
      guard scalar.value & 0xFFFE == 0xFFFE else { return String(scalar) }
      return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }.joined()
  }

  /// `_x`, four hexadecimal digits, `_`.
  private static func startsEscape(_ text: Substring.UnicodeScalarView) -> Bool {
    let start = Array(text.prefix(7))
    return start.count == 7 && start[1] == "x" && start[6] == "_"
      && start[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }

  /// For the head or foot of a page, where `&` begins a code, and all three parts share 255 UTF-16 units.
  static func inPageHead(_ text: String, limit: Int = 70) -> String {
    let short = LibraryLimits.cut(plain(text), to: limit, keeping: limit / 2) { character in
      character.utf16.count + (character == "&" ? 1 : 0)
    }
    return short.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
