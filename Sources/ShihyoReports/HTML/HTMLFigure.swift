import ShihyoModel

/// A figure in a page: the digits as every format prints them, with how it was computed on hover.
///
///     <data class="n" value="22.8" data-figure="quarterly/…" title="…">22.8</data>％
///
/// `value` is the machine spelling. What is no number (… x 皆増) is a `span`; a text stands as it is.
enum HTMLFigure {
  /// - Parameter unit: beside the digits; nil where it stands above.
  static func html(_ figure: Figure, unit: String?, language: Language) -> String {
    let text = FigureText(figure, language: language)
    let (body, after) = (MarkupText.escaped(text.body), MarkupText.escaped((unit ?? "") + text.trail))
    if text.isText, figure.id == nil { return body + after }
    let basis = FigureBasis(figure, language).sentence
    var attributes = "class=\"n\""
    if figure.isNumber { attributes += " value=\"\(MarkupText.escaped(figure.machineSpelling))\"" }
    if let id = figure.id { attributes += " data-figure=\"\(MarkupText.escaped(id.spelling))\"" }
    if !basis.isEmpty { attributes += " title=\"\(MarkupText.escaped(basis))\"" }
    let element = figure.isNumber ? "data" : "span"
    return "<\(element) \(attributes)>\(body)</\(element)>\(after)"
  }

  static func sentence(_ inlines: [ReportDocument.Inline], language: Language) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): MarkupText.escaped(text[language])
      case .figure(let figure):
        html(
          figure, unit: figure.isNumber ? figure.unit.map { UnitText.beside($0, language) } : nil, language: language)
      }
    }.joined()
  }
}
