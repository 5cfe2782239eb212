import ShihyoDefinitions
import ShihyoModel

/// The figures of all groups at a period.
extension MetricFigures {
  /// One entry per group, in the order of the dataset. A group of the dataset without a row in the period is there as missing.
  ///
  /// - Parameter period: nil: all rows.
  /// - Errors: `notOneRow`, `overlappingTimes`, `timeUnread`, `overflow`, `notNumeric`.
  /// - Cost: figures that the desk has seen before are not made again.
  func entries(_ period: Period?, desk: inout QueryDesk, at place: Place) throws(Findings) -> [Entry] {
    let decision: MetricDecision?
    let made: [Made]
    if let known = desk.made(self, at: period) {
      (decision, made) = (try self.decision(period, &desk, at: place), known)
    } else {
      let cells = try cells(period, &desk, at: place)
      // Between the two: a period that cannot be read is none at which anything is printed.
      decision = try self.decision(period, &desk, at: place)
      made = try self.made(of: cells, period, keepsOrigins: desk.keepsOrigins)
      desk.keep(made, of: self, at: period)
    }
    return made.map { one in
      var entry = one.entry
      if let decision, let hiding, decision.hides(entry.keys, at: period, of: hiding) {
        entry.figure = entry.figure.hidden(hiding.use.request)
      }
      note(entry, one.sides, at: period, &desk)
      return entry
    }
  }

  func decision(
    _ period: Period?, _ desk: inout QueryDesk, at place: Place
  ) throws(Findings) -> MetricDecision? {
    guard let hiding else { return nil }
    return try desk.decision(hiding.use, period: period, at: place)
  }

  /// The answers at a period, side by side.
  private struct Cells {
    var groups: [[KeyValue]] = []
    /// Per side.
    var answers: [[[KeyValue]: MeasuredGroup]] = []
    var isPartial = false
    var covered: Period?
    var months: Set<Int>?
    var lacking: SeriesGaps?
    var origins: OriginNotes
  }

  private func cells(
    _ period: Period?, _ desk: inout QueryDesk, at place: Place
  ) throws(Findings) -> Cells {
    var cells = Cells(covered: period, origins: OriginNotes(keyCount: keys.count))
    cells.lacking = seriesQuery.map { desk.gaps($0, on: dataset, groupKeys: keys.count, grammar: grammar) }
    var known = Set<[KeyValue]>()
    func add(_ keys: [KeyValue]) { if known.insert(keys).inserted { cells.groups.append(keys) } }
    for side in sides {
      var tables: [ResultTable] = []
      for (query, timeless) in zip(side.queries, side.plan.queries) {
        let selected = try select(query, at: period, answering: timeless, &desk, at: place)
        cells.isPartial = cells.isPartial || selected.isPartial
        tables.append(selected.table)
        guard tables.count == 1 else { continue }
        // The first query has every row of the side; the others only sort them by one column more.
        cells.covered = selected.covered ?? cells.covered
        if let own = selected.months { cells.months = (cells.months ?? []).union(own) }
        if desk.keepsOrigins { cells.origins.add(selected.chosen) }
        guard metric.time != nil else { continue }
        // Groups that the dataset knows at any time stand in the table, missing where they have no row.
        desk.groups(query, on: dataset, answering: timeless).forEach(add)
      }
      if let table = tables.first { try checkOneRow(table, at: place) }
      let measured = try side.plan.groups(tables, schema: dataset.schema, ordering: KeyOrdering())
      for group in measured { add(group.keys) }
      cells.answers.append(Dictionary(measured.map { ($0.keys, $0) }, uniquingKeysWith: { first, _ in first }))
    }
    if keys.isEmpty { add([]) }
    if sides.count > 1 { cells.groups = ordered(cells.groups, &desk) }
    if let cover = cover(of: period, &desk) {
      (cells.isPartial, cells.months) = (cover.isPartial, cover.months)
      cells.answers = withNothing(cells.answers, cells.groups)
    }
    return cells
  }

  private func made(of cells: Cells, _ period: Period?, keepsOrigins: Bool) throws(Findings) -> [Made] {
    var gaps: [[KeyValue]: [SeriesGaps.Gap]] = [:]
    if let lacking = cells.lacking, let covered = cells.covered {
      gaps = Dictionary(grouping: lacking.gaps(in: covered, group: nil), by: \.group)
    }
    var made: [Made] = []
    for keys in cells.groups {
      var (figure, sides) = try figure(keys, cells.answers)
      let gaps = gaps[keys] ?? []
      if figure.exactValue != nil, cells.isPartial || !gaps.isEmpty { figure.marks.insert(.incomplete) }
      let entry = Entry(
        keys: keys, figure: finished(figure), isPartial: cells.isPartial,
        stateOf: cells.isPartial && isStock ? cells.covered : nil, gaps: gaps, months: cells.months,
        origin: keepsOrigins ? origin(cells.origins.groups(of: keys), period) : nil)
      made.append(Made(entry: entry, sides: sides))
    }
    return made
  }

  /// - Parameter groups: one set per side.
  func origin(_ groups: [Set<[KeyValue]>], _ period: Period?) -> FigureOrigin {
    let parts = zip(sides, groups).map { side, groups in
      FigurePart(
        dataset: dataset, query: side.queries[0], groups: groups, sum: side.sum, period: period, metric: metric)
    }
    switch metric.computation {
    case .value: return .sum(parts[0])
    case .sum(let sum): return sum.isAdditive ? .sum(parts[0]) : .selection(parts[0])
    case .ratio(let kind, _, _): return .ratio(kind, numerator: parts[0], denominator: parts[1])
    }
  }
}
