/// Text of the data as Markdown that means exactly this text: nothing in it is markup, an address, a list or a formula.
///
/// - Dialects: pandoc's Markdown (with quotation marks, dashes and dots left as typed) and CommonMark with GitHub's tables.
/// - Safety: control characters are made visible first (`VisibleText`), so a text is one line.
/// - Cost: O(length).
enum MarkdownText {
  /// - Parameter startsLine: whether a list, a heading or a table could begin where the text stands.
  static func escaped(_ text: String, startsLine: Bool = false) -> String {
    let visible = VisibleText.make(text)
    let scalars = Array(visible.unicodeScalars)
    var result = ""
    var start = 0
    if startsLine {
      start = scalars.prefix { $0 == " " }.count
      if let marker = lineStart(scalars[start...]) {
        for scalar in scalars[start..<marker] { result.unicodeScalars.append(scalar) }
        result += "\\"
        result.unicodeScalars.append(scalars[marker])
        start = marker + 1
      }
    }
    for index in start..<scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let before = index > 0 ? scalars[index - 1] : nil
      if isSpecial(scalar, before: before, next: next) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isSpecial(_ scalar: Unicode.Scalar, before: Unicode.Scalar?, next: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "^", "$", "@", "&", "\"", "'": true
    // Dashes and an ellipsis come of repeated signs only.
    case "-", ".": before == scalar || next == scalar || (scalar == "." && (before == "w" || before == "W"))
    // Addresses and emoji.
    case ":": next != " " && next != nil && (next?.isASCII ?? false)
    default: false
    }
  }

  /// Where the sign stands that would begin a list, a table, a title or a rule at the start of a line.
  private static func lineStart(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = scalars.first else { return nil }
    switch first {
    case "-", "+", "=", ":", "%", "(": return scalars.startIndex
    default: break
    }
    // 1. a) iv.
    let word = scalars.prefix { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    guard !word.isEmpty, word.endIndex < scalars.endIndex, [".", ")"].contains(scalars[word.endIndex]) else {
      return nil
    }
    return word.endIndex
  }
}
