import ShihyoDefinitions
import ShihyoModel

/// Counts of records: where the data hold records of a period, a group without one counts 0.
///
/// - Missing: a period of which the data hold no record at all is missing, since nothing tells whether nothing happened or
///   nothing arrived. A sum over a group without a row is missing, too: its rows are measurements, and one is not there.
extension MetricFigures {
  /// What all records of the data cover of a period, whatever the conditions of the metric.
  struct Cover {
    /// They do not reach over all of it.
    var isPartial = false
    /// nil: no times are looked up.
    var months: Set<Int>?
  }

  /// Whether every term counts records.
  var isCounted: Bool { sides.allSatisfy { $0.sum.terms.allSatisfy { $0.measure == .primitive(.count) } } }

  /// nil where something else than records is counted, and where the data hold none of the period.
  func cover(of period: Period?, _ desk: inout QueryDesk) -> Cover? {
    guard isCounted else { return nil }
    guard let time = metric.time else { return Cover() }
    let times = desk.times(
      Query(keys: [GroupKey(column: time)], aggregates: [.count]), on: dataset, field: timeField)
    guard let period else { return Cover() }
    let held = times.selection(period, isStock: false, countsRecords: true)
    return held.rows.isEmpty ? nil : Cover(isPartial: held.isPartial, months: held.months)
  }

  /// The answers with groups of no record in the place of those that are not there.
  func withNothing(
    _ answers: [[[KeyValue]: MeasuredGroup]], _ groups: [[KeyValue]]
  ) -> [[[KeyValue]: MeasuredGroup]] {
    var answers = answers
    for (side, own) in sides.enumerated() {
      for keys in groups where answers[side][keys] == nil { answers[side][keys] = .empty(keys, own.sum) }
    }
    return answers
  }

  /// Entries of groups that no record is in: a table has a cell for each of its rows and columns.
  ///
  /// - Returns: none where a cell without a row is missing.
  func entries(
    ofNothing groups: [[KeyValue]], at period: Period?, desk: inout QueryDesk, at place: Place
  ) throws(Findings) -> [Entry] {
    guard !groups.isEmpty, let cover = cover(of: period, &desk) else { return [] }
    let decision = try decision(period, &desk, at: place)
    let answers = withNothing(sides.map { _ in [:] }, groups)
    var entries: [Entry] = []
    for keys in groups {
      var figure = finished(try figure(keys, answers).figure)
      if figure.exactValue != nil, cover.isPartial { figure.marks.insert(.incomplete) }
      if let decision, let hiding, decision.hides(keys, at: period, of: hiding) {
        figure = figure.hidden(hiding.use.request)
      }
      let origin = desk.keepsOrigins ? self.origin(sides.map { _ in [] }, period) : nil
      entries.append(
        Entry(keys: keys, figure: figure, isPartial: cover.isPartial, months: cover.months, origin: origin))
    }
    return entries
  }
}

/// The order of groups that several sides have: one without a row of the numerator stands where the denominator has it.
extension MetricFigures {
  func ordered(_ groups: [[KeyValue]], _ desk: inout QueryDesk) -> [[KeyValue]] {
    var firsts: [[KeyValue]: Int] = [:]
    for side in sides {
      for row in desk.table(side.queries[0], on: dataset).rows {
        guard let record = row.firstRecord else { continue }
        let group = Array(row.keys.prefix(keys.count))
        firsts[group] = min(firsts[group] ?? record, record)
      }
    }
    return KeyOrdering().sorted(groups, by: keys, schema: dataset.schema) { firsts[groups[$0]] ?? $0 }
  }
}

extension KeyOrdering {
  /// Groups that no single answer holds, in the order of its rows.
  ///
  /// - Parameter appearance: of the group at a place, for what has no order of its own.
  func sorted(
    _ groups: [[KeyValue]], by keys: [GroupKey], schema: Schema?, appearance: (Int) -> Int
  ) -> [[KeyValue]] {
    let rows = groups.indices.map { ResultTable.Row(keys: groups[$0], firstRecord: appearance($0), values: []) }
    let table = ResultTable(
      query: Query(keys: keys, aggregates: []), rows: rows, decimalsSeen: [], accounting: Accounting(),
      overlapping: false)
    return self.rows(of: table, schema: schema).map(\.keys)
  }
}
