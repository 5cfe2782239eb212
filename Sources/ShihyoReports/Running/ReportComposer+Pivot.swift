import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  /// Metrics × dimensions × periods. What is not across stands in rows.
  mutating func table(_ block: TableBlock) throws(Findings) -> ReportTable {
    var acrossKey: [GroupKey] = []
    if case .column(let key) = block.across { acrossKey = [key] }
    var cells: [PivotCell] = []
    var failed: [Finding] = []
    for id in block.metrics {
      do throws(Findings) {
        cells += try pivotCells(id, block, keys: block.by + acrossKey)
      } catch {
        failed += error.findings
      }
    }
    if !failed.isEmpty { throw Findings(failed) }
    let schema = try schema(of: block)
    let layout = PivotLayout(block, cells: cells, schema: schema, language: report.language)
    var table = layout.table(cells)
    table.title = block.title.map { same(plain($0)) }
    table.notes = block.notes.map(same)
    if cells.contains(where: \.differsFromPrinted) {
      table.notes.append(
        Bilingual(
          ja: "差は端数処理前の値から求めたため、表示した値の差と一致しない場合がある。",
          en: "Differences are taken before rounding and may differ from those of the printed figures."))
    }
    var partial: [Bilingual] = []
    for cell in cells where cell.isPartial && cell.stateOf == nil && !partial.contains(cell.moment.label) {
      partial.append(cell.moment.label)
    }
    for cell in cells where cell.isPartial {
      guard let state = cell.stateOf else { continue }
      let note = Bilingual(
        ja: "\(cell.moment.label.ja)は\(state.label(.ja))の値（その後のデータはない）。",
        en: "\(cell.moment.label.en): the state of \(state.label(.en)); there are no later data.")
      if !table.notes.contains(note) { table.notes.append(note) }
    }
    if !partial.isEmpty {
      table.notes.append(
        Bilingual(
          ja: partial.map(\.ja).joined(separator: "、") + "は一部の月の値だけの計。",
          en: partial.map(\.en).joined(separator: ", ") + ": only some of the months."))
    }
    var gaps: [Bilingual] = []
    for cell in cells where cell.figure.exactValue != nil {
      guard let period = cell.moment.period else { continue }
      for gap in cell.gaps.map({ $0.words(of: period) }) where !gaps.contains(gap) { gaps.append(gap) }
    }
    if let note = TrendNotes.seriesGaps(gaps) { table.notes.append(note) }
    for cell in cells {
      if let note = cell.otherMonths?.note, !table.notes.contains(note) { table.notes.append(note) }
    }
    try mark(&table, block.footnotes)
    return table
  }

  private func schema(of block: TableBlock) throws(Findings) -> Schema? {
    guard let id = block.metrics.first else { return nil }
    let (entry, metric) = try loaded.metric(id, at: block.words.place(.metric, id) ?? block.place)
    return try loaded.open(entry, resource: metric.resource).dataset.schema
  }

  private mutating func pivotCells(
    _ id: String, _ block: TableBlock, keys: [GroupKey]
  ) throws(Findings) -> [PivotCell] {
    let (figures, filter) = try metricFigures(
      id, keys: keys, filter: block.filter, at: block.place, block.words)
    let fixed = Self.dimensions(filter)
    var moments: [Moment] = []
    if figures.metric.time == nil {
      moments = [try moment(figures.metric, nil, at: block.place)]
    } else {
      for reference in block.periods {
        if case .fixed(let period) = reference {
          doubt(period, of: figures, at: block.words.place(.label, period.machineSpelling) ?? block.place)
        }
        for period in try periods(reference, at: block.place) {
          let label = Bilingual(ja: period.label(.ja), en: period.label(.en))
          moments.append(Moment(period: period, spelling: period.machineSpelling, label: label))
        }
      }
      if desk.isAsking { moments = [Moment(period: nil, spelling: "undated", label: same(""))] }
    }
    var cells: [PivotCell] = []
    let place = block.words.place(.metric, id) ?? block.place
    for (index, when) in moments.enumerated() {
      let source = Self.source(figures, filter, when.period, keys: keys)
      let entries = try figures.entries(when.period, desk: &desk, at: block.place)
      let total = try total(entries, of: figures, block)
      for entry in entries + (total.map { [$0] } ?? []) {
        let isTotal = total != nil && entry.keys.last == .age(.total)
        let dimensions = fixed.merging(Self.dimensions(keys, entry.keys)) { _, own in own }
        let figure = entered(
          entry.figure, metric: figures.metric.id, period: when.spelling, dimensions: dimensions, origin: entry.origin,
          // A total is of the groups that are there, so that conditions on their column matter.
          from: isTotal ? Self.source(figures, filter, when.period) : source, at: place)
        cells.append(
          PivotCell(
            metric: figures.metric, moment: when, comparison: nil, keys: entry.keys, figure: figure,
            isPartial: entry.isPartial, stateOf: entry.stateOf, gaps: entry.gaps, isTotal: isTotal))
      }
      // Changes against the last period named: earlier ones stand beside it anyway.
      guard index == moments.count - 1, let period = when.period else { continue }
      let isSigned = figures.isSigned(&desk)
      for comparison in block.comparisons {
        let basePeriod = comparison.base(of: period)
        let base = try figures.entries(basePeriod, desk: &desk, at: block.place)
        for entry in entries {
          let before =
            base.first { $0.keys == entry.keys }
            ?? MetricFigures.Entry(keys: entry.keys, figure: Figure(kind: .sum, value: .absent(.missing)))
          let other = ComparedMonths(now: entry, at: period, before: before, at: basePeriod)
          let change = FigureChange(
            now: entry.figure, before: before.figure, comparison: comparison, isComparable: other == nil,
            isSigned: isSigned)
          let dimensions = fixed.merging(Self.dimensions(keys, entry.keys)) { _, own in own }
          let figure = entered(
            change.figure, metric: figures.metric.id + "." + comparison.suffix(change.figure),
            period: when.spelling, dimensions: dimensions,
            origin: FigureOrigin(comparison, at: period, now: entry, before: before), from: source, at: place)
          cells.append(
            PivotCell(
              metric: figures.metric, moment: when, comparison: comparison, keys: entry.keys, figure: figure,
              differsFromPrinted: change.differsFromPrinted, otherMonths: other))
        }
      }
    }
    return cells
  }

  /// 計 of the parts of one row. Counts add up, and shares that were published as such; a share is taken of the sums of its
  /// sides. Other quotients have no total.
  private func total(
    _ entries: [MetricFigures.Entry], of figures: MetricFigures, _ block: TableBlock
  ) throws(Findings) -> MetricFigures.Entry? {
    guard block.hasTotal, case .column = block.across, block.by.isEmpty, let first = entries.first else { return nil }
    switch figures.metric.kind {
    case .multiple, .change, .rate, .mean, .median, .quantile, .distinct:
      throw Findings([Finding(ReportRunRule.noTotal(figures.metric.id), at: block.place, text: figures.metric.id)])
    case .count, .sum, .share, .value: break
    }
    if let hidden = entries.first(where: { $0.figure.value == .absent(.suppressed) }) {
      var figure = hidden.figure
      figure.kind = .sum
      return MetricFigures.Entry(keys: [.age(.total)], figure: figure)
    }
    var figure = first.figure
    var origin: FigureOrigin?
    if case .ratio(let kind, _, _) = figures.metric.computation {
      guard entries.allSatisfy({ $0.figure.exactValue != nil }) else { return nil }
      guard let quotient = Self.quotient(kind, of: entries) else {
        throw Findings([Finding(ReportRunRule.noTotal(figures.metric.id), at: block.place, text: figures.metric.id)])
      }
      (figure.value, figure.numerator, figure.denominator) = (quotient.value, quotient.numerator, quotient.denominator)
      origin = desk.keepsOrigins ? FigureOrigin(merging: entries.map(\.origin)) : nil
    } else {
      var sum = Rational.zero
      for entry in entries {
        guard let value = entry.figure.exactValue else { return nil }
        sum = sum + value
      }
      let decimals = entries.compactMap { $0.figure.decimalValue?.decimals }.max() ?? 0
      figure.value = sum.rounded(to: decimals).flatMap { Rational($0) == sum ? .decimal($0) : nil } ?? .exact(sum)
      figure.kind = .sum
      figure.numerator = nil
      figure.denominator = nil
      origin = desk.keepsOrigins ? FigureOrigin.total(entries.map(TracedFigure.init)) : nil
    }
    figure.n = nil
    for entry in entries.dropFirst() {
      figure.marks.formUnion(entry.figure.marks)
      figure.reasons.merge(entry.figure.reasons)
    }
    return MetricFigures.Entry(
      keys: [.age(.total)], figure: figure, isPartial: entries.contains(where: \.isPartial),
      stateOf: entries.compactMap(\.stateOf).first, origin: origin)
  }

  /// nil where a figure does not hold its sides (a share of means).
  private static func quotient(_ kind: RatioKind, of entries: [MetricFigures.Entry]) -> Figure? {
    var sides = (ExactDecimal.zero, ExactDecimal.zero)
    for entry in entries {
      guard let own = entry.figure.numerator.flatMap({ sides.0.adding($0) }),
        let base = entry.figure.denominator.flatMap({ sides.1.adding($0) })
      else { return nil }
      sides = (own, base)
    }
    var (numerator, denominator) = (SignedSumValue(Rational(sides.0)), SignedSumValue(Rational(sides.1)))
    (numerator.decimal, denominator.decimal) = (sides.0, sides.1)
    return kind.figure(numerator, over: denominator, digits: nil)
  }

  static func dimensions(_ keys: [GroupKey], _ values: [KeyValue]) -> [String: String] {
    Dictionary(
      zip(keys, values).map { ($0.machineName, ReportTable.KeyCell($1).code) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts the signs of footnotes on every key and column that prints the label.
  ///
  /// - Errors: `unknownPart` for a label that the table does not print; with `--set` or another period it may
  ///   rightly be gone.
  private func mark(_ table: inout ReportTable, _ footnotes: [TableFootnote]) throws(Findings) {
    var findings: [Finding] = []
    for footnote in footnotes {
      let numbers = footnoteNumbers([footnote.footnote])
      var isPrinted = false
      for row in table.rows.indices {
        for key in table.rows[row].keys.indices where table.rows[row].keys[key].label[report.language] == footnote.at {
          table.rows[row].keys[key].footnotes += numbers
          isPrinted = true
        }
      }
      for column in table.valueColumns.indices
      where table.valueColumns[column].label[report.language] == footnote.at {
        table.valueColumns[column].footnotes += numbers
        isPrinted = true
      }
      if isPrinted || desk.isAsking || !settings.isEmpty || choosesPeriod { continue }
      let known = (table.valueColumns.map(\.label) + table.rows.flatMap { $0.keys.map(\.label) })
        .map { $0[report.language] }.uniqued
      findings.append(unknownPart(footnote.at, known: known, at: footnote.place))
    }
    if !findings.isEmpty { throw Findings(findings) }
  }
}

/// One figure of a pivot table and where it belongs.
struct PivotCell {
  var metric: MetricDefinition
  var moment: ReportComposer.Moment
  /// nil: the figure itself.
  var comparison: PeriodComparison?
  /// Of `by`, then of the column across.
  var keys: [KeyValue]
  var figure: Figure
  var differsFromPrinted = false
  /// Why there is no comparison.
  var otherMonths: ComparedMonths?
  var isPartial = false
  var stateOf: Period?
  var gaps: [SeriesGaps.Gap] = []
  var isTotal = false
}
