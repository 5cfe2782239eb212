import ShihyoModel

/// A chart in a Word document: its title, the drawing (EMF) and, for those who cannot see it, its words. Its figures stand in a
/// table beside it, as in every format.
struct WordChart {
  /// Millimetres across the page.
  private static let width = 150
  /// Millimetres down the page that a chart may take together with its title, which stays with it.
  private static let room = 238

  private let chart: ReportChart
  private let language: Language
  let name: String
  let drawing: EMFRenderer.Drawing

  /// - Parameter number: from 1, in the document.
  init(_ chart: ReportChart, number: Int, notice: Bilingual?, language: Language) {
    self.chart = chart
    self.language = language
    name = "chart-\(number).emf"
    drawing = EMFRenderer(language: language, notice: notice).render(chart)
  }

  var blocks: [JSONValue] {
    // A chart taller than a page is made smaller, not cut.
    let scaled = Self.width * drawing.height / max(1, drawing.width)
    let lines = TextLines.wrapped(chart.title[language], options: TextOptions(language: language, tableWidth: 98)).count
    let height = min(max(60, Self.room - 8 * lines), max(1, scaled))
    let image = PandocNode.image(
      name, alternative: chart.alternative[language], width: max(1, Self.width * height / max(1, scaled)),
      height: height)
    return [
      WordDocument.line(chart.title[language], style: WordStyles.caption),
      PandocNode.paragraph([image], style: WordStyles.figure),
    ]
  }
}
