/// One sheet of a workbook as data: rows from A1, and how the sheet is shown and printed. What it holds is decided before
/// any file is made, so that limits are checked and tests read it without opening a workbook.
struct Sheet: Hashable, Sendable {
  /// Unique in the workbook; see `SheetNames`.
  var name: String
  var rows: [[SheetCell]]
  /// Of the columns, in characters of the default font.
  var widths: [Double]
  /// Repeated on every printed page and kept in sight.
  var headerRows = 0
  /// Likewise, at the left.
  var keyColumns = 0
  /// Left, middle and right of the head of each printed page.
  var pageHead = PageHead()
  /// Below the rows.
  var chart: SheetChart?
  /// Lines between cells on the screen: for data, not for pages of text.
  var showsGrid = true

  /// More than a portrait page holds at a readable size.
  var isLandscape: Bool { widths.reduce(0, +) > 95 }
  /// Beyond what one landscape page holds, columns go on beside it instead of shrinking out of sight.
  var pagesAcross: Int { max(1, Int((widths.reduce(0, +) / 230).rounded(.up))) }
}

struct PageHead: Hashable, Sendable {
  var left = ""
  var center = ""
  var right = ""
}

/// A cell. Texts are never taken for formulas: only `text` makes them, and it writes strings.
enum SheetCell: Hashable, Sendable {
  case blank
  case text(String, CellStyle)
  /// Digits as `Figure.printed` spells them, at most 15 of them significant.
  case number(String, CellStyle)
  /// To A1 of another sheet of the workbook.
  case link(String, sheet: String)

  static func text(_ text: String) -> SheetCell { .text(text, CellStyle()) }
}

/// How a cell looks; cells of one look share one format of the workbook.
struct CellStyle: Hashable, Sendable {
  enum Side: Hashable, Sendable { case natural, right }
  /// A title runs on over the empty cells beside it; a long one wraps in its own.
  enum Role: Hashable, Sendable { case body, header, title, longTitle, strong, link }

  var role = Role.body
  var side = Side.natural
  /// Keeps a text apart from the number at its left.
  var isIndented = false
  /// A line above, as before a total.
  var isTotal = false
  /// `#,##0.0`; nil: general.
  var numberFormat: String?

  static let beside = CellStyle(isIndented: true)
  static let header = CellStyle(role: .header)
  static let title = CellStyle(role: .title)
  static let longTitle = CellStyle(role: .longTitle)
  static let strong = CellStyle(role: .strong)
  static let link = CellStyle(role: .link)
}
