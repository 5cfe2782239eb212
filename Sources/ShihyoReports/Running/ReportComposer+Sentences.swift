import ShihyoDefinitions
import ShihyoModel

extension ReportComposer {
  mutating func inlines(_ text: ReportText) throws(Findings) -> [ReportDocument.Inline] {
    try inlines(text, words: [:])
  }

  /// - Parameter words: the figures of a movement by their word.
  private mutating func inlines(
    _ text: ReportText, words: [String: Figure]
  ) throws(Findings) -> [ReportDocument.Inline] {
    var result: [ReportDocument.Inline] = []
    for piece in pieces(text) {
      switch piece {
      case .text(let text): result.append(.text(same(text)))
      case .word(let name): result.append(words[name].map { .figure($0) } ?? .text(same(word(name))))
      case .figure(let reference): result.append(.figure(try figure(reference, at: reference.place ?? text.place)))
      }
    }
    return result + notComparedNotes()
  }

  /// What a sentence could not compare is said behind it.
  private mutating func notComparedNotes() -> [ReportDocument.Inline] {
    defer { otherMonths = [] }
    return otherMonths.map { other in
      .text(same(report.language == .ja ? other.note.ja : " " + other.note.en))
    }
  }

  /// The case that the exact difference calls for; no direction where a side does not hold all its months and series.
  mutating func inlines(_ block: MovementBlock) throws(Findings) -> [ReportDocument.Inline] {
    if desk.isAsking { try checkCases(block) }
    let (figures, filter) = try metricFigures(block.of.metric, keys: [], filter: block.of.dimensions, at: block.place)
    let when = try moment(figures.metric, block.of.period, at: block.place)
    guard let period = when.period else {
      // Asking: the query of the metric is all that counts.
      _ = try single(figures, nil, at: block.place)
      if desk.isAsking { return [] }
      throw Findings([Finding(ReportRunRule.noPeriod, at: block.place)])
    }
    let dimensions = Self.dimensions(filter)
    let base = block.comparison.base(of: period)
    let now = try single(figures, period, at: block.place)
    let before = try single(figures, base, at: block.place)
    let other = ComparedMonths(now: now, at: period, before: before, at: base)
    otherMonths = other.map { [$0] } ?? []
    let note = other == nil ? notWhole(now, at: period, before, at: base) : nil
    if note == nil, other == nil {
      coverage.add(now, at: period)
      coverage.add(before, at: base)
    }
    let change = FigureChange(
      now: now.figure, before: before.figure, comparison: block.comparison, isComparable: other == nil && note == nil,
      isSigned: figures.isSigned(&desk)
    ).figure
    let origin = FigureOrigin(block.comparison, at: period, now: now, before: before)
    let id = figures.metric.id
    let source = Self.source(figures, filter, period)
    var words = [
      "now": entered(
        now.figure, metric: id, period: when.spelling, dimensions: dimensions, origin: now.origin, from: source,
        at: block.place),
      "before": entered(
        before.figure, metric: id, period: base.machineSpelling, dimensions: dimensions, origin: before.origin,
        from: Self.source(figures, filter, base), at: block.place),
    ]
    if let note {
      // Without an id: a sentence that asks for the change itself prints it, with its marks.
      words["change"] = change
      return try inlines(block.missing, words: words) + [.text(same(report.language == .ja ? note.ja : " " + note.en))]
    }
    let entered = entered(
      change, metric: id + "." + block.comparison.suffix(change), period: when.spelling, dimensions: dimensions,
      origin: origin, from: source, at: block.place)
    // A difference stands with its sign, since no word beside it says the direction.
    words["change"] = entered.kind == .difference ? entered : entered.withoutSign
    let text = block.text(
      of: change, now: now.figure, before: before.figure, figures.metric, report.language)
    return try inlines(text, words: words)
  }

  /// Why the two sides say nothing of a direction, though each has a value; nil: they do.
  private func notWhole(
    _ now: MetricFigures.Entry, at period: Period, _ before: MetricFigures.Entry, at base: Period
  ) -> Bilingual? {
    guard now.figure.exactValue != nil, before.figure.exactValue != nil else { return nil }
    let isPercentage = [now, before].contains { $0.figure.unit == "％" }
    let unsaid = isPercentage ? "上がったか下がったかは言えない。" : "増えたか減ったかは言えない。"
    let gaps = [(now, period), (before, base)].flatMap { side in side.0.gaps.map { $0.words(of: side.1) } }.uniqued
    if !gaps.isEmpty {
      let (shown, rest) = (gaps.prefix(3), gaps.count - 3)
      return Bilingual(
        ja: shown.map(\.ja).joined(separator: "、") + (rest > 0 ? "ほか\(rest)件" : "") + "の値がないため、" + unsaid,
        en: "There are no values of " + shown.map(\.en).joined(separator: "; ") + (rest > 0 ? " and \(rest) more" : "")
          + ", so it cannot be said whether it rose or fell.")
    }
    let partial = [(now, period), (before, base)].filter(\.0.isPartial).map(\.1)
    if !partial.isEmpty {
      return Bilingual(
        ja: partial.map { $0.label(.ja) }.joined(separator: "と") + "は一部の月の値だけのため、" + unsaid,
        en: partial.map { $0.label(.en) }.joined(separator: " and ") + (partial.count > 1 ? " hold" : " holds")
          + " only some of the months, so it cannot be said whether it rose or fell.")
    }
    let open = [(now, period), (before, base)].filter { $0.0.figure.leavesOutCells }.map(\.1)
    guard !open.isEmpty else { return nil }
    return Bilingual(
      ja: open.map { $0.label(.ja) }.joined(separator: "と") + "に値のないセルがあるため、" + unsaid,
      en: open.map { $0.label(.en) }.joined(separator: " and ") + (open.count > 1 ? " have" : " has")
        + " cells without a value, so it cannot be said whether it rose or fell.")
  }

  /// Every case is looked at when the paper is asked for, not on the day on which its sentence is the one to be printed.
  ///
  /// - Errors: unknown metrics in any case, with the nearest word of a movement.
  private mutating func checkCases(_ block: MovementBlock) throws(Findings) {
    var failed: [Finding] = []
    let cases = [
      block.rose, block.fell, block.unchanged, block.tooSmall, block.appeared, block.vanished, block.missing,
    ]
    for piece in cases.compactMap({ $0 }).flatMap(\.pieces) {
      guard case .figure(let reference) = piece else { continue }
      do throws(Findings) {
        _ = try figure(reference, at: reference.place ?? block.place)
      } catch {
        failed += error.findings.map { finding in
          guard let word = NearestName.find(reference.metric, in: ReportText.movementWords) else { return finding }
          let rule = MetricRule.unknown(
            reference.metric, nearest: "{\(word)}", datasets: loaded.entries.map(\.name))
          return finding.code == rule.code ? Finding(rule, at: finding.place, text: finding.text) : finding
        }
      }
    }
    if !failed.isEmpty { throw Findings(failed) }
  }

  /// 子家1 門司4・7: records of one body stand together.
  mutating func inlines(_ block: ListBlock) throws(Findings) -> [ReportDocument.Inline] {
    let found = try loaded.dataset(block.dataset, at: block.words.place(.dataset, block.dataset) ?? block.place)
    let dataset = found.dataset
    let filter = try checked(block.keys, block.filter, of: found, at: block.place, block.words, spells: true)
    let query = Query(keys: block.keys, filter: filter, aggregates: [.count])
    let table = desk.table(query, on: dataset)
    let rows = KeyOrdering().rows(of: table, schema: dataset.schema)
    let words = rows.isEmpty ? block.empty : Self.grouped(rows.map(Self.labels))
    var result = try block.lead.map { lead throws(Findings) in try inlines(lead) } ?? []
    result.append(.text(same(words)))
    return result
  }

  /// What several records share says how many they are: 7(2).
  private static func labels(_ row: ResultTable.Row) -> [String] {
    var labels = row.keys.map { ReportTable.KeyCell($0).label.ja }
    if row.recordCount > 1, let last = labels.indices.last { labels[last] += "(\(row.recordCount))" }
    return labels
  }

  /// `[[門司, 4], [門司, 7]]` → `門司4・7`; a single key is a plain list.
  static func grouped(_ rows: [[String]]) -> String {
    guard rows.first?.count == 2 else { return rows.map { $0.joined() }.joined(separator: " ") }
    var groups: [(name: String, items: [String])] = []
    for row in rows {
      if let last = groups.indices.last, groups[last].name == row[0] {
        groups[last].items.append(row[1])
      } else {
        groups.append((row[0], [row[1]]))
      }
    }
    return groups.map { $0.name + $0.items.joined(separator: "・") }.joined(separator: " ")
  }
}

extension Figure {
  /// For sentences that say the direction in words; the digits are the same.
  var withoutSign: Figure {
    var figure = self
    switch value {
    case .exact(let number): figure.value = .exact(number.magnitude)
    case .decimal(let number) where number.isNegative:
      figure.value = .decimal(ExactDecimal(coefficient: -number.coefficient, decimals: number.decimals))
    default: break
    }
    return figure
  }
}
