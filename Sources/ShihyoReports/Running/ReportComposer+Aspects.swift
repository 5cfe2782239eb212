import ShihyoDefinitions
import ShihyoModel
import ShihyoStatistics

/// What a report says of how sure a figure is: the ends of its interval, and whether its values have a trend.
extension ReportComposer {
  mutating func aspect(
    _ aspect: FigureAspect, of figures: MetricFigures, _ reference: FigureReference, now: MetricFigures.Entry,
    when: Moment,
    dimensions: [String: String], from source: FigureSource, at place: Place
  ) throws(Findings) -> Figure {
    let resource = try resource(of: reference, at: place)
    let figure: Figure
    let origin: FigureOrigin?
    switch aspect {
    case .lower, .upper:
      figure = try end(aspect, of: now.figure, figures.metric, resource, at: place)
      origin = now.origin.map {
        .derived(
          AspectWords.interval(aspect, of: now.figure),
          of: [TracedFigure(now.figure, origin: $0, label: figures.metric.label)])
      }
    case .trend: (figure, origin) = try self.trend(of: figures, reference, resource?.method, at: place)
    }
    // A trend is said of the last of its periods.
    let periods = aspect == .trend ? try periods(reference.period ?? .report, at: place) : []
    var source = source
    source.detail = periods.map(\.machineSpelling).joined(separator: ",")
    return entered(
      figure, metric: figures.metric.id + "." + aspect.rawValue,
      period: periods.last?.machineSpelling ?? when.spelling,
      dimensions: dimensions, origin: figure.value == .absent(.suppressed) ? nil : origin, from: source, at: place)
  }

  private func resource(of reference: FigureReference, at place: Place) throws(Findings) -> Resource? {
    let (entry, metric) = try loaded.metric(reference.metric, at: place)
    return try loaded.open(entry, resource: metric.resource).resource
  }

  /// - Errors: `noInterval` for a metric that is no share of counts, a full count, and self-selected answers.
  private func end(
    _ aspect: FigureAspect, of now: Figure, _ metric: MetricDefinition, _ resource: Resource?, at place: Place
  ) throws(Findings) -> Figure {
    let request = IntervalRequest()
    guard case .ratio(.share, _, let whole) = metric.computation else {
      throw Findings([Finding(ReportRunRule.noInterval(metric.id, Self.notAShare), at: place, text: metric.id)])
    }
    let units = whole.sum.terms.compactMap { term in
      term.measure.column.flatMap { resource?.schema?.field(named: $0)?.unit }
    }
    guard units.allSatisfy(\.isCounter) else {
      throw Findings([Finding(ReportRunRule.noInterval(metric.id, Self.notOfCounts), at: place, text: metric.id)])
    }
    if let refusal = request.refusal(resource?.method) {
      throw Findings([Finding(ReportRunRule.noInterval(metric.id, refusal.message), at: place, text: metric.id)])
    }
    let estimate = ShareEstimate(
      part: now.numerator.map { Rational($0) }, of: now.denominator.map { Rational($0) })
    var figure = request.figures(estimate, share: now)[aspect == .lower ? 0 : 1]
    figure.textDigits = now.digits ?? now.textDigits
    figure.definition = aspect == .lower ? Self.words(now, Self.lower) : Self.words(now, Self.upper)
    return figure
  }

  private static let notAShare = Bilingual(ja: "構成比・割合の指標ではない", en: "it is no share")
  private static let notOfCounts = Bilingual(ja: "件数や人数の割合ではない", en: "it is no share of counts")
  private static let lower = Bilingual(ja: "95％区間の下限（ウィルソン法）", en: "lower end of the 95 % interval (Wilson)")
  private static let upper = Bilingual(ja: "95％区間の上限（ウィルソン法）", en: "upper end of the 95 % interval (Wilson)")
  private static let trend = Bilingual(ja: "傾向の検定（マン・ケンドール、5％水準）", en: "test of trend (Mann–Kendall, 5 % level)")

  private static func words(_ now: Figure, _ more: Bilingual) -> Bilingual {
    guard let definition = now.definition else { return more }
    return Bilingual(ja: definition.ja + "。" + more.ja, en: definition.en + "; " + more.en)
  }

  /// The verdict on the values of all periods that the reference names (`last-12`), in words.
  private mutating func trend(
    of figures: MetricFigures, _ reference: FigureReference, _ method: CollectionMethod?, at place: Place
  ) throws(Findings) -> (Figure, FigureOrigin?) {
    var values: [TimeSeries.Point] = []
    var traced: [TracedFigure] = []
    var isHidden = false
    let periods = figures.metric.time == nil ? [] : try periods(reference.period ?? .report, at: place)
    if desk.isAsking { _ = try single(figures, nil, at: place) }
    var model: Figure?
    for period in desk.isAsking ? [] : periods {
      let entry = try figures.entries(period, desk: &desk, at: place).first
      model = entry?.figure ?? model
      isHidden = isHidden || entry?.figure.value == .absent(.suppressed)
      if let entry, entry.figure.exactValue != nil, !entry.isPartial {
        traced.append(TracedFigure(entry.figure, origin: entry.origin, label: period.bilingualLabel))
      }
      let months = period.first.year * 12 + period.first.month - 1
      values.append(
        TimeSeries.Point(
          time: period.grain == .day ? period.first.dayNumber : months / max(1, period.grain.months),
          exact: entry.flatMap { $0.isPartial ? nil : $0.figure.exactValue }))
    }
    var figure = Figure(kind: .count, value: .absent(.missing), definition: Self.trend)
    if let model { figure.definition = Self.words(model, Self.trend) }
    guard let grain = periods.first?.grain, !desk.isAsking else { return (figure, nil) }
    // A verdict over values that are hidden would tell of them.
    if isHidden { return (figure.with(.absent(.suppressed)), nil) }
    figure.n = values.count { $0.value != nil }
    figure.value = .text(Self.verdict(values, grain)[report.language])
    let words = AspectWords.trend(values, isSeasonal: Self.seasons[grain] != nil)
    return (figure, desk.keepsOrigins ? .derived(words, of: traced) : nil)
  }

  private static let seasons: [Grain: Int] = [.month: 12, .quarter: 4, .calendarQuarter: 4, .half: 2, .day: 7]

  private static func verdict(_ points: [TimeSeries.Point], _ grain: Grain) -> Bilingual {
    do throws(StatisticsRule) {
      let series = try TimeSeries(points)
      let (s, p): (Int, Double)
      if let count = seasons[grain] {
        let test = try SeasonalMannKendall(series, seasons: count)
        (s, p) = (test.s, test.p)
      } else {
        let test = try MannKendall(series)
        (s, p) = (test.s, test.exactP?.nearestDouble ?? test.p)
      }
      let chance = Probability.words(p)
      if p >= 0.05 {
        return Bilingual(ja: "増減の傾向があるとはいえない（\(chance.ja)）", en: "no trend is shown (\(chance.en))")
      }
      return s > 0
        ? Bilingual(ja: "増える傾向があるといえる（\(chance.ja)）", en: "a rising trend (\(chance.en))")
        : Bilingual(ja: "減る傾向があるといえる（\(chance.ja)）", en: "a falling trend (\(chance.en))")
    } catch {
      return Bilingual(ja: Self.withoutStop(error.message.ja), en: Self.withoutStop(error.message.en))
    }
  }

  /// A sentence within a sentence.
  private static func withoutStop(_ text: String) -> String {
    text.hasSuffix("。") || text.hasSuffix(".") ? String(text.dropLast()) : text
  }
}
