import ShihyoDefinitions
public import ShihyoModel

/// A document as one page of HTML that needs nothing else: no script, no font, no image from outside.
///
/// - Shape: the paper as it is handed out (資料番号 at the top right, the title, its sections with tables and charts, notes, 出典,
///   問い合わせ先), then 算出根拠, the basis of every figure. It prints on A4 with repeated headings and page numbers; a notice
///   stands at the head of every printed page, with the title and on every chart.
/// - Numbers: as in text; each has its machine spelling (`value`), its id (`data-figure`) and its basis on hover.
/// - Reading: language, landmarks, captions, scopes, descriptions of charts; contrast of 4.5 and more in light and dark; a
///   table wider than a phone scrolls in its own box.
/// - Safety: all text is escaped (`MarkupText`); a policy in the page forbids scripts and outside resources as well.
/// - Cost: O(cells).
public struct HTMLRenderer: Hashable, Sendable {
  public var language: Language
  public init(language: Language) { self.language = language }

  public func render(_ document: ReportDocument) -> String {
    let title = title(of: document)
    let style = HTMLStyle(
      notice: document.notice.map(framed), number: document.frame?.number?[language],
      appendices: AppendixName.all(in: document, language),
      keepsBasisOffPaper: document.frame?.basis == .screen)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">", "<title>\(MarkupText.escaped(title))</title>",
      "<style>", style.css, "</style>", "</head>", "<body>",
    ]
    lines += header(document, title: title)
    lines.append("<main>")
    lines += HTMLSections(document, title: title, language: language).lines
    lines += closing(document)
    lines += HTMLBasis(document, language: language).lines
    return (lines + ["</main>", "</body>", "</html>"]).joined(separator: "\n") + "\n"
  }

  /// Every page has a heading: that of the document, else of its first table.
  private func title(of document: ReportDocument) -> String {
    let words = document.title ?? document.tables.lazy.compactMap(\.title).first
    return (words ?? Bilingual(ja: "集計結果", en: "Results"))[language]
  }

  private func framed(_ notice: Bilingual) -> String { language == .ja ? "【\(notice.ja)】" : "[\(notice.en)]" }

  private func header(_ document: ReportDocument, title: String) -> [String] {
    var lines = ["<header>"]
    if let notice = document.notice {
      lines.append("<p class=\"notice\">\(MarkupText.escaped(framed(notice)))</p>")
    }
    let frame = document.frame
    let status = frame?.status.map { "<span>\(MarkupText.escaped($0[language]))</span>" }
    let number = frame?.number.map { "<span class=\"number\">\(MarkupText.escaped($0[language]))</span>" }
    if status != nil || number != nil { lines.append("<p class=\"head\">\(status ?? "")\(number ?? "")</p>") }
    lines.append("<h1>\(HTMLWords.heading(title))</h1>")
    for sender in frame?.senders ?? [] {
      lines.append("<p class=\"department\">\(MarkupText.escaped(sender[language]))</p>")
    }
    return lines + ["</header>"]
  }

  /// Notes of the whole, 出典 and 問い合わせ先: the end of the paper, before its appendix.
  private func closing(_ document: ReportDocument) -> [String] {
    let footnotes = (document.frame?.footnotes ?? []).enumerated().map { index, note in
      TextCells.footnoteSign(index + 1, language) + " " + note[language]
    }
    let notes = Self.notes(MarkdownRenderer.notes(document.completeNotes, language) + footnotes)
    let closing = (document.frame?.closing ?? []).map { "<li>\(MarkupText.escaped($0[language]))</li>" }
    guard !notes.isEmpty || !closing.isEmpty else { return [] }
    // It goes on where the last appendix ends.
    let page = AppendixName.last(of: document, language).map { " style=\"page:appendix-\($0)\"" } ?? ""
    return ["<div class=\"closing\"\(page)>"] + notes
      + (closing.isEmpty ? [] : ["<ul class=\"lines\">"] + closing + ["</ul>"])
      + ["</div>"]
  }

  static func notes(_ notes: [String]) -> [String] {
    guard !notes.isEmpty else { return [] }
    return ["<ul class=\"notes\">"] + notes.map { "<li>\(MarkupText.escaped($0))</li>" } + ["</ul>"]
  }
}
