public import ShihyoModel

/// A document as an Excel workbook: cover, contents, text, one table a sheet, charts, notes and the ledger.
///
/// - Numbers: real ones, rounded as printed, with a format that shows the same digits; more than 15 significant digits stand
///   as text, and 備考 says so.
/// - Safety: no formula is ever written, no cell is merged, nothing is cut.
/// - Same document, same bytes: no clock, no random names.
/// - Errors: `WorkbookRule` (73), before anything is written.
/// - Cost: O(cells) time and memory, and a temporary file.
public struct XLSXRenderer: Sendable {
  public var language: Language
  public init(language: Language) { self.language = language }

  /// - Parameter ledger: the figures of 数値根拠; none: no such sheet.
  public func render(_ document: ReportDocument, ledger: [Figure] = []) throws(Findings) -> [UInt8] {
    var sheets = WorkbookSheets(document, ledger: ledger, language: language)
    let workbook = sheets.workbook()
    try workbook.checkLimits()
    return try WorkbookFile.bytes(of: workbook)
  }
}
