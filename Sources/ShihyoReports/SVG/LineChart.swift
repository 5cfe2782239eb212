import ShihyoModel

/// Values over periods, a line per series, named at its end.
///
/// - Missing: a gap in the line, and the sign of the reason at the foot.
/// - Close lines: figures that would stand on each other go above or below their points, else they are left out, and it is said.
/// - Partial: hollow markers, and dashes to and from them.
struct LineChart {
  private static let height = 190.px

  private struct Point {
    var place: Int
    var x: Int
    var y: Int
    var figure: Figure
  }

  func draw(_ frame: inout ChartFrame) {
    let chart = frame.chart
    let language = frame.language
    let series = Array(frame.series)
    frame.drawHead()
    let shown = series.flatMap { one in chart.categories.indices.map { chart.figure(one, $0) } }
    let top = frame.bottom + 20.px
    let foot = top + Self.height
    // A figure above the highest point has room, too.
    let scale = ChartScale(shown.compactMap(\.drawn), startsAtZero: false, from: foot, to: top)
    let left = max(24.px, scale.ticks.map { ChartLabel.width(frame.number($0)) }.max() ?? 0) + 6.px
    let names = series.map { ChartLabel($0.label[language], width: 105.px) }
    // The figure above the last point is not cut, however long it is.
    let last = series.compactMap { $0.figures.last }.map { ChartLabel.width(frame.text($0)) / 2 }.max() ?? 0
    let right = max(series.count > 1 ? (names.map(\.width).max() ?? 0) + 14.px : 14.px, last)
    let width = ChartFrame.width - left - right
    let isEmpty = shown.allSatisfy { $0.drawn == nil }
    for tick in scale.ticks where !isEmpty {
      let y = scale.place(tick)
      frame.canvas.line(left, y, left + width, y, .grid)
      frame.canvas.text(frame.number(tick), x: left - 6.px, y: y + 4.px, style: "m", anchor: .end)
    }
    frame.canvas.line(left, foot, left + width, foot, .axis)
    let step = width / max(1, chart.categories.count)
    func x(_ place: Int) -> Int { left + step * place + step / 2 }
    frame.bottom = foot + 6.px
    drawPeriods(&frame, step: step, x: x)

    let lines = series.map { one in
      chart.categories.indices.compactMap { place -> Point? in
        let figure = chart.figure(one, place)
        return figure.drawn.map { Point(place: place, x: x(place), y: scale.place($0), figure: figure) }
      }
    }
    let figures = shown.count <= 28 ? places(of: lines, &frame, x: x, foot: foot) : [:]
    var ends: [(index: Int, y: Int)] = []
    for (index, one) in series.enumerated() {
      let points = lines[index]
      drawLine(points, index, &frame)
      drawPoints(points, index, one, &frame, figures: figures)
      if let last = points.last { ends.append((index, last.y)) }
    }
    if series.count > 1 { drawNames(names, ends, x: left + width + 8.px, from: top, to: foot, &frame) }
    drawGaps(series, &frame, x: x, foot: foot)
    if isEmpty { frame.note("描ける値がない。", "There is no value to draw.") }
    if !scale.startsAtZero, !isEmpty { frame.note("縦軸は0から始まらない。", "The vertical axis does not begin at 0.") }
    if shown.contains(where: { $0.drawn != nil && $0.isPartial }) {
      frame.note("白抜きの印と破線：一部の値だけによる。", "Hollow markers and dashes: from a part of the values only.")
    }
  }

  /// As many labels of periods as have room.
  private func drawPeriods(_ frame: inout ChartFrame, step: Int, x: (Int) -> Int) {
    let categories = frame.chart.categories
    let needed = 58.px
    let every = max(1, (needed + max(1, step) - 1) / max(1, step))
    var lines = 0
    for place in stride(from: (categories.count - 1) % every, to: categories.count, by: every) where place >= 0 {
      let label = ChartLabel(
        categories[place].label[frame.language], width: max(needed, step * every - 4.px), maximumLines: 3)
      lines = max(lines, label.lines.count)
      frame.canvas.label(
        label, x: x(place), middle: frame.bottom + label.height / 2 + 1.px, style: "m", anchor: .middle)
    }
    frame.bottom += lines * ChartLabel.lineHeight + 8.px
  }

  private func drawLine(_ points: [Point], _ index: Int, _ frame: inout ChartFrame) {
    for (before, point) in zip(points, points.dropFirst()) where point.place == before.place + 1 {
      let isDashed = before.figure.isPartial || point.figure.isPartial
      frame.canvas.line(before.x, before.y, point.x, point.y, .line(index, isDashed: isDashed))
    }
  }

  /// Series and place of a figure → where it stands. The lowest of several close points has its figure below it.
  private func places(
    of lines: [[Point]], _ frame: inout ChartFrame, x: (Int) -> Int, foot: Int
  ) -> [[Int]: Int] {
    var places = FigurePlaces(foot: foot)
    var found: [[Int]: Int] = [:]
    var isLeftOut = false
    for place in frame.chart.categories.indices {
      let points = lines.indices.flatMap { index in lines[index].filter { $0.place == place }.map { (index, $0) } }
        .sorted { ($0.1.y, $0.0) < ($1.1.y, $1.0) }
      if points.count < lines.count { places.take("…", at: x(place), baseline: foot - 5.px) }
      // A figure may touch its own marker only.
      for (_, point) in points where points.count > 1 { places.take(markerAt: point.x, point.y) }
      // The highest and the lowest first: they have the most room.
      let outer = points.indices.filter { $0 == 0 || $0 == points.count - 1 }
      for rank in outer + points.indices.dropFirst().dropLast() {
        let (index, point) = points[rank]
        let isLowest = rank > 0 && rank == points.count - 1 && point.y - points[rank - 1].1.y < 26.px
        let text = frame.text(point.figure)
        let baseline = places.baseline(text, at: point.x, point.y, prefersBelow: isLowest)
        found[[index, place]] = baseline
        isLeftOut = isLeftOut || baseline == nil
      }
    }
    if isLeftOut {
      frame.note("重なる数値は書いていない（表にある）。", "Figures that would stand on each other are left out: see the table.")
    }
    return found
  }

  private func drawPoints(
    _ points: [Point], _ index: Int, _ one: ReportChart.Series, _ frame: inout ChartFrame, figures: [[Int]: Int]
  ) {
    for point in points {
      let title = frame.title(point.figure, series: one, category: frame.chart.categories[point.place])
      let text = frame.text(point.figure)
      frame.canvas.group(title: title, frame.identity(point.figure)) { canvas in
        canvas.marker(index, x: point.x, y: point.y, isHollow: point.figure.isPartial)
        if let baseline = figures[[index, point.place]] {
          canvas.text(text, x: point.x, y: baseline, style: "v h", anchor: .middle)
        }
      }
    }
  }

  /// The name of each series beside its last point, moved apart where they would touch.
  private func drawNames(
    _ names: [ChartLabel], _ ends: [(index: Int, y: Int)], x: Int, from top: Int, to foot: Int,
    _ frame: inout ChartFrame
  ) {
    var free = top - 10.px
    let ordered = ends.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    // Names at the foot are pushed up as far as those below them need.
    var rest = ordered.reduce(0) { $0 + names[$1.index].height }
    for end in ordered {
      let height = names[end.index].height
      let middle = min(max(end.y, free + height / 2), max(free + height / 2, foot + 4.px - rest + height / 2))
      frame.canvas.label(names[end.index], x: x, middle: middle)
      free = middle + height / 2
      rest -= height
    }
  }

  private func drawGaps(
    _ series: [ReportChart.Series], _ frame: inout ChartFrame, x: (Int) -> Int, foot: Int
  ) {
    var hasGaps = false
    for (place, category) in frame.chart.categories.enumerated() {
      let missing = series.filter { frame.chart.figure($0, place).drawn == nil }
      guard let first = missing.first else { continue }
      hasGaps = true
      let titles = missing.map { frame.title(frame.chart.figure($0, place), series: $0, category: category) }
      let sign = frame.text(frame.chart.figure(first, place))
      frame.canvas.group(title: titles.joined(separator: "\n")) { canvas in
        canvas.text(sign, x: x(place), y: foot - 5.px, style: "v h", anchor: .middle)
      }
    }
    if hasGaps {
      frame.note("線の切れ目は値がない（記号は表の注のとおり）。", "Gaps: there is no value (signs as under the table).")
    }
  }
}
