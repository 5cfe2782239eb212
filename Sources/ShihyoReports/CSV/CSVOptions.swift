public import ShihyoModel

/// The dialect of CSV output.
public struct CSVOptions: Hashable, Sendable {
  public enum LineEnd: String, Hashable, Sendable {
    case lineFeed = "\n"
    case carriageReturnLineFeed = "\r\n"
  }

  public var hasByteOrderMark: Bool
  public var lineEnd: LineEnd
  /// Labels of people (令和7年度第2四半期, 29歳以下) in this language; nil: machine names and spellings.
  public var labels: Language?
  /// Keeps a spreadsheet from running a text as a formula; numbers are never touched.
  public var guardsFormulas: Bool

  public init(
    hasByteOrderMark: Bool = false, lineEnd: LineEnd = .lineFeed, labels: Language? = nil, guardsFormulas: Bool = false
  ) {
    self.hasByteOrderMark = hasByteOrderMark
    self.lineEnd = lineEnd
    self.labels = labels
    self.guardsFormulas = guardsFormulas
  }

  /// For programs: UTF-8 without a byte order mark, line feeds, names and spellings that never change.
  public static let machine = CSVOptions()

  /// For a double click in a Japanese office: byte order mark, CRLF, labels, formula guard.
  public static func excel(_ language: Language) -> CSVOptions {
    CSVOptions(hasByteOrderMark: true, lineEnd: .carriageReturnLineFeed, labels: language, guardsFormulas: true)
  }
}
