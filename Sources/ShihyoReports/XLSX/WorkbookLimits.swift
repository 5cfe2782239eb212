import ShihyoModel

/// What Excel holds, checked before a file is made.
///
/// - Source: Microsoft, "Excel specifications and limits".
extension Workbook {
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
  /// UTF-16 units of a cell.
  static let textLimit = 32_767
  static let linkLimit = 65_530

  /// - Errors: `WorkbookRule`, all sheets at once, the first cell of each.
  func checkLimits() throws(Findings) {
    var findings: [Finding] = []
    for sheet in sheets {
      let columns = sheet.rows.map(\.count).max() ?? 0
      if sheet.rows.count > Self.rowLimit {
        findings.append(Finding(WorkbookRule.tooManyRows(sheet: sheet.name, rows: sheet.rows.count)))
      }
      if columns > Self.columnLimit {
        findings.append(Finding(WorkbookRule.tooManyColumns(sheet: sheet.name, columns: columns)))
      }
      if let finding = sheet.longText { findings.append(Finding(finding)) }
    }
    let links = sheets.lazy.flatMap(\.rows).flatMap { $0 }.count { if case .link = $0 { true } else { false } }
    if links > Self.linkLimit { findings.append(Finding(WorkbookRule.tooManyLinks(links))) }
    if !findings.isEmpty { throw Findings(findings, kind: .cannotCreate) }
  }
}

extension Sheet {
  fileprivate var longText: WorkbookRule? {
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard case .text(let text, _) = cell, text.utf8.count > Workbook.textLimit else { continue }
        let length = text.utf16.count
        guard length > Workbook.textLimit else { continue }
        let place = Place.Column.spreadsheetLetters(column + 1) + String(row + 1)
        return .textTooLong(sheet: name, cell: place, length: length)
      }
    }
    return nil
  }
}
