import ShihyoDefinitions
import ShihyoModel

/// 算出根拠, the appendix of a page: for every figure its id, numerator, denominator, n, definition and rounding.
struct HTMLBasis {
  private let figures: [(name: String, figure: Figure)]
  private let language: Language
  private let notice: Bilingual?
  private let place: BasisPlace
  private let page: String

  init(_ document: ReportDocument, language: Language) {
    place = document.frame?.basis ?? .print
    page = AppendixName.last(of: document, language).map { " style=\"page:appendix-\($0)\"" } ?? ""
    figures = place == .none ? [] : document.explainedFigures(language)
    notice = document.notice
    self.language = language
  }

  /// None where no figure has a basis of its own.
  var lines: [String] {
    guard !figures.isEmpty else { return [] }
    let isJapanese = language == .ja
    let title = (isJapanese ? "算出根拠" : "How the figures were computed") + (notice.map { tag($0) } ?? "")
    var columns = Self.columns(figures, language)
    columns.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    var lines = [
      "<section class=\"basis\(place == .screen ? " unprinted" : "")\" aria-labelledby=\"basis\">",
      "<h2 id=\"basis\">\(MarkupText.escaped(title))</h2>",
      "<div class=\"scroll wide\" role=\"group\" tabindex=\"0\" aria-label=\"\(MarkupText.escaped(title))\">",
      "<table>",
      "<caption><span class=\"hidden\">\(MarkupText.escaped(title))</span></caption>", "<thead>",
      "<tr>" + columns.map { "<th scope=\"col\">\($0.heading[language])</th>" }.joined() + "</tr>", "</thead>",
      "<tbody>",
    ]
    for index in figures.indices {
      let cells = columns.enumerated().map { place, column in
        let text = MarkupText.escaped(column.cells[index])
        if place == 0 { return "<th scope=\"row\">\(text)</th>" }
        // （引かれる数）| 47.86: the words may stand above the number.
        if column.isNumber { return "<td class=\"r\">\(text.replacing("）", with: "）<wbr>"))</td>" }
        return column.isLong ? "<td class=\"d\">\(text)</td>" : "<td>\(text)</td>"
      }
      lines.append("<tr>" + cells.joined() + "</tr>")
    }
    lines += ["</tbody>", "</table>", "</div>", "</section>"]
    guard place == .screen else { return lines }
    return lines + ["<p class=\"printed\"\(page)>\(MarkupText.escaped(Self.elsewhere[language]))</p>"]
  }

  /// On paper, in place of the appendix.
  private static let elsewhere = Bilingual(
    ja: "算出根拠（各数値の分子・分母・定義）は、この資料を画面で開くと末尾にある。",
    en: "How the figures were computed stands at the end of this paper on a screen.")

  private struct Column {
    var heading: Bilingual
    var isNumber = false
    /// The definition needs the most room.
    var isLong = false
    /// One per figure.
    var cells: [String]
  }

  /// A column that says nothing of any figure is left out.
  private static func columns(_ figures: [(name: String, figure: Figure)], _ language: Language) -> [Column] {
    let basis = figures.map { FigureBasis($0.figure, language) }
    let hasIDs = figures.contains { $0.figure.id != nil }
    return [
      Column(
        heading: hasIDs ? Bilingual(ja: "数値のID", en: "Figure") : Bilingual(ja: "区分・項目", en: "Place"),
        cells: figures.map(\.name)),
      Column(
        heading: Bilingual(ja: "表示", en: "Printed"), isNumber: true, cells: figures.map { $0.figure.text(language) }),
      Column(heading: Bilingual(ja: "分子", en: "Numerator"), isNumber: true, cells: basis.map(\.numerator)),
      Column(heading: Bilingual(ja: "分母", en: "Denominator"), isNumber: true, cells: basis.map(\.denominator)),
      Column(heading: Bilingual(ja: "n", en: "n"), isNumber: true, cells: basis.map(\.n)),
      Column(heading: Bilingual(ja: "定義", en: "Definition"), isLong: true, cells: basis.map(\.definition)),
      Column(heading: Bilingual(ja: "端数処理", en: "Rounding"), cells: basis.map(\.rounding)),
      Column(heading: Bilingual(ja: "注記", en: "Remarks"), cells: basis.map(\.marks)),
    ]
  }

  private func tag(_ notice: Bilingual) -> String { language == .ja ? "【\(notice.ja)】" : " [\(notice.en)]" }
}
