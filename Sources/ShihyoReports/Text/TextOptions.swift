public import ShihyoModel

/// How text for people is laid out.
public struct TextOptions: Hashable, Sendable {
  public var language: Language
  public var ambiguousWidth: DisplayWidth.Ambiguous
  /// Columns of text are broken into lines so that a table is no wider than this; numbers and headings are never cut.
  public var tableWidth: Int
  /// A table that is still wider than this is cut into blocks of `tableWidth`: a page across, or the edge of the terminal.
  public var widestTable: Int
  /// Bold headings and dim notes. The caller decides: a terminal that wants colour, and no `--no-color`.
  public var usesColor: Bool
  /// A column 推移 of small bars in tables with three or more periods side by side.
  public var showsSparklines: Bool

  public init(
    language: Language, ambiguousWidth: DisplayWidth.Ambiguous = .narrow, tableWidth: Int = 110,
    widestTable: Int = 160, usesColor: Bool = false, showsSparklines: Bool = false
  ) {
    self.language = language
    self.ambiguousWidth = ambiguousWidth
    self.tableWidth = tableWidth
    self.widestTable = max(tableWidth, widestTable)
    self.usesColor = usesColor
    self.showsSparklines = showsSparklines
  }
}

/// The two ways of standing out. Each line is closed by itself, so a cut copy never leaves a terminal bold.
enum TextStyle {
  case strong, faint

  func apply(_ line: String, if usesColor: Bool) -> String {
    guard usesColor, !line.isEmpty else { return line }
    return switch self {
    case .strong: "\u{1B}[1m\(line)\u{1B}[0m"
    case .faint: "\u{1B}[2m\(line)\u{1B}[0m"
    }
  }
}
