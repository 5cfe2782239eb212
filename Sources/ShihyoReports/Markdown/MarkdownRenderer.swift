public import ShihyoModel

/// A document as Markdown, for a wiki, a repository or pandoc.
///
/// - Shape: the title is a heading of level 1, sections of level 2; tables are pipe tables with a caption line, which pandoc
///   reads as the caption; no front matter. Charts are left out: their figures stand in the tables.
/// - Numbers: as in text.
/// - Safety: all text is escaped (`MarkdownText`); no HTML comes through.
/// - Cost: O(cells).
public struct MarkdownRenderer: Hashable, Sendable {
  public var language: Language
  public init(language: Language) { self.language = language }

  public func render(_ document: ReportDocument) -> String {
    var blocks: [String] = []
    let frame = document.frame
    if let notice = document.notice {
      let text = language == .ja ? "【\(notice.ja)】" : "[\(notice.en)]"
      blocks.append("**" + MarkdownText.escaped(text) + "**")
    }
    let head = [frame?.status, frame?.number].compactMap { $0?[language] }
    if !head.isEmpty { blocks.append(Self.lines([head.joined(separator: "　")])) }
    if let title = document.title { blocks.append("# " + MarkdownText.escaped(title[language])) }
    if let senders = frame?.senders, !senders.isEmpty { blocks.append(Self.lines(senders.map { $0[language] })) }
    for block in document.blocks { blocks += self.blocks(block) }
    let footnotes = (frame?.footnotes ?? []).enumerated().map { index, note in
      TextCells.footnoteSign(index + 1, language) + " " + note[language]
    }
    let notes = Self.notes(document.completeNotes, language) + footnotes
    if !notes.isEmpty { blocks.append(Self.lines(notes)) }
    if let closing = frame?.closing, !closing.isEmpty { blocks.append(Self.lines(closing.map { $0[language] })) }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func blocks(_ block: ReportDocument.Block) -> [String] {
    switch block {
    case .heading(let level, let text):
      [String(repeating: "#", count: min(6, max(1, level) + 1)) + " " + MarkdownText.escaped(text[language])]
    case .paragraph(let inlines): [Self.lines([words(inlines)])]
    case .list(let items): [Self.lines(items.map(words))]
    case .table(let table): MarkdownTable(table, language: language).blocks
    case .chart: []
    }
  }

  private func words(_ inlines: [ReportDocument.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text[language]
      case .figure(let figure): figure.text(language)
      }
    }.joined()
  }

  /// Lines of one paragraph, each on a line of its own.
  static func lines(_ lines: [String]) -> String {
    lines.filter { !$0.isEmpty }.map { MarkdownText.escaped($0, startsLine: true) }.joined(separator: "\\\n")
  }

  /// （注） before the first.
  static func notes(_ notes: [Bilingual], _ language: Language) -> [String] {
    notes.enumerated().map { index, note in
      (index == 0 ? (language == .ja ? "（注）" : "Note: ") : "") + note[language]
    }
  }
}
