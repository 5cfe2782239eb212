import ShihyoDefinitions
import ShihyoModel

/// What a table prints of one metric: its answers at each period, and what its last one is compared with.
private struct PivotMetric {
  var figures: MetricFigures
  var filter: [Condition]
  /// Where the block names it.
  var place: Place
  var answers: [Answer] = []

  struct Answer {
    var moment: ReportComposer.Moment
    /// nil: the figures themselves; else the period before, of the answer before it that has none.
    var comparison: PeriodComparison?
    var entries: [MetricFigures.Entry]
  }
}

extension ReportComposer {
  /// Every figure of a table, metric by metric and period by period; then their changes, and their totals.
  mutating func pivotCells(_ block: TableBlock, keys: [GroupKey]) throws(Findings) -> [PivotCell] {
    var metrics: [PivotMetric] = []
    var failed: [Finding] = []
    for id in block.metrics {
      do throws(Findings) {
        metrics.append(try pivotMetric(id, block, keys: keys))
      } catch {
        failed += error.findings
      }
    }
    if !failed.isEmpty { throw Findings(failed) }
    try complete(&metrics, block)
    var cells: [PivotCell] = []
    for metric in metrics {
      do throws(Findings) {
        cells += try self.cells(metric, block, keys: keys)
      } catch {
        failed += error.findings
      }
    }
    if !failed.isEmpty { throw Findings(failed) }
    return cells
  }

  private mutating func pivotMetric(
    _ id: String, _ block: TableBlock, keys: [GroupKey]
  ) throws(Findings) -> PivotMetric {
    let (figures, filter) = try metricFigures(id, keys: keys, filter: block.filter, at: block.place, block.words)
    var metric = PivotMetric(
      figures: figures, filter: filter, place: block.words.place(.metric, id) ?? block.place)
    var moments: [Moment] = []
    if figures.metric.time == nil {
      moments = [try moment(figures.metric, nil, at: block.place)]
    } else {
      for reference in block.periods {
        if case .fixed(let period) = reference {
          doubt(period, of: figures, at: block.words.place(.label, period.machineSpelling) ?? block.place)
        }
        for period in try periods(reference, at: block.place) {
          moments.append(Moment(period: period, spelling: period.machineSpelling, label: period.bilingualLabel))
        }
      }
      if desk.isAsking { moments = [Moment(period: nil, spelling: "undated", label: same(""))] }
    }
    for when in moments {
      let entries = try figures.entries(when.period, desk: &desk, at: block.place)
      metric.answers.append(PivotMetric.Answer(moment: when, entries: entries))
    }
    doubt(
      metric.answers.flatMap(\.entries), at: moments.compactMap(\.period), of: figures,
      at: metric.place)
    // Changes against the last period named: earlier ones stand beside it anyway.
    guard let last = moments.last, let period = last.period else { return metric }
    for comparison in block.comparisons {
      let base = try figures.entries(comparison.base(of: period), desk: &desk, at: block.place)
      metric.answers.append(PivotMetric.Answer(moment: last, comparison: comparison, entries: base))
    }
    return metric
  }

  /// A count without a record has a cell in every row and column that the table has of its dataset.
  private mutating func complete(_ metrics: inout [PivotMetric], _ block: TableBlock) throws(Findings) {
    for place in metrics.indices where metrics[place].figures.isCounted {
      let all = metrics.filter { $0.figures.dataset == metrics[place].figures.dataset }
        .flatMap { $0.answers.flatMap { $0.entries.map(\.keys) } }
      let rows = all.map { Array($0.prefix(block.by.count)) }.distinct
      let columns = all.map { Array($0.dropFirst(block.by.count)) }.distinct
      let cells = rows.flatMap { row in columns.map { row + $0 } }
      for index in metrics[place].answers.indices {
        let answer = metrics[place].answers[index]
        let known = Set(answer.entries.map(\.keys))
        let period = answer.comparison.flatMap { comparison in answer.moment.period.map { comparison.base(of: $0) } }
        metrics[place].answers[index].entries += try metrics[place].figures.entries(
          ofNothing: cells.filter { !known.contains($0) }, at: period ?? answer.moment.period, desk: &desk,
          at: block.place)
      }
    }
  }

  private mutating func cells(
    _ metric: PivotMetric, _ block: TableBlock, keys: [GroupKey]
  ) throws(Findings) -> [PivotCell] {
    var cells: [PivotCell] = []
    var now: (parts: [MetricFigures.Entry], totals: [MetricFigures.Entry]) = ([], [])
    let isSigned = metric.answers.contains { $0.comparison != nil } ? metric.figures.isSigned(&desk) : false
    let fixed = Self.dimensions(metric.filter)
    func dimensions(_ entry: MetricFigures.Entry) -> [String: String] {
      fixed.merging(Self.dimensions(keys, entry.keys)) { _, own in own }
    }
    // A total is of the groups that are there, so that conditions on their column matter.
    func source(_ entry: MetricFigures.Entry, _ when: Moment, isTotal: Bool) -> FigureSource {
      let said = zip(keys, entry.keys).filter { !isTotal || $1 != PivotTotal.key }.map(\.0)
      return Self.source(metric.figures, metric.filter, when.period, keys: said)
    }
    func mark(_ total: inout PivotCell) {
      total.isBelow = total.keys.prefix(block.by.count).first == PivotTotal.key
      total.isBeside = total.keys.dropFirst(block.by.count).first == PivotTotal.key
    }
    for answer in metric.answers {
      let entries = (parts: answer.entries, totals: try totals(answer.entries, of: metric.figures, block))
      guard let comparison = answer.comparison, let period = answer.moment.period else {
        now = entries
        for (place, entry) in (now.parts + now.totals).enumerated() {
          let figure = entered(
            entry.figure, metric: metric.figures.metric.id, period: answer.moment.spelling,
            dimensions: dimensions(entry), origin: entry.origin,
            from: source(entry, answer.moment, isTotal: place >= now.parts.count), at: metric.place)
          var cell = PivotCell(metric: metric.figures.metric, moment: answer.moment, keys: entry.keys, figure: figure)
          (cell.isPartial, cell.stateOf, cell.gaps) = (entry.isPartial, entry.stateOf, entry.gaps)
          if place >= now.parts.count { mark(&cell) }
          cells.append(cell)
        }
        continue
      }
      for (place, entry) in (now.parts + now.totals).enumerated() {
        let isTotal = place >= now.parts.count
        let before =
          (isTotal ? entries.totals : entries.parts).first { $0.keys == entry.keys }
          ?? MetricFigures.Entry(keys: entry.keys, figure: Figure(kind: .sum, value: .absent(.missing)))
        let other = ComparedMonths(now: entry, at: period, before: before, at: comparison.base(of: period))
        let change = FigureChange(
          now: entry.figure, before: before.figure, comparison: comparison, isComparable: other == nil,
          isSigned: isSigned)
        let figure = entered(
          change.figure, metric: metric.figures.metric.id + "." + comparison.suffix(change.figure),
          period: answer.moment.spelling, dimensions: dimensions(entry),
          origin: FigureOrigin(comparison, at: period, now: entry, before: before),
          from: source(entry, answer.moment, isTotal: isTotal), at: metric.place)
        var cell = PivotCell(
          metric: metric.figures.metric, moment: answer.moment, comparison: comparison, keys: entry.keys,
          figure: figure)
        (cell.differsFromPrinted, cell.otherMonths) = (change.differsFromPrinted, other)
        if isTotal { mark(&cell) }
        cells.append(cell)
      }
    }
    return cells
  }
}

extension Array where Element: Hashable {
  /// Each element once, in order.
  ///
  /// - Cost: one look-up an element.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
