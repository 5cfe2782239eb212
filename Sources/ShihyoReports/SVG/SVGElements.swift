/// The elements of a drawing as lines of SVG.
struct SVGElements {
  /// Of ids; unique in the page.
  let prefix: String

  func lines(_ elements: [ChartCanvas.Element]) -> [String] {
    var lines: [String] = []
    var depth = 1
    func add(_ element: String) { lines.append(String(repeating: " ", count: depth) + element) }
    for element in elements {
      switch element {
      case .open(let title, let attributes):
        add("<g" + (attributes.isEmpty ? "" : " " + attributes) + ">")
        depth += 1
        if let title { add("<title>\(MarkupText.escaped(title))</title>") }
      case .close:
        depth -= 1
        add("</g>")
      default: add(spelled(element))
      }
    }
    return lines
  }

  private func spelled(_ element: ChartCanvas.Element) -> String {
    switch element {
    case .rectangle(let x, let y, let width, let height, let ink):
      let size = "width=\"\(Self.spell(width))\" height=\"\(Self.spell(height))\""
      return "<rect x=\"\(Self.spell(x))\" y=\"\(Self.spell(y))\" \(size) \(attributes(ink))/>"
    case .line(let x1, let y1, let x2, let y2, let ink):
      let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)].map { "\($0)=\"\(Self.spell($1))\"" }
      return "<line \(ends.joined(separator: " ")) \(attributes(ink))/>"
    case .marker(let series, let x, let y, let isHollow):
      let style = isHollow ? "class=\"w\(series)\"" : "class=\"f\(series) o\(series)\""
      return "<path d=\"\(Self.marker(series, x: x, y: y))\" \(style)/>"
    case .text(let text, let x, let y, let style, let anchor):
      let align = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
      let place = "x=\"\(Self.spell(x))\" y=\"\(Self.spell(y))\""
      return "<text \(place) class=\"\(style)\"\(align)>\(MarkupText.escaped(text))</text>"
    case .open, .close: return ""
    }
  }

  private func attributes(_ ink: ChartInk) -> String {
    switch ink {
    case .grid: "class=\"g\""
    case .axis: "class=\"a\""
    case .paper: "class=\"p\""
    case .bar(let series, let isPartial):
      (series == 0 ? "class=\"f0 o0\"" : "fill=\"url(#\(prefix)-p\(series))\" class=\"o\(series)\"")
        + (isPartial ? " stroke-dasharray=\"3 2\"" : "")
    case .line(let series, let isDashed):
      "class=\"k\(series)\"" + (isDashed ? " stroke-dasharray=\"5 4\"" : "")
    case .cell(let level): "class=\"q\(level)\""
    }
  }

  private static func marker(_ series: Int, x: Int, y: Int) -> String {
    guard let corners = ChartStyle.marker(series) else {
      return "M\(spell(x - 400)) \(spell(y))a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    }
    let places = corners.map { spell(x + $0.x) + " " + spell(y + $0.y) }
    return "M" + places.joined(separator: "L") + "z"
  }

  /// `1250` → `12.5`
  static func spell(_ hundredths: Int) -> String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return sign + String(whole) }
    let tail = rest.isMultiple(of: 10) ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + tail
  }
}
