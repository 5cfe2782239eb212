import ShihyoModel

/// Breaks in a series: the marked period (B) is the first that was counted in another way.
extension TrendSeries {
  /// Whether a break lies between two periods, so that they are not alike.
  func isBroken(from one: Period, to other: Period) -> Bool {
    guard !breaks.isEmpty else { return false }
    let (first, last) = one < other ? (one, other) : (other, one)
    return breaks.contains { first < $0 && $0 <= last }
  }

  /// A figure computed of the periods from one to another: marked where a break lies between them, and only there.
  func marked(_ figure: Figure, from one: Period?, to other: Period) -> Figure {
    guard figure.isNumber, let one else { return figure }
    var figure = figure
    if isBroken(from: one, to: other) {
      figure.marks.insert(.seriesBreak)
    } else {
      figure.marks.remove(.seriesBreak)
    }
    return figure
  }
}
