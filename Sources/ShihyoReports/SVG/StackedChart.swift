import ShihyoModel

/// One bar of 100 % per category, a part per series, each with its figure.
///
/// - Parts too narrow for their figure have it at the end of the bar, with the name of the series.
/// - Missing or negative parts: a whole cannot be told, so no bar is drawn and the figures stand in its place.
struct StackedChart {
  private static let bar = 26.px
  private static let gap = 12.px

  func draw(_ frame: inout ChartFrame) {
    let chart = frame.chart
    let language = frame.language
    let series = Array(frame.series)
    let categories = chart.categories.prefix(ChartStyle.categoryLimit)
    frame.drawHead()
    let labels = categories.map { ChartLabel($0.label[language], width: 150.px) }
    let left = max(40.px, labels.map(\.width).max() ?? 0) + 8.px
    let rows = categories.indices.map { row(series, $0, frame) }
    let width = ChartFrame.width - left - 130.px
    let outside = rows.map { $0.outside(width, frame) }
    // Without narrow parts the bars use the whole width.
    let plot = outside.allSatisfy(\.isEmpty) ? ChartFrame.width - left - 16.px : width
    let top = frame.bottom
    let heights = outside.map { max(Self.bar, ChartLabel.lineHeight * $0.count) }
    let bottom = top + heights.reduce(0) { $0 + $1 + Self.gap }
    for tick in [0, 25, 50, 75, 100] {
      let x = left + plot * tick / 100
      frame.canvas.line(x, top, x, bottom, .grid)
      frame.canvas.text(frame.say("\(tick)％", "\(tick)%"), x: x, y: bottom + 12.px, style: "m", anchor: .middle)
    }
    var y = top + Self.gap / 2
    for (place, row) in rows.enumerated() {
      frame.canvas.label(labels[place], x: left - 8.px, middle: y + heights[place] / 2, anchor: .end)
      let line = y + (heights[place] - Self.bar) / 2
      if row.shares == nil {
        let figures = row.parts.map { $0.series.label[language] + " " + frame.text($0.figure) }
        frame.canvas.text(
          figures.joined(separator: frame.say("、", ", ")), x: left + 5.px, y: line + 17.px, style: "v h")
        frame.note("値がそろわない棒は描かない（値は左から系列の順）。", "No bar is drawn where values are missing or negative.")
      }
      for (index, segment) in row.segments(plot).enumerated() {
        let part = row.parts[index]
        let text = frame.text(part.figure)
        let title = frame.title(part.figure, series: part.series, category: categories[place])
        let fits = segment.length >= StackedRow.needed(text)
        frame.canvas.group(title: title, frame.identity(part.figure)) { canvas in
          canvas.rectangle(
            x: left + segment.from, y: line, width: segment.length, height: Self.bar, .bar(index, isPartial: false))
          guard fits else { return }
          let middle = left + segment.from + segment.length / 2
          let plate = ChartLabel.width(text) + 4.px
          canvas.rectangle(x: middle - plate / 2, y: line + 5.px, width: plate, height: 16.px, .paper)
          canvas.text(text, x: middle, y: line + 17.px, style: "v", anchor: .middle)
        }
      }
      let first = y + (heights[place] - outside[place].count * ChartLabel.lineHeight) / 2 + 11.px
      for (index, text) in outside[place].enumerated() {
        let label = ChartLabel(text, width: 118.px, maximumLines: 1)
        frame.canvas.group(title: label.isCut ? text : nil) { canvas in
          canvas.text(
            label.lines.first ?? "", x: left + plot + 8.px, y: first + index * ChartLabel.lineHeight, style: "v")
        }
      }
      y += heights[place] + Self.gap
    }
    frame.bottom = bottom + 18.px
    let more = chart.categories.count - categories.count
    if more > 0 { frame.note("ほか\(more)区分は表にある。", "\(more) more categories stand in the table.") }
  }

  private func row(_ series: [ReportChart.Series], _ category: Int, _ frame: ChartFrame) -> StackedRow {
    StackedRow(parts: series.map { ($0, frame.chart.figure($0, category)) })
  }
}

/// The parts of one bar.
struct StackedRow {
  let parts: [(series: ReportChart.Series, figure: Figure)]
  /// Of the sum of the parts; nil where a bar would lie.
  let shares: [Rational]?

  init(parts: [(series: ReportChart.Series, figure: Figure)]) {
    self.parts = parts
    // 皆無 is a part of 0.
    let values = parts.compactMap { part -> Rational? in
      if case .absent(.nilCase) = part.figure.value { return .zero }
      return part.figure.drawn
    }
    let sum = values.reduce(Rational.zero, +)
    guard values.count == parts.count, !values.contains(where: \.isNegative), !sum.isZero else {
      shares = nil
      return
    }
    shares = values.compactMap { $0 / sum }
  }

  /// Ends are rounded, not lengths, so that the parts fill the bar.
  func segments(_ width: Int) -> [(from: Int, length: Int)] {
    var sum = Rational.zero
    var from = 0
    return (shares ?? []).map { share in
      sum = sum + share
      let end = ChartScale.whole(sum * Rational(width))
      defer { from = end }
      return (from, end - from)
    }
  }

  /// Figures that do not fit into their part; a part of 0 is none.
  func outside(_ width: Int, _ frame: ChartFrame) -> [String] {
    zip(parts, segments(width)).compactMap { part, segment in
      let text = frame.text(part.figure)
      guard segment.length < Self.needed(text), part.figure.drawn?.isZero == false else { return nil }
      return part.series.label[frame.language] + frame.say("：", ": ") + text
    }
  }

  static func needed(_ text: String) -> Int { ChartLabel.width(text) + 8.px }
}
