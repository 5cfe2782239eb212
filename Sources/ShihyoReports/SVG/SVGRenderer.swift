public import ShihyoModel

/// A chart as SVG: for a page (`usesPageColors`), or as a file of its own.
///
/// - Digits: those of the figures (`Figure.text`); places are computed in exact numbers and spelled in hundredths of a
///   pixel, so that the same chart gives the same bytes on every machine.
/// - Reading: title and description for screen readers, the figure and how it was computed on hover; series differ in
///   pattern, marker and label, not in colour alone.
/// - Missing: never drawn as 0; every chart says what is missing, cut or partial.
/// - Safety: all text is escaped (`MarkupText`); there is no script, link or outside resource.
/// - Cost: O(figures).
public struct SVGRenderer: Hashable, Sendable {
  public var language: Language
  /// Stands in the chart itself, which may be copied out of its paper.
  public var notice: Bilingual?
  /// Whether the page around it defines colours and styles, and shows the title itself.
  public var isPartOfPage: Bool

  public init(language: Language, notice: Bilingual? = nil, isPartOfPage: Bool = false) {
    self.language = language
    self.notice = notice
    self.isPartOfPage = isPartOfPage
  }

  /// - Parameter id: begins all ids of the drawing; letters, digits and hyphens, unique in the page.
  public func render(_ chart: ReportChart, id: String = "chart") -> String {
    let frame = ChartFrame.drawn(chart, language: language, notice: notice, withTitle: !isPartOfPage)
    let (width, height) = (SVGElements.spell(ChartFrame.width), SVGElements.spell(frame.bottom + 4.px))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sc\" role=\"img\" lang=\"\(language.rawValue)\""
        + " viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
        + " aria-labelledby=\"\(id)-t \(id)-d\">",
      " <title id=\"\(id)-t\">\(MarkupText.escaped(chart.title[language]))</title>",
      " <desc id=\"\(id)-d\">\(MarkupText.escaped(chart.alternative[language]))</desc>",
    ]
    if !isPartOfPage { lines.append(" <style>\(ChartStyle.css(usesVariables: false))</style>") }
    let patterns =
      chart.kind == .line || chart.kind == .matrix ? [] : ChartStyle.patterns(chart.series.count, prefix: id)
    if !patterns.isEmpty { lines.append(" <defs>" + patterns.joined() + "</defs>") }
    return (lines + SVGElements(prefix: id).lines(frame.canvas.elements) + ["</svg>"]).joined(separator: "\n")
  }
}
