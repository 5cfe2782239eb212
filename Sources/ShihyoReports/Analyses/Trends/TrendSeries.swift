import ShihyoModel

/// The value of one period of one group.
struct TrendPoint: Hashable {
  let period: Period
  /// Absent (`missing`) where the data has no record.
  var figure: Figure
  /// The amount, or numerator and denominator: what can be added over periods. Empty where the data has no record.
  var parts: [SignedSumValue]

  var value: Rational? { figure.exactValue }
  var marks: Marks { figure.comparedMarks }
}

/// One group's values: a point for each period from the first to the last of all data, gaps included.
struct TrendSeries: Hashable {
  let keys: [KeyValue]
  let isTotal: Bool
  let points: [TrendPoint]
  /// The first periods after a break.
  let breaks: [Period]
  private let places: [Period: Int]

  init(keys: [KeyValue], isTotal: Bool, points: [TrendPoint]) {
    self.keys = keys
    self.isTotal = isTotal
    self.points = points
    breaks = points.lazy.filter { $0.figure.marks.contains(.seriesBreak) }.map(\.period)
    places = Dictionary(
      points.enumerated().map { ($0.element.period, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func point(_ period: Period) -> TrendPoint? { places[period].map { points[$0] } }

  /// nil outside the data.
  func point(before point: TrendPoint, _ against: TrendComparison.Against) -> TrendPoint? {
    switch against {
    case .previous: self.point(point.period.advanced(by: -1)).flatMap { $0.period == point.period ? nil : $0 }
    case .yearAgo: self.point(point.period.yearBefore)
    }
  }

  /// Periods without a record between the first and the last that the group has: data that has not come, unlike a centre that is
  /// not open yet.
  var gaps: [(period: Period, words: Bilingual)] {
    guard let first = points.firstIndex(where: { !$0.parts.isEmpty }),
      let last = points.lastIndex(where: { !$0.parts.isEmpty })
    else { return [] }
    let names = keys.map { ReportTable.KeyCell($0).label }
    return points[first...last].filter(\.parts.isEmpty).map { point in
      let ja = (names.map(\.ja) + [point.period.label(.ja)]).joined(separator: "・")
      let en = (names.map(\.en) + [point.period.label(.en)]).joined(separator: ", ")
      return (point.period, Bilingual(ja: ja, en: en))
    }
  }
}
