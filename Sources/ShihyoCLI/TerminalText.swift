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
    if let columns { options.tableWidth = min(options.tableWidth, max(narrowest, columns)) }
    return options
  }

  private static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
