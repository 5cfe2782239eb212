import ShihyoModel

/// What of a trend is hidden: the groups and the periods decide together, since a year tells the last of its quarters.
extension TrendAnalysis {
  /// The people of each period, where a record can stand in several groups.
  static func basePlan(keys: [GroupKey], filter: [Condition], disclosure: DisclosureRequest?) -> MeasurePlan? {
    AggregateAnalysis.basePlan(keys: keys, filter: filter, disclosure: disclosure)
  }

  /// - Errors: those of `DisclosureDecision`.
  func hiding(_ groups: [MeasuredGroup], bases: [MeasuredGroup]) throws(Findings) -> GroupHiding? {
    guard let disclosure else { return nil }
    let key = GroupKey(column: time, form: .period(grain))
    // A state is not added up over time, so no total over periods tells anything.
    let isStock = disclosure.column.map { schema?.field(named: $0)?.additivity == .stock } ?? false
    let isPeriod = { (place: DisclosureDecision.Place) in
      if case .period(let period)?? = place.last { period.grain == self.grain } else { false }
    }
    return try GroupHiding(
      disclosure, keys: by + [key], groups: groups, bases: bases, ratios: events.ratio.map { [$0] } ?? [],
      published: isStock ? isPeriod : nil)
  }

  /// The records of all groups that stand in no period.
  func withoutPeriod(_ groups: [MeasuredGroup]) -> DisclosureDecision.Place {
    let reason = groups.lazy.compactMap { group in
      if case .absent? = group.keys.last { group.keys.last } else { nil }
    }.first
    return by.map { _ in nil } + [reason ?? .absent(.empty)]
  }

  /// Totals over groups, where the table has none, and over periods.
  func hiddenTotals(_ hiding: GroupHiding?) -> ReportTable? {
    guard let hiding else { return nil }
    let places = hiding.hiddenTotals.filter { place in
      guard showsTotal, case .period(let period)?? = place.last, period.grain == grain else { return true }
      return place.dropLast().contains { $0 != nil }
    }
    let time = GroupKey(column: time, form: .period(grain))
    return HiddenTotals.table(
      places, keys: (by + [time]).map { ReportTable.KeyColumn($0, schema: schema) },
      count: AggregateAnalysis.Column.measure(hiding.request.measure).valueColumn(schema: schema))
  }
}

extension TrendSeries {
  /// The same with hidden figures where the decision says so.
  func hiding(_ hiding: GroupHiding, by keys: Int) -> TrendSeries {
    let own: DisclosureDecision.Place = isTotal ? Array(repeating: nil, count: keys) : self.keys
    return TrendSeries(
      keys: self.keys, isTotal: isTotal,
      points: points.map { point in
        guard hiding(own + [.period(point.period)]) else { return point }
        var point = point
        point.figure = point.figure.hidden(hiding.request)
        return point
      })
  }
}

extension TrendPoint {
  var isHidden: Bool { figure.value == .absent(.suppressed) }
}
