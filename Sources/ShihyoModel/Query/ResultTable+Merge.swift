extension ResultTable {
  /// Adds the answer to the same query over other records of the same input.
  ///
  /// - Shape: rows with equal keys become one; rows stand in order of first appearance (ties by key), so any order of
  ///   merging gives the same table.
  /// - Missing: a column that is text in one part is text in the whole, so a numeric extreme without its text is lost only
  ///   where the other part has already found that the column is not numeric.
  /// - Errors: none; a sum cannot overflow below 10^11 records (design.md, section 4).
  /// - Complexity: O(rows · log rows).
  public mutating func merge(_ other: ResultTable) {
    precondition(query == other.query, "only answers to one query can be merged")
    rows = Self.combined(rows + other.rows, aggregates: query.aggregates)
    decimalsSeen = zip(decimalsSeen, other.decimalsSeen).map { max($0, $1) }
    units = zip(units, other.units).map { $0 ?? $1 }
    accounting.merge(other.accounting)
    overlapping = overlapping || other.overlapping
    let known = Set(warnings)
    warnings = (warnings + other.warnings.filter { !known.contains($0) }).sorted(by: Self.standsBefore)
  }

  /// One row per distinct list of keys, in order of first appearance.
  package static func combined(_ rows: [Row], aggregates: [Aggregate]) -> [Row] {
    var places: [[KeyValue]: Int] = [:]
    var merged: [Row] = []
    for row in rows {
      if let place = places[row.keys] {
        merged[place].merge(row, aggregates: aggregates)
      } else {
        places[row.keys] = merged.count
        merged.append(row)
      }
    }
    keepOneReading(&merged, aggregates: aggregates)
    return Row.byAppearance(merged)
  }

  /// An extreme is numeric in all rows or in none: the reading belongs to the column.
  private static func keepOneReading(_ rows: inout [Row], aggregates: [Aggregate]) {
    for place in aggregates.indices {
      let isText = rows.contains { row in
        if case .extreme(let extreme) = row.values[place] {
          extreme.text != nil && extreme.number == nil
        } else {
          false
        }
      }
      guard isText else { continue }
      for row in rows.indices {
        if case .extreme(var extreme) = rows[row].values[place] {
          extreme.number = nil
          rows[row].values[place] = .extreme(extreme)
        }
      }
    }
  }

  private static func standsBefore(_ left: Finding, _ right: Finding) -> Bool {
    let (first, second) = (left.place, right.place)
    if first.file != second.file { return Label(first.file ?? "") < Label(second.file ?? "") }
    if first.line != second.line { return (first.line ?? 0) < (second.line ?? 0) }
    if left.code != right.code { return Label(left.code) < Label(right.code) }
    return Label(left.text ?? left.message.en) < Label(right.text ?? right.message.en)
  }
}

extension ResultTable.Row {
  /// Order of first appearance; rows of one record (multiple answers), or without record numbers, by key.
  package static func appearsBefore(_ left: Self, _ right: Self) -> Bool {
    let (first, second) = (left.firstRecord ?? .max, right.firstRecord ?? .max)
    return first != second ? first < second : left.keys.lexicographicallyPrecedes(right.keys)
  }

  /// Rows in order of first appearance, which they nearly always have already.
  package static func byAppearance(_ rows: [Self]) -> [Self] {
    rows.isSorted(by: appearsBefore) ? rows : rows.sorted(by: appearsBefore)
  }

  mutating func merge(_ other: Self, aggregates: [Aggregate]) {
    firstRecord = [firstRecord, other.firstRecord].compactMap(\.self).min()
    for place in values.indices { values[place].merge(other.values[place], as: aggregates[place]) }
  }
}

extension AggregateValue {
  /// Adds the same primitive of other records.
  mutating func merge(_ other: AggregateValue, as aggregate: Aggregate) {
    switch (self, other) {
    case (.count(let left), .count(let right)): self = .count(left + right)
    case (.countValues(var left), .countValues(let right)):
      left.merge(right)
      self = .countValues(left)
    case (.sum(var left), .sum(let right)):
      left.billionths += right.billionths
      left.tally.merge(right.tally)
      self = .sum(left)
    case (.extreme(let left), .extreme(let right)):
      let keepsSmaller = if case .min = aggregate { true } else { false }
      self = .extreme(left.merged(with: right, keepsSmaller: keepsSmaller))
    default: preconditionFailure("rows of one query hold the same primitives")
    }
  }
}

extension ExtremeValue {
  /// The smaller or larger of both, in each reading; the numeric reading ends where one side has values but no number.
  public func merged(with other: ExtremeValue, keepsSmaller: Bool) -> ExtremeValue {
    func pick<Value: Comparable>(_ left: Value?, _ right: Value?) -> Value? {
      guard let left, let right else { return left ?? right }
      return keepsSmaller ? min(left, right) : max(left, right)
    }
    var merged = ExtremeValue(
      number: pick(number, other.number), text: pick(text, other.text), date: pick(date, other.date), tally: tally)
    let isText = (text != nil && number == nil) || (other.text != nil && other.number == nil)
    if isText { merged.number = nil }
    merged.tally.merge(other.tally)
    return merged
  }
}

extension Accounting {
  /// Adds what became of other records.
  public mutating func merge(_ other: Accounting) {
    records += other.records
    accepted += other.accepted
    rejected += other.rejected
    filteredOut += other.filteredOut
    leftOut.merge(other.leftOut)
    blankLines += other.blankLines
    layout.merge(other.layout)
  }
}
