/// What libxlsxwriter and Excel hold of a text, cut at a character and with a sign before the library cuts it in the middle
/// of one, which spoils the whole file.
///
/// - Source: `LXW_MAX_ATTRIBUTE_LENGTH` and `LXW_FORMAT_FIELD_LEN` of the library; Microsoft, "Excel specifications and
///   limits", for titles and page heads.
enum LibraryLimits {
  /// Bytes of an attribute, such as the words for those who cannot see a chart.
  static let attributeBytes = 2_000
  /// Bytes of a number format, with the zero byte at its end.
  static let formatBytes = 127
  /// UTF-16 units of the title of a chart or an axis.
  static let titleUnits = 250

  static func attribute(_ text: String) -> String {
    cut(CellText.plain(text), to: attributeBytes) { String($0).utf8.count }
  }

  static func title(_ text: String) -> String { cut(CellText.plain(text), to: titleUnits) { $0.utf16.count } }

  /// - Parameter limit: of the whole, in what `length` counts; a text within it stays as it is.
  /// - Parameter kept: of the part before the sign; nil: as much as there is room for.
  static func cut(_ text: String, to limit: Int, keeping kept: Int? = nil, by length: (Character) -> Int) -> String {
    if text.reduce(0, { $0 + length($1) }) <= limit { return text }
    var room = kept ?? limit - length("…")
    var result = ""
    for character in text {
      room -= length(character)
      if room < 0 { break }
      result.append(character)
    }
    return result + "…"
  }
}
