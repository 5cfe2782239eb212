import ShihyoModel

extension TrendAnalysis {
  /// All periods from the first to the last of the data.
  ///
  /// - Errors: `noPeriods`, `tooManyPeriods`.
  func periods(of groups: [MeasuredGroup]) throws(Findings) -> [Period] {
    let held = groups.compactMap { group -> Period? in
      if case .period(let period) = group.keys.last { period } else { nil }
    }
    guard let first = held.min(), let last = held.max() else { throw Findings(.noPeriods(column: time)) }
    let size = max(1, grain.months * 28)
    let estimate = (last.first.dayNumber - first.first.dayNumber) / size
    guard estimate <= 2 * Self.mostPeriods else {
      throw Findings(.tooManyPeriods(count: estimate, first: first.machineSpelling, last: last.machineSpelling))
    }
    var periods = [first]
    while let current = periods.last, current < last { periods.append(current.advanced(by: 1)) }
    guard periods.count <= Self.mostPeriods else {
      throw Findings(.tooManyPeriods(count: periods.count, first: first.machineSpelling, last: last.machineSpelling))
    }
    return periods
  }

  /// - Errors: `basePeriod` where the one that was asked for is not in the data.
  func basePeriod(in periods: [Period]) throws(Findings) -> Period {
    guard let first = periods.first, let last = periods.last else { throw Findings(.noPeriods(column: time)) }
    guard let base else { return first }
    guard first <= base, base <= last else {
      let rule = TrendRule.basePeriod(grain: grain, first: first.machineSpelling, last: last.machineSpelling)
      throw Findings(rule, text: base.machineSpelling)
    }
    return base
  }

  /// One series per group, in the order of the groups.
  func series(
    of groups: [MeasuredGroup], periods: [Period], coverage: TimeCoverage
  ) throws(Findings) -> [TrendSeries] {
    var order: [[KeyValue]] = []
    var members: [[KeyValue]: [MeasuredGroup]] = [:]
    for group in groups {
      let keys = Array(group.keys.dropLast())
      if members[keys] == nil { order.append(keys) }
      members[keys, default: []].append(group)
    }
    var series: [TrendSeries] = []
    for keys in order {
      let points = try points(of: members[keys] ?? [], periods: periods) { coverage.isPartial($0, keys: keys) }
      series.append(TrendSeries(keys: keys, isTotal: false, points: points))
    }
    return series
  }

  /// A point for every period; those without a group are missing.
  func points(
    of groups: [MeasuredGroup], periods: [Period], isPartial: (Period) -> Bool
  ) throws(Findings) -> [TrendPoint] {
    var held: [Period: TrendPoint] = [:]
    for group in groups {
      guard case .period(let period) = group.keys.last else { continue }
      var point = try point(period, of: group)
      if isPartial(period), point.value != nil { point.figure.marks.insert(.partial) }
      held[period] = point
    }
    let heading = column.valueColumn(schema: schema)
    let model = held.values.first?.figure
    return periods.map { period in
      held[period]
        ?? TrendPoint(
          period: period,
          figure: Figure(kind: model?.kind ?? .count, value: .absent(.missing), unit: heading.unit ?? model?.unit),
          parts: [])
    }
  }

  private func point(_ period: Period, of group: MeasuredGroup) throws(Findings) -> TrendPoint {
    switch column {
    case .measure(let measure):
      guard var figure = group.figures[measure] else { break }
      if case .text = figure.value { throw Findings([.notNumeric(measure: measure.machineName)]) }
      if case .date = figure.value { throw Findings([.notNumeric(measure: measure.machineName)]) }
      if case .exact = figure.value { figure.digits = digits }
      return TrendPoint(period: period, figure: figure, parts: [try SignedSumValue(SignedSum(measure), in: group)])
    case .ratio(let ratio):
      guard let kind = ratio.kind else { break }
      let parts = [try SignedSumValue(ratio.numerator, in: group), try SignedSumValue(ratio.denominator, in: group)]
      return TrendPoint(period: period, figure: kind.figure(parts[0], over: parts[1], digits: digits), parts: parts)
    }
    return TrendPoint(period: period, figure: Figure(kind: .count, value: .absent(.missing)), parts: [])
  }

  /// Marks every sum that a series is missing from, and names what is missing. A group that is a series itself is marked as
  /// partial already.
  func mark(_ series: inout [TrendSeries], _ lacking: SeriesGaps) -> [Bilingual] {
    var words: [Bilingual] = []
    series = series.map { one in
      let points = one.points.map { point in
        let gaps = lacking.gaps(in: point.period, group: one.keys).filter { !$0.series.isEmpty }
        guard point.value != nil, !gaps.isEmpty else { return point }
        words += gaps.map { $0.words(of: point.period) }
        var point = point
        point.figure.marks.insert(.incomplete)
        return point
      }
      return TrendSeries(keys: one.keys, isTotal: one.isTotal, points: points)
    }
    return words
  }

  /// Which periods are partial and how much of them there is: of all groups together, then of single groups.
  func partialWords(_ series: [TrendSeries], coverage: TimeCoverage) -> [Bilingual] {
    var words: [Bilingual] = []
    func add(_ period: Period, keys: [KeyValue]?) {
      guard let extent = coverage.words(period, keys: keys) else { return }
      let names = (keys ?? []).map { ReportTable.KeyCell($0).label }
      let ja = (names.map(\.ja) + [period.label(.ja)]).joined(separator: "・")
      let en = (names.map(\.en) + [period.label(.en)]).joined(separator: ", ")
      words.append(Bilingual(ja: "\(ja)（\(extent.ja)）", en: "\(en) (\(extent.en))"))
    }
    let overall = Set(coverage.overall.keys.filter { coverage.isPartial($0, keys: nil) })
    for period in overall.sorted() { add(period, keys: nil) }
    for one in series where !one.isTotal {
      for point in one.points where point.figure.marks.contains(.partial) && !overall.contains(point.period) {
        add(point.period, keys: one.keys)
      }
    }
    return words
  }
}
