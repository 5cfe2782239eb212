import CXlsxwriter
import ShihyoModel

/// Writes one sheet: cells, widths, what stays in sight, and how it is printed on A4.
struct SheetWriter {
  let sheet: Sheet
  let worksheet: UnsafeMutablePointer<lxw_worksheet>

  func write(_ formats: inout WorkbookFormats) throws(LibraryError) {
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try write(cell, UInt32(row), UInt16(column), &formats)
      }
    }
    worksheet_set_default_row(worksheet, SheetWidths.line, 0)
    for (row, cells) in sheet.rows.enumerated() {
      guard let height = SheetWidths.height(of: cells, widths: sheet.widths) else { continue }
      try LibraryError.check(worksheet_set_row(worksheet, UInt32(row), height, nil))
    }
    for (column, width) in sheet.widths.enumerated() {
      try LibraryError.check(worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil))
    }
    if sheet.headerRows > 0 {
      worksheet_freeze_panes(worksheet, UInt32(sheet.headerRows), UInt16(sheet.keyColumns))
    }
    if !sheet.showsGrid { worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    try silenceNumberWarnings()
    try setPrinting()
  }

  private func write(
    _ cell: SheetCell, _ row: UInt32, _ column: UInt16, _ formats: inout WorkbookFormats
  ) throws(LibraryError) {
    switch cell {
    case .blank: break
    case .text(let text, let style):
      try LibraryError.check(worksheet_write_string(worksheet, row, column, text, try formats.format(style)))
    case .number(let digits, let style):
      guard let number = Double(digits) else { throw LibraryError(LXW_ERROR_PARAMETER_VALIDATION) }
      try LibraryError.check(worksheet_write_number(worksheet, row, column, number, try formats.format(style)))
    case .link(let text, let target):
      let format = try formats.format(.link)
      let address = "internal:'" + target + "'!A1"
      try LibraryError.check(worksheet_write_url_opt(worksheet, row, column, address, format, text, nil))
    }
  }

  /// Labels such as 3 are text on purpose; a green triangle in each would say that something is wrong.
  private func silenceNumberWarnings() throws(LibraryError) {
    guard let columns = sheet.rows.map(\.count).max(), columns > 0 else { return }
    let range = "A1:" + Place.Column.spreadsheetLetters(columns) + String(sheet.rows.count)
    try LibraryError.check(
      worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range))
  }

  private func setPrinting() throws(LibraryError) {
    worksheet_set_paper(worksheet, 9)  // A4
    if sheet.isLandscape { worksheet_set_landscape(worksheet) }
    worksheet_set_margins(worksheet, 0.6, 0.6, 0.9, 0.8)
    // A chart is not torn apart by the end of a page.
    let pagesDown: UInt16 = sheet.chart != nil && sheet.rows.count <= 40 ? 1 : 0
    worksheet_fit_to_pages(worksheet, UInt16(min(sheet.pagesAcross, 100)), pagesDown)
    if sheet.headerRows > 0 {
      try LibraryError.check(worksheet_repeat_rows(worksheet, 0, UInt32(sheet.headerRows - 1)))
    }
    if sheet.pagesAcross > 1, sheet.keyColumns > 0 {
      try LibraryError.check(worksheet_repeat_columns(worksheet, 0, UInt16(sheet.keyColumns - 1)))
    }
    let head = sheet.pageHead
    let parts = [("&L", head.left), ("&C", head.center), ("&R", head.right)].filter { !$0.1.isEmpty }
    let line = parts.map { $0.0 + CellText.inPageHead($0.1) }.joined()
    if !line.isEmpty { try LibraryError.check(worksheet_set_header(worksheet, line)) }
    try LibraryError.check(worksheet_set_footer(worksheet, "&L&A&R&P / &N"))
  }
}
