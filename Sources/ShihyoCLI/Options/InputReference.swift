import Shihyo

/// A column of another table, as options name it: `人口.csv:人口`, `population/2025:people`.
struct InputReference {
  let input: String
  let column: String

  /// - Errors: `command.bad-reference`.
  init(_ text: String) throws(Findings) {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      text.index(after: colon) != text.endIndex
    else { throw Findings([Finding(CommandRule.badReference, text: text)], kind: .usage) }
    input = String(text[..<colon])
    column = try Expressions.columnName(String(text[text.index(after: colon)...]))
  }

  /// The table, read as it describes itself: flags of the command are those of its INPUT.
  func open(reading: ReadingFlags) throws(Findings) -> Dataset {
    try SearchFolders.datasets(option: reading.datasets).resolve(input).dataset
  }
}
