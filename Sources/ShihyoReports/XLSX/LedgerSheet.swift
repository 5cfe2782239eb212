import ShihyoModel

/// 数値根拠: the ledger as a sheet, a figure a row, with the digits of `figures.csv`.
enum LedgerSheet {
  static func sheet(
    of figures: [Figure], named name: String, language: Language, notice: Bilingual?, pageHead: PageHead
  ) -> Sheet {
    let header = headings(language) + (notice == nil ? [] : [language == .ja ? "注意" : "Notice"])
    var rows: [[SheetCell]] = [header.map { .text($0, .header) }]
    var shown: [[Int]] = []
    for figure in figures {
      var cells: [SheetCell] = [
        text(figure.id?.spelling ?? ""), figure.isNumber ? number(figure.printed) : text(figure.printed),
        text(figure.unit ?? "", .beside), number(figure.numerator?.description ?? ""),
        number(figure.denominator?.description ?? ""), number(figure.n.map(String.init) ?? ""),
        text(figure.definition?[language] ?? "", .beside), text(LedgerCSV.rounding(figure)),
        text(figure.markSpellings.joined(separator: ";")),
      ]
      if let notice { cells.append(text(notice[language])) }
      rows.append(cells)
      shown.append(cells.map { if case .number(let digits, _) = $0 { digits.utf8.count } else { 0 } })
    }
    return Sheet(
      name: name, rows: rows, widths: SheetWidths.of(rows, headerRows: 1, shown: shown, widest: 44), headerRows: 1,
      keyColumns: 1,
      pageHead: pageHead)
  }

  private static func headings(_ language: Language) -> [String] {
    language == .ja
      ? ["数値の番号", "表示", "単位", "分子", "分母", "件数(n)", "定義", "端数処理", "印"]
      : ["id", "printed", "unit", "numerator", "denominator", "n", "definition", "rounding", "marks"]
  }

  private static func text(_ text: String, _ style: CellStyle = CellStyle()) -> SheetCell {
    text.isEmpty ? .blank : .text(CellText.make(text), style)
  }

  private static func number(_ digits: String) -> SheetCell {
    guard !digits.isEmpty else { return .blank }
    guard NumberLook.holds(digits) else { return .text(digits, CellStyle(side: .right)) }
    return .number(digits, CellStyle(numberFormat: NumberLook.neutralFormat(digits)))
  }
}
