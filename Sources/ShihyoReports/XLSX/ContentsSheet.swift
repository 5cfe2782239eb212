import ShihyoModel

/// 目次: every sheet that follows, as a link.
enum ContentsSheet {
  static func sheet(
    _ parts: [(sheet: Sheet, title: String)], named name: String, language: Language, pageHead: PageHead
  ) -> Sheet {
    let header = language == .ja ? ["シート", "内容"] : ["Sheet", "Content"]
    var rows: [[SheetCell]] = [header.map { .text($0, .header) }]
    for part in parts {
      rows.append([.link(part.sheet.name, sheet: part.sheet.name), .text(CellText.make(part.title))])
    }
    if !pageHead.left.isEmpty { rows.append([.text(CellText.make(pageHead.left), .strong)]) }
    return Sheet(
      name: name, rows: rows, widths: SheetWidths.of(rows, headerRows: 1), headerRows: 1, pageHead: pageHead)
  }
}
