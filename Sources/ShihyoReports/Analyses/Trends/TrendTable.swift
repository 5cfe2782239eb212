import ShihyoModel

/// Builds the table of a trend, row by row, and collects what has to be said under it.
struct TrendTable {
  let analysis: TrendAnalysis
  let base: Period
  let series: [TrendSeries]
  let total: TrendSeries?
  private let isRate: Bool
  private let figures: TrendFigures
  private var notes: [Bilingual] = []

  init(analysis: TrendAnalysis, base: Period, series: [TrendSeries], total: TrendSeries?) {
    self.analysis = analysis
    self.base = base
    self.series = series
    self.total = total
    isRate = analysis.column.isRate(schema: analysis.schema)
    figures = TrendFigures(isRate: isRate, digits: analysis.digits)
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
    let time = GroupKey(column: analysis.time, form: .period(analysis.grain))
    return ReportTable(
      keyColumns: (analysis.by + [time]).map { ReportTable.KeyColumn($0, schema: analysis.schema) },
      valueColumns: [heading] + analysis.comparisons.flatMap(columns.columns), rows: rows, notes: notes)
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
    return ReportTable.Row(keys: keys, figures: values, kind: one.isTotal ? .total : .body)
  }

  private mutating func cells(_ comparison: TrendComparison, _ place: Int, of one: TrendSeries) -> [Figure] {
    let point = one.points[place]
    let figures = figures
    switch comparison {
    case .change(let against):
      let before = one.point(before: point, against)
      let figure = figures.change(from: before, to: point)
      noteRounding(figure, before, point) { figures.change(from: $0, to: $1) }
      return [figure]
    case .difference(let against):
      let before = one.point(before: point, against)
      let figure = figures.difference(from: before, to: point)
      noteRounding(figure, before, point) { figures.difference(from: $0, to: $1) }
      return [figure]
    case .level(let against): return [figures.level(point, of: one.point(before: point, against))]
    case .index: return [figures.level(point, of: one.point(base))]
    case .meanGrowth: return [figures.meanGrowth(from: one.point(base), to: point)]
    case .moving:
      return [
        one.movingAverage(at: place, window: analysis.window, of: analysis.column, digits: analysis.digits)
      ]
    case .toDate: return toDate(point, of: one)
    case .contribution(let against):
      let before = one.point(before: point, against)
      let totalNow = total?.point(point.period)
      let totalBefore = totalNow.flatMap { total?.point(before: $0, against) }
      if let before, (before.value == nil) != (point.value == nil), totalBefore?.value != nil, totalNow?.value != nil {
        note(TrendNotes.contributionGap)
      }
      return figures.contribution(from: before, to: point, totalBefore: totalBefore, totalNow: totalNow)
    }
  }

  /// The sum to date and its change: only between sums of the same periods.
  private func toDate(_ point: TrendPoint, of one: TrendSeries) -> [Figure] {
    let now = one.toDate(point.period, of: analysis.column, digits: analysis.digits)
    guard let sum = now.point, point.value != nil else {
      let none = figures.pair(point, point, kind: .change, unit: nil) { _, _ in nil }
      return [none, none]
    }
    let before = one.toDate(point.period.yearBefore, of: analysis.column, digits: analysis.digits)
    var change = figures.change(from: before.point, to: sum)
    if before.point != nil, !now.holdsSamePeriods(as: before) {
      change.value = .undefined(ChangeWords.notLikeForLike)
      change.marks = []
    } else if change.exactValue != nil, !now.present.allSatisfy(\.self) {
      change.marks.insert(.partial)
    }
    return [sum.figure, change]
  }

  /// A change is exact; where the printed values give another one, the reader is told.
  private mutating func noteRounding(
    _ figure: Figure, _ before: TrendPoint?, _ now: TrendPoint, _ compute: (TrendPoint, TrendPoint) -> Figure
  ) {
    guard figure.exactValue != nil, let before = before?.asPrinted, let now = now.asPrinted else { return }
    if compute(before, now).printed(like: figure) != ExactDecimal(figure.printed) { note(TrendNotes.exactChange) }
  }
}

extension TrendPoint {
  /// The point with its printed digits as its value; nil without a number.
  fileprivate var asPrinted: TrendPoint? {
    guard let digits = ExactDecimal(figure.printed) else { return nil }
    var point = self
    point.figure.value = .decimal(digits)
    return point
  }
}

extension Figure {
  /// The number that this figure would print with the digits of another one.
  fileprivate func printed(like other: Figure) -> ExactDecimal? {
    exactValue?.rounded(to: ExactDecimal(other.printed)?.decimals ?? other.textDigits, other.rounding)
  }
}
