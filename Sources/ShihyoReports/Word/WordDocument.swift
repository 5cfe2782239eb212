import ShihyoModel

/// A paper as pandoc's blocks, in the order of a city's paper: 【速報】 and 資料番号, title, department, content, notes, 出典 and
/// 問い合わせ先.
struct WordDocument {
  private let document: ReportDocument
  private let language: Language
  /// Headings so far, by level.
  private var counts = [0, 0, 0]
  /// The drawings that the blocks show, by name.
  private(set) var images: [(name: String, bytes: [UInt8])] = []

  init(_ document: ReportDocument, language: Language) {
    self.document = document
    self.language = language
  }

  /// - Parameter sectionEnd: what ends the section before an appendix, by the number of appendices before it; nil: the paper is
  ///   one section.
  mutating func blocks(sectionEnd: ((Int) -> String)?) -> [JSONValue] {
    var blocks = front
    var appendices = 0
    for block in document.blocks {
      if let sectionEnd, AppendixName.begins(with: block, language) {
        blocks.append(PandocNode.rawBlock(sectionEnd(appendices)))
        appendices += 1
      }
      blocks += self.blocks(block)
    }
    let frame = document.frame
    let footnotes = (frame?.footnotes ?? []).enumerated().map { index, note in
      TextCells.footnoteSign(index + 1, language) + " " + note[language]
    }
    blocks += Self.notes(document.completeNotes, language) + footnotes.map { Self.line($0, style: WordStyles.note) }
    blocks += (frame?.closing ?? []).map { Self.line($0[language], style: WordStyles.body) }
    return blocks
  }

  private var front: [JSONValue] {
    var blocks: [JSONValue] = []
    if let notice = document.notice {
      let text = PandocNode.text(TextRenderer.framed(notice[language], language))
      blocks.append(PandocNode.paragraph([PandocNode.strong([text])], style: WordStyles.body))
    }
    let frame = document.frame
    if frame?.status != nil || frame?.number != nil {
      let left = PandocNode.text(frame?.status?[language] ?? "")
      let right = frame?.number.map { PandocNode.text(" \($0[language]) ", style: WordStyles.numberBox) }
      blocks.append(
        PandocNode.paragraph([left, PandocNode.tab] + (right.map { [$0] } ?? []), style: WordStyles.number))
    }
    if let title = document.title { blocks.append(Self.line(title[language], style: WordStyles.title)) }
    if let date = frame?.date { blocks.append(Self.line(date[language], style: WordStyles.date)) }
    if let department = frame?.department {
      blocks.append(Self.line(department[language], style: WordStyles.department))
    }
    return blocks
  }

  private mutating func blocks(_ block: ReportDocument.Block) -> [JSONValue] {
    switch block {
    case .heading(let level, let text): return [heading(level, text[language])]
    case .paragraph(let inlines): return [Self.line(words(inlines), style: WordStyles.body)]
    case .list(let items):
      return items.map(words).map { Self.line($0, style: $0.hasPrefix("・") ? WordStyles.item : WordStyles.body) }
    case .table(let table): return WordTable(table, language: language).blocks
    case .chart(let chart):
      let word = WordChart(chart, number: images.count + 1, notice: document.notice, language: language)
      images.append((word.name, word.drawing.bytes))
      return word.blocks
    }
  }

  /// Where the heading's own number is the one that Word would give it, Word gives it: then a section that an editor puts in
  /// moves the numbers after it. Appendices and other headings keep their text.
  private mutating func heading(_ wanted: Int, _ text: String) -> JSONValue {
    let level = min(3, max(1, wanted))
    if let lead = WordNumbering.lead(level: level, count: counts[level - 1] + 1), text.hasPrefix(lead) {
      counts[level - 1] += 1
      for deeper in level..<counts.count { counts[deeper] = 0 }
      return PandocNode.heading(level, [PandocNode.text(String(text.dropFirst(lead.count)))])
    }
    let isAppendix = level == 1 && AppendixName.parts(of: text) != nil
    return Self.line(text, style: isAppendix ? WordStyles.appendix : WordStyles.unnumbered[level - 1])
  }

  private func words(_ inlines: [ReportDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text[language]
      case .figure(let figure): figure.text(language)
      }
    }.joined()
  }

  /// （注） before the first, the others under its text.
  static func notes(_ notes: [Bilingual], _ language: Language) -> [JSONValue] {
    MarkdownRenderer.notes(notes, language).enumerated().map { index, note in
      line(note, style: index == 0 ? WordStyles.note : WordStyles.furtherNote)
    }
  }

  static func line(_ text: String, style: String) -> JSONValue {
    PandocNode.paragraph([PandocNode.text(text)], style: style)
  }
}
