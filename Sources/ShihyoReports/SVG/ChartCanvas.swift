/// What a line or an area of a chart is; each format has its own look for it.
enum ChartInk: Hashable {
  case grid, axis
  /// What lies under a figure.
  case paper
  /// Of a series; dashed at its edge where the value is of a part only.
  case bar(Int, isPartial: Bool)
  case line(Int, isDashed: Bool)
  /// Of a matrix: 0, 1 and 2, the darker, the more.
  case cell(Int)
}

/// A drawing in the making: what is drawn, free of any format. Lengths are whole hundredths of a pixel, so that the same chart
/// gives the same bytes everywhere.
struct ChartCanvas {
  enum Anchor: String { case start, middle, end }

  enum Element {
    case rectangle(x: Int, y: Int, width: Int, height: Int, ChartInk)
    case line(x1: Int, y1: Int, x2: Int, y2: Int, ChartInk)
    case marker(Int, x: Int, y: Int, isHollow: Bool)
    case text(String, x: Int, y: Int, style: String, Anchor)
    /// Up to its `close`, elements belong together; the title is shown on hover.
    case open(title: String?, attributes: String)
    case close
  }

  private(set) var elements: [Element] = []

  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, _ ink: ChartInk) {
    elements.append(.rectangle(x: x, y: y, width: max(0, width), height: max(0, height), ink))
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ ink: ChartInk) {
    elements.append(.line(x1: x1, y1: y1, x2: x2, y2: y2, ink))
  }

  /// The marker of a point, about its middle; hollow where the value is of a part only.
  mutating func marker(_ series: Int, x: Int, y: Int, isHollow: Bool) {
    elements.append(.marker(series, x: x, y: y, isHollow: isHollow))
  }

  /// - Parameter style: class names: `t` text, `m` muted, `v` figures, `b` large, `st` title, `h` with a halo of paper.
  mutating func text(_ text: String, x: Int, y: Int, style: String = "t", anchor: Anchor = .start) {
    guard !text.isEmpty else { return }
    elements.append(.text(text, x: x, y: y, style: style, anchor))
  }

  /// A label on one or more lines, its middle at `y`. What was cut stands whole in its title.
  mutating func label(
    _ label: ChartLabel, x: Int, middle y: Int, style: String = "t", anchor: Anchor = .start
  ) {
    let first = y - (label.lines.count - 1) * ChartLabel.lineHeight / 2 + 4.px
    group(title: label.isCut ? label.whole : nil) { canvas in
      for (index, line) in label.lines.enumerated() {
        canvas.text(line, x: x, y: first + index * ChartLabel.lineHeight, style: style, anchor: anchor)
      }
    }
  }

  mutating func group(title: String?, _ attributes: String = "", _ draw: (inout ChartCanvas) -> Void) {
    guard title != nil || !attributes.isEmpty else { return draw(&self) }
    elements.append(.open(title: title, attributes: attributes))
    draw(&self)
    elements.append(.close)
  }
}

extension Int {
  /// Pixels as hundredths.
  var px: Int { self * 100 }
}
