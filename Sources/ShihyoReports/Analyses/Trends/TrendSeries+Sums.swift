import ShihyoModel

/// Values of several periods together.
extension TrendSeries {
  /// The centred mean of `window` periods around one: plain for an odd window, 2 × window for an even one.
  ///
  /// - Shape: the ends, and periods within reach of a gap, have no value.
  /// - Units: of an amount its unit; a ratio is Σ numerator / Σ denominator, since rates are not averaged.
  /// - Source: statistics.md, section 7.
  func movingAverage(
    at place: Int, window: Int, of column: AggregateAnalysis.Column, digits: Int?
  ) -> Figure {
    let half = window / 2
    var model = points[place].figure
    model.kind = .mean
    (model.numerator, model.denominator, model.n) = (nil, nil, nil)
    model.textDigits += column.isRatio ? 0 : 1
    guard place >= half, place + half < points.count else { return model.without(ChangeWords.ends) }
    let covered = points[(place - half)...(place + half)]
    if covered.contains(where: \.isHidden) { return model.suppressed }
    guard covered.allSatisfy({ $0.value != nil }) else { return model.without(ChangeWords.gaps) }
    let isEven = window.isMultiple(of: 2)
    let weights = covered.indices.map { index in
      isEven && index != covered.startIndex && index != covered.endIndex - 1 ? Rational(2) : Rational(1)
    }
    let divisor = Rational(isEven ? 2 * window : window)
    var figure = column.figure(
      sums(covered, weights: weights), model: model, dividedBy: divisor, digits: digits)
    figure.textDigits = model.textDigits
    figure.marks = covered.reduce(into: figure.marks) { $0.formUnion($1.marks) }
    return figure
  }

  /// The sum from the start of the year to one period, and its periods.
  ///
  /// - Missing: periods without a value stay out and make the sum `partial`; without any value it is missing.
  func toDate(_ period: Period, of column: AggregateAnalysis.Column, digits: Int?) -> YearToDate {
    let start = period.yearStart
    var held: [TrendPoint] = []
    var gaps = 0
    var isHidden = false
    var present: [Bool] = []
    var current = start
    while current <= period {
      isHidden = isHidden || point(current)?.isHidden ?? false
      let point = point(current).flatMap { $0.value == nil ? nil : $0 }
      if let point { held.append(point) } else { gaps += 1 }
      present.append(point != nil)
      let next = current.advanced(by: 1)
      if next == current { break }
      current = next
    }
    guard let model = held.last?.figure, !held.isEmpty else { return YearToDate(point: nil, present: present) }
    var figure = column.figure(sums(held[...]), model: model, digits: digits)
    (figure.n, figure.id) = (nil, nil)
    figure.marks = held.reduce(into: figure.marks) { $0.formUnion($1.marks) }
    if gaps > 0 { figure.marks.insert(.partial) }
    // A sum up to a hidden period, beside the others, would tell it.
    if isHidden { figure = figure.suppressed }
    return YearToDate(point: TrendPoint(period: period, figure: figure, parts: []), present: present)
  }

  private func sums(_ covered: ArraySlice<TrendPoint>, weights: [Rational]? = nil) -> [SignedSumValue] {
    guard let count = covered.first?.parts.count else { return [] }
    return (0..<count).map { part in
      SignedSumValue(
        adding: covered.compactMap { $0.parts.indices.contains(part) ? $0.parts[part] : nil }, weights: weights)
    }
  }
}

/// A sum from the start of a year.
struct YearToDate: Hashable {
  /// nil where no period has a value.
  var point: TrendPoint?
  /// From the start of the year, whether each period has a value.
  var present: [Bool]

  /// Like for like: the same periods of both years.
  func holdsSamePeriods(as other: YearToDate) -> Bool {
    present == other.present || (present.allSatisfy(\.self) && other.present.allSatisfy(\.self))
  }
}

extension Period {
  /// The first period of the same grain in the fiscal year (of calendar grains: the calendar year) that this one lies in.
  var yearStart: Period {
    let year: Grain = grain == .calendarQuarter || grain == .calendarYear ? .calendarYear : .fiscalYear
    return Period(grain, containing: Period(year, containing: first).first)
  }
}

extension AggregateAnalysis.Column {
  var isRatio: Bool { if case .ratio = self { true } else { false } }
}

extension Figure {
  /// Computed of a hidden figure, and hidden with it.
  var suppressed: Figure {
    var figure = self
    figure.value = .absent(.suppressed)
    (figure.marks, figure.reasons) = ([], ReasonCounts())
    (figure.numerator, figure.denominator, figure.n) = (nil, nil, nil)
    return figure
  }

  fileprivate func without(_ words: Bilingual) -> Figure {
    var figure = self
    figure.value = .undefined(words)
    (figure.marks, figure.reasons) = ([], ReasonCounts())
    return figure
  }
}
