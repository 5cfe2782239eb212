import ShihyoModel

/// 本文: headings and sentences, and where the tables stand.
struct BodySheet {
  private let document: ReportDocument
  /// Sheets of tables and charts, in their order.
  private let parts: [String]
  private let language: Language

  init(_ document: ReportDocument, parts: [String], language: Language) {
    self.document = document
    self.parts = parts
    self.language = language
  }

  var hasSentences: Bool {
    document.blocks.contains {
      switch $0 {
      case .paragraph, .list, .heading: true
      case .table, .chart: false
      }
    }
  }

  func sheet(named name: String, pageHead: PageHead) -> Sheet {
    var rows: [[SheetCell]] = []
    if !pageHead.left.isEmpty { rows.append([.text(CellText.make(pageHead.left), .strong)]) }
    let title = CellText.make(pageHead.center)
    if !title.isEmpty { rows.append([.text(title, SheetWidths.isTooLong(title, width: 72) ? .longTitle : .title)]) }
    var rest = parts[...]
    for block in document.blocks {
      switch block {
      case .heading(_, let text):
        rows.append([])
        rows.append([.text(CellText.make(text[language]), .strong)])
      case .paragraph(let inlines): rows.append([.text(words(inlines))])
      case .list(let items): rows += items.map { [.text(words($0))] }
      case .table, .chart: if let name = rest.popFirst() { rows.append([.link("→ " + name, sheet: name)]) }
      }
    }
    return Sheet(name: name, rows: rows, widths: [72], pageHead: pageHead, showsGrid: false)
  }

  private func words(_ inlines: [ReportDocument.Inline]) -> String {
    CellText.make(
      inlines.map { inline in
        switch inline {
        case .text(let text): text[language]
        case .figure(let figure): figure.text(language)
        }
      }.joined())
  }
}
