import ShihyoModel

/// One bar of 100 % per category, a part per series, each with its figure.
///
/// - Parts too narrow for their figure have it at the end of the bar, with the name of the series.
/// - Series without a style of their own are part of the whole, and together the white end of the bar.
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
    let listed = rows.map { row in row.shares == nil ? list(row, width: plot - 10.px, frame) : nil }
    let heights = outside.indices.map {
      max(Self.bar, ChartLabel.lineHeight * max(outside[$0].count, listed[$0]?.lines.count ?? 0))
    }
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
      if let listed = listed[place] {
        frame.canvas.label(listed, x: left + 5.px, middle: y + heights[place] / 2, style: "v h")
        frame.note("値がそろわない棒は描かない（値は左から系列の順）。", "No bar is drawn where values are missing or negative.")
      }
      let segments = row.segments(plot)
      if let end = segments.last.map({ $0.from + $0.length }), row.others > 0 {
        frame.canvas.rectangle(x: left + end, y: line, width: plot - end, height: Self.bar, .cell(0))
        frame.note(
          "棒の白い部分は、ほかの\(row.others)系列を合わせたもの。", "The white end of a bar is \(row.others) more series together.")
      }
      for (index, segment) in segments.enumerated() {
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
      for (index, part) in outside[place].enumerated() {
        // The name is cut, the figure never.
        let label = ChartLabel(part.name, width: 118.px - ChartLabel.width(part.figure), maximumLines: 1)
        frame.canvas.group(title: label.isCut ? part.name + part.figure : nil) { canvas in
          canvas.text(
            (label.lines.first ?? "") + part.figure, x: left + plot + 8.px, y: first + index * ChartLabel.lineHeight,
            style: "v")
        }
      }
      y += heights[place] + Self.gap
    }
    frame.bottom = bottom + 18.px
    let more = chart.categories.count - categories.count
    if more > 0 { frame.note("ほか\(more)区分は表にある。", "\(more) more categories stand in the table.") }
  }

  private func row(_ series: [ReportChart.Series], _ category: Int, _ frame: ChartFrame) -> StackedRow {
    StackedRow(
      parts: series.map { ($0, frame.chart.figure($0, category)) },
      rest: frame.chart.series.dropFirst(series.count).map { frame.chart.figure($0, category) })
  }

  /// The figures in place of a bar.
  private func list(_ row: StackedRow, width: Int, _ frame: ChartFrame) -> ChartLabel {
    let figures = row.parts.map { $0.series.label[frame.language] + " " + frame.text($0.figure) }
    return ChartLabel(figures.joined(separator: frame.say("、", ", ")), width: width, maximumLines: 4)
  }
}

/// The parts of one bar.
struct StackedRow {
  let parts: [(series: ReportChart.Series, figure: Figure)]
  /// Series that belong to the whole and have no part of their own.
  let others: Int
  /// Of the sum of all series, for the parts; nil where a bar would lie.
  let shares: [Rational]?

  init(parts: [(series: ReportChart.Series, figure: Figure)], rest: [Figure] = []) {
    self.parts = parts
    others = rest.count
    let figures = parts.map(\.figure) + rest
    // 皆無 is a part of 0.
    let values = figures.compactMap { figure -> Rational? in
      if case .absent(.nilCase) = figure.value { return .zero }
      return figure.drawn
    }
    let sum = values.reduce(Rational.zero, +)
    guard values.count == figures.count, !values.contains(where: \.isNegative), !sum.isZero else {
      shares = nil
      return
    }
    shares = values.prefix(parts.count).compactMap { $0 / sum }
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
  func outside(_ width: Int, _ frame: ChartFrame) -> [(name: String, figure: String)] {
    zip(parts, segments(width)).compactMap { part, segment in
      let text = frame.text(part.figure)
      guard segment.length < Self.needed(text), part.figure.drawn?.isZero == false else { return nil }
      return (part.series.label[frame.language], frame.say("：", ": ") + text)
    }
  }

  static func needed(_ text: String) -> Int { ChartLabel.width(text) + 8.px }
}
