import ShihyoModel

/// Horizontal bars, one per category and series, each with its figure beside it.
///
/// - Missing: no bar; the sign of the reason stands where the bar would begin.
/// - Negative: to the left of a zero line.
struct BarChart {
  /// Of one bar, and between categories; closer together where there are many, so that they leave room for what stands beside
  /// them on the page.
  private static func measures(_ categories: Int) -> (bar: Int, gap: Int) {
    categories > 12 ? (13.px, 5.px) : (15.px, 11.px)
  }

  func draw(_ frame: inout ChartFrame) {
    let chart = frame.chart
    let language = frame.language
    let series = Array(frame.series)
    let categories = chart.categories.prefix(ChartStyle.categoryLimit)
    let (bar, gap) = Self.measures(categories.count)
    frame.drawHead()
    let labels = categories.map { ChartLabel($0.label[language], width: categories.count > 12 ? 190.px : 150.px) }
    let left = max(40.px, labels.map(\.width).max() ?? 0) + 8.px
    let shown = series.flatMap { one in categories.indices.map { chart.figure(one, $0) } }
    let room = max(24.px, shown.map { ChartLabel.width(frame.text($0)) }.max() ?? 0) + 8.px
    let values = shown.compactMap(\.drawn)
    let hasNegative = values.contains(where: \.isNegative)
    let scale = ChartScale(
      values, startsAtZero: true, endsAtValues: true, from: left + (hasNegative ? room : 0), to: ChartFrame.width - room
    )
    let zero = scale.place(.zero)
    let top = frame.bottom
    let heights = labels.map { max(series.count * bar, $0.height) }
    let bottom = top + heights.reduce(0) { $0 + $1 + gap }
    for tick in scale.ticks where !values.isEmpty {
      let x = scale.place(tick)
      frame.canvas.line(x, top, x, bottom, .grid)
      frame.canvas.text(frame.number(tick), x: x, y: bottom + 12.px, style: "m", anchor: .middle)
    }
    var y = top + gap / 2
    for (place, category) in categories.enumerated() {
      frame.canvas.label(labels[place], x: left - 8.px, middle: y + heights[place] / 2, anchor: .end)
      let first = y + (heights[place] - series.count * bar) / 2
      for (index, one) in series.enumerated() {
        let figure = chart.figure(one, place)
        let line = first + index * bar
        let title = frame.title(figure, series: one, category: category)
        let text = frame.text(figure)
        frame.canvas.group(title: title, frame.identity(figure)) { canvas in
          guard let value = figure.drawn else {
            return canvas.text(text, x: zero + 5.px, y: line + bar - 4.px, style: "v h")
          }
          let end = scale.place(value)
          canvas.rectangle(
            x: min(zero, end), y: line + 1.px, width: abs(end - zero), height: bar - 2.px,
            .bar(index, isPartial: figure.isPartial))
          canvas.text(
            text, x: value.isNegative ? end - 5.px : end + 5.px, y: line + bar - 3.px, style: "v h",
            anchor: value.isNegative ? .end : .start)
        }
      }
      y += heights[place] + gap
    }
    frame.canvas.line(zero, top, zero, bottom, .axis)
    frame.bottom = bottom + (values.isEmpty ? 4.px : 18.px)
    if values.isEmpty { frame.note("描ける値がない。", "There is no value to draw.") }
    if shown.contains(where: { $0.drawn == nil }), !values.isEmpty {
      frame.note("棒のないものは値がない（記号は表の注のとおり）。", "No bar: there is no value (signs as under the table).")
    }
    let more = chart.categories.count - categories.count
    if more > 0 { frame.note("ほか\(more)区分は表にある。", "\(more) more categories stand in the table.") }
  }
}
