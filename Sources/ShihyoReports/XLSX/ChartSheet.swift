import ShihyoModel

/// A chart with its data from A1. A figure without a value is an empty cell, which the chart shows as a gap; 備考 says why.
///
/// Excel makes a full bar of 100 % out of whatever parts there are: where the whole cannot be told, the parts stand in 備考
/// alone, so that no bar is drawn.
struct ChartSheet {
  private let chart: ReportChart
  private let language: Language
  private let notice: Bilingual?

  init(_ chart: ReportChart, language: Language, notice: Bilingual?) {
    self.chart = chart
    self.language = language
    self.notice = notice
  }

  func sheet(named name: String, pageHead: PageHead) -> Sheet {
    let bodies = chart.categories.indices.map { row in
      chart.series.map { FigureCell($0.figures[row], language: language, unit: nil, isTotal: false) }
    }
    let remarks = chart.categories.indices.map { remark(row: $0, cells: bodies[$0]) }
    let hasNoWhole = chart.categories.indices.map(lacksWhole)
    let hasRemarks = remarks.contains { !$0.isEmpty }
    var rows = [header(hasRemarks: hasRemarks)]
    for (index, category) in chart.categories.enumerated() {
      var cells: [SheetCell] = [.text(CellText.make(category.label[language]))]
      // A text would be drawn as 0.
      cells += bodies[index].map {
        if case .number = $0.cell, !hasNoWhole[index] { $0.cell } else { .blank }
      }
      cells += detailed.map { series in
        let words = index < series.details.count ? series.details[index][language] : ""
        return words.isEmpty ? .blank : .text(CellText.make(words), .beside)
      }
      if hasRemarks { cells.append(remarks[index].isEmpty ? .blank : .text(remarks[index], .beside)) }
      if let notice { cells.append(.text(CellText.make(notice[language]), .beside)) }
      rows.append(cells)
    }
    return Sheet(
      name: name, rows: rows,
      widths: SheetWidths.of(rows, headerRows: 1, shown: bodies.map { [0] + $0.map(\.width) }), headerRows: 1,
      pageHead: pageHead, chart: drawn)
  }

  private func header(hasRemarks: Bool) -> [SheetCell] {
    let unit = chart.unit.map { UnitText.inHeading($0, language) } ?? ""
    var headings = [language == .ja ? "区分" : "Category"] + chart.series.map { $0.label[language] + unit }
    headings += detailed.map { $0.label[language] + (language == .ja ? "（該当するもの）" : ": which") }
    if hasRemarks { headings.append(language == .ja ? "備考" : "Remarks") }
    if notice != nil { headings.append(language == .ja ? "注意" : "Notice") }
    return headings.map { .text(CellText.make($0), .header) }
  }

  /// What each number counts, such as the issues of a matrix; beside the numbers, since a native chart draws neighbours.
  private var detailed: [ReportChart.Series] {
    chart.series.filter { $0.details.contains { !$0[language].isEmpty } }
  }

  private func lacksWhole(_ row: Int) -> Bool {
    guard chart.kind == .stackedShares else { return false }
    return StackedRow(parts: chart.series.map { ($0, $0.figures[row]) }).shares == nil
  }

  private func remark(row: Int, cells: [FigureCell]) -> String {
    if lacksWhole(row) { return undrawn(row) }
    let said = zip(chart.series, cells).map { series, cell in
      var words = cell.remarks
      if case .absent(let reason) = series.figures[row].value {
        words.insert("\(reason.sign(language)) \(reason.meaning[language])", at: 0)
      }
      return (CellText.make(series.label[language]), words)
    }
    return FigureCell.remark(said, language: language).joined(separator: language == .ja ? "；" : "; ")
  }

  /// All figures of a bar that is not drawn, with their signs.
  private func undrawn(_ row: Int) -> String {
    let parts = chart.series.map { $0.label[language] + " " + $0.figures[row].text(language) }
    let words =
      language == .ja
      ? "値がそろわないため棒を描かない：" + parts.joined(separator: "、")
      : "no bar, since values are missing or negative: " + parts.joined(separator: ", ")
    return CellText.make(words)
  }

  /// What a native chart cannot print beside itself.
  var notes: [Bilingual] {
    var notes: [Bilingual] = []
    if chart.categories.indices.contains(where: lacksWhole) {
      notes.append(
        Bilingual(
          ja: "値がそろわない棒は描かない（値は備考の列にある）。",
          en: "No bar is drawn where values are missing or negative: they stand under Remarks."))
    }
    if chart.kind != .matrix, chart.kind != .stackedShares,
      chart.series.contains(where: { $0.figures.contains { $0.isNumber && $0.isPartial } })
    {
      notes.append(
        Bilingual(
          ja: "白抜きの印・棒は、一部の値だけによる（備考の列にある）。",
          en: "Hollow markers and bars are from a part of the values only: see Remarks."))
    }
    return notes
  }

  /// nil for a matrix, which is a table of counts, and where there is nothing to draw.
  private var drawn: SheetChart? {
    let kind: SheetChart.Kind
    switch chart.kind {
    case .bars: kind = .columns
    case .stackedShares: kind = .stackedShares
    case .ageBars: kind = .bars
    case .line: kind = .line
    case .matrix: return nil
    }
    guard !chart.categories.isEmpty, chart.series.contains(where: { $0.figures.contains(where: \.isNumber) }) else {
      return nil
    }
    let series = chart.series.map { series in
      let digits = series.figures.first(where: \.isNumber)?.printed ?? "0"
      return SheetChart.Series(
        numberFormat: NumberLook.format(digits, language: language),
        partial: series.figures.map { $0.isNumber && $0.isPartial })
    }
    return SheetChart(
      kind: kind, title: title, axisTitle: chart.unit.map { UnitText.line($0, language) },
      alternative: chart.alternative[language], categories: chart.categories.count, series: series)
  }

  /// The notice travels with a chart that is copied into another paper.
  private var title: String {
    let lead = notice.map { TextRenderer.framed($0[language], language) } ?? ""
    return lead + chart.title[language]
  }
}
