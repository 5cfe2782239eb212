import Glibc
import Shihyo

/// How text is laid out where it is going: as wide as the terminal, with its colours, or as a file holds it.
enum TerminalText {
  /// Narrower, every table would be a column of single words.
  private static let narrowest = 60

  static func options(
    _ language: Language, ambiguousWidth: DisplayWidth.Ambiguous = .narrow, toStandardOutput: Bool, noColor: Bool
  ) -> TextOptions {
    var options = TextOptions(language: language, ambiguousWidth: ambiguousWidth)
    guard toStandardOutput, isatty(STDOUT_FILENO) == 1 else { return options }
    options.usesColor = !noColor && getenv("NO_COLOR") == nil
    if let columns {
      options.tableWidth = min(options.tableWidth, max(narrowest, columns))
      options.widestTable = max(narrowest, columns)
    }
    return options
  }

  /// A file holds data as they are; on a terminal nothing of them may move the cursor or reverse the direction.
  static func visible(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { part in
        VisibleText.make(String(part.filter { $0 != "\r" && $0 != "\u{FEFF}" }))
      }.joined(separator: "\t")
    }
    return Array(shown.joined(separator: "\n").utf8)
  }

  private static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
