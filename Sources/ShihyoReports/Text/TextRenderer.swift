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
    var sink = ByteSink()
    render(document, to: &sink)
    return String(decoding: sink.pending, as: UTF8.self)
  }

  /// Writes the same to a sink, a line at a time.
  public func render(_ document: ReportDocument, to sink: inout ByteSink) {
    var isFirst = true
    func part(_ lines: ((String) -> Void) -> Void) {
      var isEmpty = true
      lines { line in
        // Parts stand one blank line apart; one without lines is none.
        if isEmpty, !isFirst { sink.append("\n") }
        (isEmpty, isFirst) = (false, false)
        sink.append(line)
        sink.append("\n")
      }
    }
    func part(_ lines: [String]) { part { print in lines.forEach(print) } }
    if let notice = document.notice { part(strong(Self.framed(notice[options.language], options.language))) }
    let frame = document.frame.map { TextFrame($0, options: options) }
    if let frame { part(frame.head) }
    if let title = document.title { part(strong(title[options.language])) }
    if let frame { part(frame.senders) }
    for block in document.blocks {
      switch block {
      case .heading(_, let heading): part(strong(heading[options.language]))
      case .paragraph(let inlines): part(lines(inlines, ofPaper: frame != nil))
      case .list(let items): part(items.flatMap { lines($0, ofPaper: frame != nil) })
      case .table(let table): part(TextTable(table, options: options).forEachLine)
      case .chart: break  // a terminal cannot draw; the table beside it has the figures
      }
    }
    part(TextNotes.lines(document.completeNotes, options: options) + (frame?.footnotes ?? []))
    if let frame { part(frame.closing) }
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
