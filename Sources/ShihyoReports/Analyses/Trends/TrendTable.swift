import ShihyoModel

/// Builds the table of a trend, row by row, and collects what has to be said under it.
struct TrendTable {
  let analysis: TrendAnalysis
  let base: Period
  let series: [TrendSeries]
  let total: TrendSeries?
  private let isRate: Bool
  let figures: FigureComparison
  private var notes: [Bilingual] = []

  init(analysis: TrendAnalysis, base: Period, series: [TrendSeries], total: TrendSeries?) {
    self.analysis = analysis
    self.base = base
    self.series = series
    self.total = total
    isRate = analysis.column.isRate(schema: analysis.schema)
    figures = FigureComparison(isRate: isRate, digits: analysis.digits)
  }

  mutating func note(_ note: Bilingual?) {
    if let note, !notes.contains(note) { notes.append(note) }
  }

  mutating func table() -> ReportTable {
    let heading = analysis.column.valueColumn(schema: analysis.schema)
    let columns = TrendColumns(
      grain: analysis.grain, isRate: isRate, unit: heading.unit, base: base, window: analysis.window)
    var rows: [ReportTable.Row] = []
    for one in series {
      for place in one.points.indices { rows.append(row(place, of: one)) }
    }
    if analysis.column.isRatio { note(TrendNotes.ratioOfSums) }
    note(ratioGaps(heading))
    let time = GroupKey(column: analysis.time, form: .period(analysis.grain))
    return ReportTable(
      keyColumns: (analysis.by + [time]).map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      valueColumns: [heading] + analysis.comparisons.flatMap(columns.columns), rows: rows, notes: notes)
  }

  private func ratioGaps(_ heading: ReportTable.ValueColumn) -> Bilingual? {
    guard let ratio = analysis.column.ratio else { return nil }
    var gaps = RatioGaps(ratio, label: heading.label)
    for one in series {
      for point in one.points where point.parts.count == 2 && !point.isHidden {
        let names = (one.isTotal ? [.total] : one.keys.map { ReportTable.KeyCell($0) }).map(\.label)
        let name = Bilingual(
          ja: (names.map(\.ja) + [point.period.label(.ja)]).joined(separator: "・"),
          en: (names.map(\.en) + [point.period.label(.en)]).joined(separator: ", "))
        gaps.add(name, point.parts[0], point.parts[1])
      }
    }
    return gaps.note
  }

  private mutating func row(_ place: Int, of one: TrendSeries) -> ReportTable.Row {
    let point = one.points[place]
    var keys = one.keys.map { ReportTable.KeyCell($0) }
    if one.isTotal {
      keys = [.total] + Array(repeating: .blank, count: analysis.by.count - 1)
    }
    keys.append(ReportTable.KeyCell(.period(point.period)))
    var values = [point.figure]
    for comparison in analysis.comparisons { values += cells(comparison, place, of: one) }
    if values.dropFirst().contains(where: { $0.marks.contains(.seriesBreak) }) { note(TrendNotes.acrossBreak) }
    return ReportTable.Row(keys: keys, figures: values, kind: one.isTotal ? .total : .body)
  }

  private mutating func cells(_ comparison: TrendComparison, _ place: Int, of one: TrendSeries) -> [Figure] {
    let point = one.points[place]
    let figures = figures
    switch comparison {
    case .change(let against):
      let before = one.point(before: point, against)
      let figure = figures.change(from: before?.figure, to: point.figure)
      if figures.differsFromPrinted(figure, from: before?.figure, to: point.figure) { note(TrendNotes.exactChange) }
      return [one.marked(figure, from: before?.period, to: point.period)]
    case .difference(let against):
      let before = one.point(before: point, against)
      let figure = figures.difference(from: before?.figure, to: point.figure)
      if figures.differsFromPrinted(figure, from: before?.figure, to: point.figure) { note(TrendNotes.exactChange) }
      return [one.marked(figure, from: before?.period, to: point.period)]
    case .level(let against):
      let before = one.point(before: point, against)
      return [one.marked(figures.level(point.figure, of: before?.figure), from: before?.period, to: point.period)]
    case .index:
      return [one.marked(figures.level(point.figure, of: one.point(base)?.figure), from: base, to: point.period)]
    case .meanGrowth:
      return [one.marked(figures.meanGrowth(from: one.point(base), to: point), from: base, to: point.period)]
    case .moving:
      let half = analysis.window / 2
      let figure = one.movingAverage(
        at: place, window: analysis.window, of: analysis.column, digits: analysis.digits)
      return [
        one.marked(figure, from: point.period.advanced(by: -half), to: point.period.advanced(by: half))
      ]
    case .toDate: return toDate(point, of: one)
    case .contribution(let against):
      let before = one.point(before: point, against)
      let totalNow = total?.point(point.period)
      let totalBefore = totalNow.flatMap { total?.point(before: $0, against) }
      if let before, !before.isHidden, !point.isHidden, (before.value == nil) != (point.value == nil),
        totalBefore?.value != nil, totalNow?.value != nil
      {
        note(TrendNotes.contributionGap)
      }
      // A total with a group that is broken is broken, too.
      return figures.contribution(
        from: before?.figure, to: point.figure, totalBefore: totalBefore?.figure, totalNow: totalNow?.figure
      ).map { (total ?? one).marked($0, from: before?.period, to: point.period) }
    }
  }
}
