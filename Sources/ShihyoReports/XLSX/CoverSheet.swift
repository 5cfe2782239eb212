import ShihyoModel

/// 表紙: title, 資料番号, who made it, the notice, the sections with their 時点, and what became of each input.
struct CoverSheet {
  private let document: ReportDocument
  private let language: Language

  init(_ document: ReportDocument, language: Language) {
    self.document = document
    self.language = language
  }

  func sheet(named name: String, pageHead: PageHead) -> Sheet {
    let title = CellText.make(pageHead.center)
    // A long one wraps where there is room for it.
    var rows: [[SheetCell]] =
      SheetWidths.isTooLong(title, width: 96)
      ? [[.text(word("題名", "Title"), .strong), .text(title, .longTitle)]] : [[.text(title, .title)]]
    if !pageHead.left.isEmpty { rows.append([.text(CellText.make(pageHead.left), .strong)]) }
    rows.append([])
    let frame = document.frame
    add(word("資料番号", "Number"), [frame?.number], to: &rows)
    add(word("扱い", "Status"), [frame?.status], to: &rows)
    add(word("日付", "Date"), [frame?.date], to: &rows)
    add(word("作成", "Department"), [frame?.department], to: &rows)
    add(word("注意", "Notice"), [document.notice], to: &rows)
    add(
      word("構成と時点", "Sections"), document.blocks.map { if case .heading(1, let text) = $0 { text } else { nil } },
      to: &rows)
    add(
      word("使ったデータ", "Inputs"),
      document.inputs.map { input in
        let note = AccountingNote.note(for: input.accounting)
        return Bilingual(ja: "\(input.name)：\(note.ja)", en: "\(input.name): \(note.en)")
      }, to: &rows)
    add(word("出典等", "Sources"), frame?.closing ?? [], to: &rows)
    return Sheet(name: name, rows: rows, widths: [16, 80], pageHead: pageHead, showsGrid: false)
  }

  private func word(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  /// The label stands at the first line.
  private func add(_ label: String, _ lines: [Bilingual?], to rows: inout [[SheetCell]]) {
    for (index, line) in lines.compactMap({ $0 }).enumerated() {
      rows.append([index == 0 ? .text(label, .strong) : .blank, .text(CellText.make(line[language]))])
    }
  }
}
