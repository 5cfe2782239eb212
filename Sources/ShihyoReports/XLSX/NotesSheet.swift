import ShihyoModel

/// 注記: all notes of the paper, each with what it is about.
struct NotesSheet {
  private let language: Language
  private var rows: [[String]] = []

  init(language: Language) { self.language = language }

  /// - Parameter sheet: nil: the whole paper.
  mutating func add(_ notes: [Bilingual], numbered: Bool = false, about sheet: String? = nil) {
    let whole = language == .ja ? "全体" : "all"
    let plain = language == .ja ? "（注）" : "Note"
    for (index, note) in notes.enumerated() {
      let sign = numbered ? TextCells.footnoteSign(index + 1, language) : plain
      rows.append([sheet ?? whole, sign, note[language]])
    }
  }

  /// What is said of every workbook.
  mutating func addOwn() {
    add([
      Bilingual(
        ja: "セルの数値は、紙に印刷する桁に端数処理した後の値（△は負の値で、セルの中では「-」）。端数処理前の分子・分母は数値根拠表にある。",
        en: "A cell holds the number as printed, rounded; numerators and denominators stand in the ledger."),
      Bilingual(
        ja: "「…」などの記号は値のない理由を示す文字で、0ではない。",
        en: "Signs such as … are text that says why there is no value; they are not 0."),
    ])
  }

  func sheet(named name: String, notice: Bilingual?, pageHead: PageHead) -> Sheet {
    let header = language == .ja ? ["対象", "種別", "内容"] : ["About", "Kind", "Note"]
    var cells: [[SheetCell]] = [header.map { .text($0, .header) }]
    if let notice { cells.append([notice[language], "", notice[language]].map { .text(CellText.make($0)) }) }
    cells += rows.map { row in row.map { .text(CellText.make($0)) } }
    return Sheet(
      name: name, rows: cells, widths: SheetWidths.of(cells, headerRows: 1, widest: 80), headerRows: 1,
      pageHead: pageHead)
  }
}
