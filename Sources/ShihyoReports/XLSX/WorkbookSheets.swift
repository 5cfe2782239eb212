import ShihyoModel

/// Lays a document out as sheets: 表紙, 目次, 本文, a sheet per table and chart, 注記, 数値根拠. The answer of a single command
/// has no cover: its tables come first.
struct WorkbookSheets {
  private let document: ReportDocument
  private let ledger: [Figure]
  private let language: Language
  private let pageHead: PageHead
  private var names = SheetNames()

  /// A sheet of the document's content, with what stands about it in the contents and the notes.
  struct Part {
    var sheet: Sheet
    var title: String
    var table: ReportTable?
    /// Of a chart.
    var notes: [Bilingual] = []
  }

  init(_ document: ReportDocument, ledger: [Figure], language: Language) {
    self.document = document
    self.ledger = ledger
    self.language = language
    pageHead = PageHead(
      left: document.notice.map { TextRenderer.framed($0[language], language) } ?? "",
      center: document.title?[language] ?? "", right: document.frame?.number?[language] ?? "")
  }

  mutating func workbook() -> Workbook {
    let hasCover = document.frame != nil
    let fixed = (
      cover: names.name(word("表紙", "Cover")), contents: names.name(word("目次", "Contents")),
      body: names.name(word("本文", "Text")), notes: names.name(word("注記", "Notes")),
      ledger: names.name(word("数値根拠", "Figures"))
    )
    let parts = self.parts()
    let body = BodySheet(document, parts: parts.map(\.sheet.name), language: language)
    var after = [(sheet: notes(parts, named: fixed.notes), title: word("注、出典、端数処理", "Notes, sources, rounding"))]
    if !ledger.isEmpty {
      let sheet = LedgerSheet.sheet(
        of: ledger, named: fixed.ledger, language: language, notice: document.notice, pageHead: pageHead)
      after.append((sheet, word("数値根拠表：数値の分子・分母・定義・端数処理", "What each figure is made of")))
    }
    var content = parts.map { (sheet: $0.sheet, title: $0.title) }
    if body.hasSentences {
      content.insert(
        (body.sheet(named: fixed.body, pageHead: pageHead), word("文章", "Sentences")), at: hasCover ? 0 : parts.count)
    }
    var sheets = (content + after).map(\.sheet)
    if hasCover {
      let contents = ContentsSheet.sheet(content + after, named: fixed.contents, language: language, pageHead: pageHead)
      let cover = CoverSheet(document, language: language).sheet(named: fixed.cover, pageHead: pageHead)
      sheets = [cover, contents] + sheets
    }
    return Workbook(
      sheets: sheets, title: document.title.map { CellText.plain($0[language]) } ?? "",
      author: document.frame?.department.map { CellText.plain($0[language]) } ?? "",
      comment: document.notice.map { CellText.plain($0[language]) } ?? "")
  }

  private func word(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

  private mutating func parts() -> [Part] {
    var parts: [Part] = []
    var section = ""
    var tables = 0
    var charts = 0
    for block in document.blocks {
      switch block {
      case .heading(_, let text): section = Self.withoutNumber(text[language])
      case .paragraph, .list: break
      case .table(let table):
        tables += 1
        let title = table.title?[language] ?? section
        let name = names.name(word("表", "Table ") + String(tables), title)
        let sheet = TableSheet(table, language: language, notice: document.notice)
          .sheet(named: name, pageHead: pageHead)
        let isNamed = table.title != nil && !section.isEmpty
        parts.append(Part(sheet: sheet, title: isNamed ? section + " " + title : title, table: table))
      case .chart(let chart):
        charts += 1
        let name = names.name(word("図", "Chart ") + String(charts), chart.title[language])
        let drawn = ChartSheet(chart, language: language, notice: document.notice)
        let sheet = drawn.sheet(named: name, pageHead: pageHead)
        parts.append(Part(sheet: sheet, title: chart.title[language], notes: drawn.notes))
      }
    }
    return parts
  }

  /// `2 稼働率` → `稼働率`: the number would read as that of the sheet.
  private static func withoutNumber(_ heading: String) -> String {
    guard let space = heading.firstIndex(of: " ") else { return heading }
    let lead = heading[..<space]
    let isNumber = lead.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "()─".unicodeScalars.contains($0) }
    return isNumber ? String(heading[heading.index(after: space)...]) : heading
  }

  private func notes(_ parts: [Part], named name: String) -> Sheet {
    var notes = NotesSheet(language: language)
    for part in parts {
      notes.add(part.notes, about: part.sheet.name)
      guard let table = part.table else { continue }
      notes.add(table.footnotes, numbered: true, about: part.sheet.name)
      notes.add(table.completeNotes, about: part.sheet.name)
    }
    notes.add(document.frame?.footnotes ?? [], numbered: true)
    notes.add(document.completeNotes)
    notes.add(document.frame?.closing ?? [])
    notes.addOwn()
    return notes.sheet(named: name, notice: document.notice, pageHead: pageHead)
  }
}
