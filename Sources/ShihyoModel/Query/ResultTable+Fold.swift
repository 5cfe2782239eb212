extension ResultTable {
  /// The table without its last key: rows that differ in nothing else become one.
  ///
  /// What is not a primitive is folded from an extra key (design.md, section 5): a quantile asks for the value column as the
  /// last key, then takes `distribution()` for the values and `droppingLastKey()` for the group's own figures.
  /// - Shape: the query loses its last key as well. A key that overlaps (several answers of one record) cannot be dropped, since
  ///   its records would count several times: nil. nil without keys, too.
  public func droppingLastKey() -> ResultTable? {
    guard let last = query.keys.last, !last.source.isOverlapping else { return nil }
    var folded = self
    folded.query.keys.removeLast()
    let shorter = rows.map { Row(keys: Array($0.keys.dropLast()), firstRecord: $0.firstRecord, values: $0.values) }
    folded.rows = Self.combined(shorter, aggregates: query.aggregates)
    return folded
  }

  /// For each group of the keys before the last: how often each value of the last key occurs.
  ///
  /// - Shape: groups in the order of their first row; values ascending, each once.
  /// - Missing: cells without a value are counted under their reason and are no value of the distribution.
  /// - Errors: none; without a key or a `count` among the aggregates there is nothing to fold, and the result is empty.
  public func distribution() -> [Distribution] {
    guard !query.keys.isEmpty, let place = query.aggregates.firstIndex(of: .count) else { return [] }
    var places: [[KeyValue]: Int] = [:]
    var groups: [Distribution] = []
    for row in rows {
      guard let last = row.keys.last, case .count(let count) = row.values[place] else { continue }
      let keys = Array(row.keys.dropLast())
      let group = places[keys] ?? groups.count
      if group == groups.count {
        places[keys] = group
        groups.append(Distribution(keys: keys))
      }
      if case .absent(let reason) = last {
        groups[group].reasons[reason] += count
      } else {
        groups[group].values.append(Distribution.Entry(value: last, count: count))
      }
    }
    for group in groups.indices { groups[group].values.sort { $0.value < $1.value } }
    return groups
  }
}

/// How often each value occurs in one group, ascending; quantiles, distinct counts and rank shares are read from it.
public struct Distribution: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var value: KeyValue
    public var count: Int
    public init(value: KeyValue, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// The keys of the group.
  public var keys: [KeyValue]
  public var values: [Entry] = []
  /// Cells without a value.
  public var reasons = ReasonCounts()

  /// Cells that hold a value.
  public var n: Int { values.reduce(0) { $0 + $1.count } }
  /// Different values.
  public var distinct: Int { values.count }
  /// Values and counts where every value is a number; nil where one is not.
  public var numbers: [(value: ExactDecimal, count: Int)]? {
    var numbers: [(value: ExactDecimal, count: Int)] = []
    for entry in values {
      guard case .number(let number) = entry.value else { return nil }
      numbers.append((number, entry.count))
    }
    return numbers
  }
}

extension GroupKey.Source {
  /// True where one record can stand in several groups.
  public var isOverlapping: Bool {
    switch self {
    case .column: false
    case .split, .options: true
    }
  }
}
