/// Where the figures of a chart stand so that none is printed over another: above its point, else below it, else not at all.
///
/// The order in which they are asked for decides, nothing else: the same chart gives the same bytes.
struct FigurePlaces {
  private struct Box {
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int
    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var taken: [Box] = []
  /// Figures below a point stay above the foot of the chart.
  private let foot: Int

  init(foot: Int) { self.foot = foot }

  /// The marker of a point, which no other point's figure may hide.
  mutating func take(markerAt x: Int, _ y: Int) {
    taken.append(Box(left: x - 4.px, right: x + 4.px, top: y - 4.px, bottom: y + 4.px))
  }

  /// A text that stands there in any case.
  mutating func take(_ text: String, at x: Int, baseline: Int) { taken.append(Self.box(text, x, baseline)) }

  /// The line of a figure over or under its point; nil: there is no room for it.
  mutating func baseline(_ text: String, at x: Int, _ y: Int, prefersBelow: Bool) -> Int? {
    let (above, below) = (y - 9.px, y + 18.px)
    for baseline in prefersBelow ? [below, above] : [above, below] {
      let box = Self.box(text, x, baseline)
      guard baseline == above || box.bottom <= foot, !taken.contains(where: box.overlaps) else { continue }
      taken.append(box)
      return baseline
    }
    return nil
  }

  /// Digits are about nine pixels high.
  private static func box(_ text: String, _ x: Int, _ baseline: Int) -> Box {
    let half = ChartLabel.width(text) / 2
    return Box(left: x - half, right: x + half, top: baseline - 9.px, bottom: baseline + 1.px)
  }
}
