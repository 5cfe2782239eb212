/// A drawing in the making. Lengths are whole hundredths of a pixel, so that the same chart gives the same bytes everywhere.
struct ChartCanvas {
  enum Anchor: String { case start, middle, end }

  private(set) var elements: [String] = []
  private var depth = 1

  /// `1250` → `12.5`
  static func spell(_ hundredths: Int) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return sign + String(whole) }
    let tail = rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + tail
  }

  private mutating func add(_ element: String) {
    elements.append(String(repeating: " ", count: depth) + element)
  }

  mutating func rectangle(x: Int, y: Int, width: Int, height: Int, _ attributes: String) {
    let size = "width=\"\(Self.spell(max(0, width)))\" height=\"\(Self.spell(max(0, height)))\""
    add("<rect x=\"\(Self.spell(x))\" y=\"\(Self.spell(y))\" \(size) \(attributes)/>")
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ attributes: String) {
    let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)].map { "\($0)=\"\(Self.spell($1))\"" }
    add("<line \(ends.joined(separator: " ")) \(attributes)/>")
  }

  mutating func path(_ data: String, _ attributes: String) { add("<path d=\"\(data)\" \(attributes)/>") }

  /// - Parameter style: class names: `t` text, `m` muted, `h` with a halo of paper.
  mutating func text(_ text: String, x: Int, y: Int, style: String = "t", anchor: Anchor = .start) {
    guard !text.isEmpty else { return }
    let place = "x=\"\(Self.spell(x))\" y=\"\(Self.spell(y))\""
    let align = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    add("<text \(place) class=\"\(style)\"\(align)>\(MarkupText.escaped(text))</text>")
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

  /// Elements that belong together; the title is shown on hover.
  mutating func group(title: String?, _ attributes: String = "", _ draw: (inout ChartCanvas) -> Void) {
    guard title != nil || !attributes.isEmpty else { return draw(&self) }
    add("<g" + (attributes.isEmpty ? "" : " " + attributes) + ">")
    depth += 1
    if let title { add("<title>\(MarkupText.escaped(title))</title>") }
    draw(&self)
    depth -= 1
    add("</g>")
  }
}

extension Int {
  /// Pixels as hundredths.
  var px: Int { self * 100 }
}
