import ShihyoModel

extension TrendTable {
  /// The sum to date and its change: only between sums of the same periods.
  func toDate(_ point: TrendPoint, of one: TrendSeries) -> [Figure] {
    let now = one.toDate(point.period, of: analysis.column, digits: analysis.digits)
    if point.isHidden { return [point.figure, point.figure] }
    guard let sum = now.point, point.value != nil else {
      let none = figures.pair(point.figure, point.figure, kind: .change, unit: nil) { _, _ in nil }
      return [none, none]
    }
    let before = one.toDate(point.period.yearBefore, of: analysis.column, digits: analysis.digits)
    var change = figures.change(from: before.point?.figure, to: sum.figure)
    if change.value == .absent(.suppressed) { return [sum.figure, change] }
    if before.point != nil, !now.holdsSamePeriods(as: before) {
      change.value = .undefined(ChangeWords.notLikeForLike)
      change.marks = []
    } else if change.exactValue != nil, !now.present.allSatisfy(\.self) {
      change.marks.insert(.partial)
    }
    let start = point.period.yearStart
    return [
      one.marked(sum.figure, from: start, to: point.period),
      one.marked(change, from: start.yearBefore, to: point.period),
    ]
  }
}
