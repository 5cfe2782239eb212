import ShihyoModel

/// A chart as an enhanced metafile: for Word, which shows no SVG in older versions. The drawing is that of the SVG chart, on white
/// paper and without its title, which the paper prints above it.
///
/// - Digits and places: as in SVG; the same chart gives the same bytes.
/// - Missing: as in SVG.
/// - Cost: O(figures), and for patterns O(length of the bars).
struct EMFRenderer {
  let language: Language
  /// Stands in the chart itself, which may be copied out of its paper.
  var notice: Bilingual?

  struct Drawing {
    var bytes: [UInt8]
    /// Pixels.
    var width: Int
    var height: Int
  }

  func render(_ chart: ReportChart) -> Drawing {
    let frame = ChartFrame.drawn(chart, language: language, notice: notice, withTitle: false)
    let (width, height) = (ChartFrame.width / 10, (frame.bottom + 4.px) / 10)
    var records = EMFRecords(width: width, height: height)
    for element in frame.canvas.elements { draw(element, &records) }
    return Drawing(bytes: records.file(width: width, height: height), width: width / 10, height: height / 10)
  }

  private func draw(_ element: ChartCanvas.Element, _ records: inout EMFRecords) {
    switch element {
    case .rectangle(let x, let y, let width, let height, let ink):
      area(left: x / 10, top: y / 10, right: (x + width) / 10, bottom: (y + height) / 10, ink, &records)
    case .line(let x1, let y1, let x2, let y2, let ink):
      let pen = edge(ink)
      guard case .line(_, isDashed: true) = ink else {
        return records.polyline([(x1 / 10, y1 / 10), (x2 / 10, y2 / 10)], pen: pen)
      }
      for dash in Self.dashes(from: (x1 / 10, y1 / 10), to: (x2 / 10, y2 / 10), on: 50, off: 40) {
        records.polyline([dash.0, dash.1], pen: pen)
      }
    case .marker(let series, let x, let y, let isHollow):
      let color = Self.color("c\(series)")
      let brush = EMFRecords.Tool.brush(color: isHollow ? Self.color("paper") : color)
      let pen = EMFRecords.Tool.pen(color: color, width: isHollow ? 20 : 10)
      if let corners = ChartStyle.marker(series) {
        records.polygon(corners.map { ((x + $0.x) / 10, (y + $0.y) / 10) }, brush: brush, pen: pen)
      } else {
        records.circle(x: x / 10, y: y / 10, radius: 40, brush: brush, pen: pen)
      }
    case .text(let text, let x, let y, let style, let anchor): self.text(text, x, y, style, anchor, &records)
    case .open, .close: break
    }
  }

  private func area(
    left: Int, top: Int, right: Int, bottom: Int, _ ink: ChartInk, _ records: inout EMFRecords
  ) {
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { (x: $0.0, y: $0.1) }
    guard case .bar(let series, let isPartial) = ink else {
      let brush = EMFRecords.Tool.brush(color: fill(ink))
      return records.polygon(corners, brush: brush, pen: ink == .paper ? nil : edge(ink))
    }
    guard left < right else { return }
    let color = Self.color("c\(series)")
    let brush = EMFRecords.Tool.brush(color: series == 0 ? color : Self.color("paper"))
    records.polygon(corners, brush: brush, pen: nil)
    let marks = EMFPattern(left: left, top: top, right: right, bottom: bottom).marks(ofSeries: series)
    let thick = EMFRecords.Tool.pen(color: color, width: series == 7 ? 10 : 20)
    for line in marks.lines { records.polyline([line.from, line.to], pen: thick) }
    for dot in marks.dots {
      records.circle(x: dot.x, y: dot.y, radius: 15, brush: .brush(color: color), pen: nil)
    }
    let pen = EMFRecords.Tool.pen(color: color, width: 10)
    for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let pieces = isPartial ? Self.dashes(from: from, to: to, on: 30, off: 20) : [(from, to)]
      for piece in pieces { records.polyline([piece.0, piece.1], pen: pen) }
    }
  }

  private func text(
    _ text: String, _ x: Int, _ y: Int, _ style: String, _ anchor: ChartCanvas.Anchor, _ records: inout EMFRecords
  ) {
    let classes = style.split(separator: " ")
    let size = classes.contains("b") ? 24 : classes.contains("m") || classes.contains("v") ? 11 : 12
    let measure = DisplayWidth(ambiguous: .wide)
    var units: [UInt16] = []
    var advances: [Int] = []
    for character in VisibleText.make(text) {
      let own = Array(character.utf16)
      units += own
      // Half an em for each half-width column; what is combined with a character takes no room of its own.
      advances += [measure.columns(String(character)) * size * 5] + [Int](repeating: 0, count: own.count - 1)
    }
    let width = advances.reduce(0, +)
    let left =
      switch anchor {
      case .start: x / 10
      case .middle: x / 10 - width / 2
      case .end: x / 10 - width
      }
    records.text(
      units, advances: advances, x: left, y: y / 10, font: .font(height: size * 10, isBold: classes.contains("b")),
      color: Self.color(classes.contains("m") ? "muted" : "ink"))
  }

  private func edge(_ ink: ChartInk) -> EMFRecords.Tool {
    switch ink {
    case .grid: .pen(color: Self.color("grid"), width: 10)
    case .line(let series, _): .pen(color: Self.color("c\(series)"), width: 20)
    default: .pen(color: Self.color("ink"), width: 10)
    }
  }

  private func fill(_ ink: ChartInk) -> UInt32 {
    guard case .cell(let level) = ink else { return Self.color("paper") }
    return Self.color(["paper", "tint", "tint2"][min(2, max(0, level))])
  }

  /// Windows spells blue, green, red.
  private static func color(_ name: String) -> UInt32 {
    let rgb = ChartStyle.light(name)
    return (rgb & 0xFF) << 16 | rgb & 0xFF00 | rgb >> 16
  }

  private typealias Point = (x: Int, y: Int)

  /// Dashes are lines of their own: pens of the format have them in one width only.
  private static func dashes(from: Point, to: Point, on: Int, off: Int) -> [(Point, Point)] {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = Int(Double(dx * dx + dy * dy).squareRoot())
    guard length > 0 else { return [] }
    return stride(from: 0, to: length, by: on + off).map { start in
      let end = min(length, start + on)
      return (
        (from.x + dx * start / length, from.y + dy * start / length),
        (from.x + dx * end / length, from.y + dy * end / length)
      )
    }
  }
}
