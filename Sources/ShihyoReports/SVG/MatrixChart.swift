import ShihyoModel

/// Counts in a grid, impact by urgency: rows are categories, columns are series. The darker a cell, the more stand in it.
struct MatrixChart {
  private static let cell = 86.px

  func draw(_ frame: inout ChartFrame) {
    let chart = frame.chart
    let language = frame.language
    let series = Array(frame.series)
    let rows = chart.categories.prefix(ChartStyle.categoryLimit)
    if let unit = chart.unit {
      frame.canvas.text(
        UnitText.line(unit, language), x: ChartFrame.width, y: frame.bottom + 11.px, style: "m", anchor: .end)
      frame.bottom += 18.px
    }
    let labels = rows.map { ChartLabel($0.label[language], width: 120.px, maximumLines: 3) }
    let left = max(40.px, labels.map(\.width).max() ?? 0) + 8.px
    let width = (ChartFrame.width - left - 1.px) / max(1, series.count)
    let heads = series.map { ChartLabel($0.label[language], width: width - 8.px) }
    let head = heads.map(\.height).max() ?? 0
    for (index, label) in heads.enumerated() {
      frame.canvas.label(
        label, x: left + width * index + width / 2, middle: frame.bottom + head / 2, anchor: .middle)
    }
    frame.bottom += head + 6.px
    let largest = series.flatMap { one in rows.indices.compactMap { chart.figure(one, $0).drawn } }.max() ?? .zero
    for (place, category) in rows.enumerated() {
      frame.canvas.label(labels[place], x: left - 8.px, middle: frame.bottom + Self.cell / 2, anchor: .end)
      for (index, one) in series.enumerated() {
        let figure = chart.figure(one, place)
        let title = frame.title(figure, series: one, category: category)
        let details = place < one.details.count ? one.details[place][language] : ""
        let label = ChartLabel(details, width: width - 12.px)
        let (x, y, text) = (left + width * index, frame.bottom, frame.text(figure))
        let share = figure.drawn.flatMap { $0 / largest } ?? .zero
        let level = share > .zero ? (share * Rational(2) > Rational(1) ? 2 : 1) : 0
        frame.canvas.group(title: label.isCut ? title + "\n" + details : title, frame.identity(figure)) { canvas in
          canvas.rectangle(x: x, y: y, width: width, height: Self.cell, .cell(level))
          canvas.text(text, x: x + width / 2, y: y + (details.isEmpty ? 52.px : 38.px), style: "b", anchor: .middle)
          for (line, words) in label.lines.enumerated() {
            canvas.text(words, x: x + width / 2, y: y + 58.px + line * ChartLabel.lineHeight, anchor: .middle)
          }
        }
      }
      frame.bottom += Self.cell
    }
    frame.bottom += 6.px
  }
}
