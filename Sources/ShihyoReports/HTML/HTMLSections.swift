import ShihyoModel

/// The blocks of a document, each under its heading as a section.
struct HTMLSections {
  private let document: ReportDocument
  private let language: Language
  /// Names tables that stand before every heading.
  private let title: String

  init(_ document: ReportDocument, title: String, language: Language) {
    self.document = document
    self.title = title
    self.language = language
  }

  var lines: [String] {
    var lines: [String] = []
    var heading = title
    var (sections, charts, appendices) = (0, 0, 0)
    var isOpen = false
    for block in document.blocks {
      switch block {
      case .heading(let level, let text):
        let words = HTMLWords.heading(text[language])
        heading = text[language]
        guard level <= 1 else {
          lines.append("<h\(min(6, level + 1))>\(words)</h\(min(6, level + 1))>")
          continue
        }
        if isOpen { lines.append("</section>") }
        sections += 1
        isOpen = true
        var attributes = ""
        if let appendix = AppendixName.parts(of: text[language]) {
          attributes = " class=\"appendix\""
          if !appendix.name.isEmpty {
            appendices += 1
            attributes += " style=\"page:appendix-\(appendices)\""
          }
        }
        lines.append("<section\(attributes) aria-labelledby=\"section-\(sections)\">")
        lines.append("<h2 id=\"section-\(sections)\">\(words)</h2>")
      case .paragraph(let inlines): lines.append("<p>\(HTMLFigure.sentence(inlines, language: language))</p>")
      case .list(let items):
        lines.append("<ul class=\"lines\">")
        lines += items.map { "<li>\(HTMLFigure.sentence($0, language: language))</li>" }
        lines.append("</ul>")
      case .table(let table): lines += HTMLTable(table, section: heading, language: language).lines
      case .chart(let chart):
        charts += 1
        lines += self.chart(chart, number: charts)
      }
    }
    return isOpen ? lines + ["</section>"] : lines
  }

  private func chart(_ chart: ReportChart, number: Int) -> [String] {
    let title = MarkupText.escaped(chart.title[language])
    let renderer = SVGRenderer(language: language, notice: document.notice, isPartOfPage: true)
    return [
      "<figure>", "<figcaption>\(title)</figcaption>",
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"\(title)\">",
      renderer.render(chart, id: "chart-\(number)"), "</div>", "</figure>",
    ]
  }
}

extension ReportDocument {
  /// Begins the headings of appendices (別紙), which start a new page.
  static let appendixSign = "─ "
}
