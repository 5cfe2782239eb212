import ShihyoModel

/// A document as plain text for a terminal, a mail or a text editor.
///
/// - Shape: blocks one blank line apart; tables in columns of a fixed-width font; ends with one line feed.
/// - Numbers: rounded to `textDigits`, grouped by thousands, △ for negatives in Japanese; signs are explained below.
/// - Safety: no control character of the data comes through.
/// - Cost: O(cells).
public struct TextRenderer: Hashable, Sendable {
  public var options: TextOptions
  public init(_ options: TextOptions) { self.options = options }

  public func render(_ document: ReportDocument) -> String {
    var parts: [[String]] = []
    if let notice = document.notice { parts.append(strong(Self.framed(notice[options.language], options.language))) }
    let frame = document.frame.map { TextFrame($0, options: options) }
    if let frame { parts.append(frame.head) }
    if let title = document.title { parts.append(strong(title[options.language])) }
    if let frame { parts.append(frame.department) }
    for block in document.blocks {
      switch block {
      case .heading(_, let heading): parts.append(strong(heading[options.language]))
      case .paragraph(let inlines): parts.append(lines(inlines, ofPaper: frame != nil))
      case .list(let items): parts.append(items.flatMap { lines($0, ofPaper: frame != nil) })
      case .table(let table): parts.append(TextTable(table, options: options).lines)
      case .chart: break  // a terminal cannot draw; the table beside it has the figures
      }
    }
    parts.append(TextNotes.lines(document.completeNotes, options: options) + (frame?.footnotes ?? []))
    if let frame { parts.append(frame.closing) }
    return parts.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  /// A sentence of a paper is as wide as a table may be; its further lines stand under its text, after the point of a list. The
  /// findings of a check stay whole, so that they can be searched.
  private func lines(_ inlines: [ReportDocument.Inline], ofPaper: Bool) -> [String] {
    let text = VisibleText.make(inlines.map(text).joined())
    guard ofPaper else { return [text] }
    let indent = text.hasPrefix("・") ? "　" : ""
    let breaking = LineBreaking(measure: DisplayWidth(ambiguous: options.ambiguousWidth))
    let lines = breaking.lines(text, width: options.tableWidth - 2 * indent.count)
    return lines.enumerated().map { $0.offset == 0 ? $0.element : indent + $0.element }
  }

  /// 【架空データ】
  static func framed(_ notice: String, _ language: Language) -> String {
    language == .ja ? "【" + notice + "】" : "[" + notice + "]"
  }

  private func strong(_ text: String) -> [String] {
    TextLines.wrapped(VisibleText.make(text), options: options).map {
      TextStyle.strong.apply($0, if: options.usesColor)
    }
  }

  private func text(_ inline: ReportDocument.Inline) -> String {
    switch inline {
    case .text(let text): text[options.language]
    case .figure(let figure): figure.text(options.language)
    }
  }
}
