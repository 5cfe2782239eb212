import ShihyoModel

/// The queries of a run as the hot path sees them: which columns it touches, and what it adds.
struct FastPlan: Sendable {
  /// Neighbouring key columns, from 0: their bytes, with the delimiters between, are looked up as one string.
  struct Span: Hashable, Sendable {
    var first: Int
    var last: Int
  }
  /// One key: its columns (several for options), and where their cells stand among the cells of the spans.
  struct KeyCells: Sendable {
    let columns: [TouchedColumn]
    let cells: [Int]
    /// Read in records that pass the filter only.
    let isMeasure: Bool
  }
  /// What a query keeps of a measure, group by group, of the cells that are plain digits.
  struct Use: Sendable {
    let measure: Int
    let sums: Bool
    let hasSmallest: Bool
    let hasLargest: Bool
    /// Of an extreme whose column may turn out to be text.
    let keepsText: Bool
  }
  struct QueryPlan: Sendable {
    let spans: [Span]
    /// Cells of all spans.
    let cellCount: Int
    let keys: [KeyCells]
    let conditions: [Int]
    let uses: [Use]
    /// Its groups can be shared by all workers (`RunGroups`): a spelling is one group, whoever meets it where. Several
    /// answers are several groups, and a measure is read only where a record passes, which a look-up does not wait for.
    let canShareGroups: Bool
  }

  let plan: EnginePlan
  let queries: [QueryPlan]
  let fieldCount: Int
  let delimiter: UInt8
  /// Per measure, the queries that need it.
  let users: [[Int]]

  /// nil where a field may not be as long as a block, which is for the plain path to watch.
  init?(_ plan: EnginePlan, header: HeaderInfo, options: ReadingOptions, blockBytes: Int) {
    guard options.maximumFieldBytes >= blockBytes + BlockMemory.tailRoom else { return nil }
    self.plan = plan
    queries = plan.queries.map { Self.queryPlan($0, plan) }
    fieldCount = header.names.count
    delimiter = header.delimiter
    let queries = queries
    users = plan.measures.indices.map { measure in
      queries.indices.filter { query in queries[query].uses.contains { $0.measure == measure } }
    }
  }

  private static func queryPlan(_ query: EnginePlan.QueryPlan, _ plan: EnginePlan) -> QueryPlan {
    let columns = query.keys.map { key in
      switch plan.keys[key].source {
      case .single(let column), .split(let column, _): [column]
      case .options(let columns): columns
      }
    }
    let spans = spans(columns.joined().map(\.index))
    let cells = spans.flatMap { Array($0.first...$0.last) }
    let keys = zip(query.keys, columns).map { key, columns in
      KeyCells(
        columns: columns, cells: columns.map { column in cells.firstIndex(of: column.index) ?? 0 },
        isMeasure: plan.keys[key].isMeasure)
    }
    let areSingle = query.keys.allSatisfy { if case .single = plan.keys[$0].source { true } else { false } }
    let waitsForFilter = !query.conditions.isEmpty && keys.contains(where: \.isMeasure)
    return QueryPlan(
      spans: spans, cellCount: cells.count, keys: keys, conditions: query.conditions, uses: uses(query, plan),
      canShareGroups: areSingle && !keys.isEmpty && !waitsForFilter)
  }

  private static func uses(_ query: EnginePlan.QueryPlan, _ plan: EnginePlan) -> [Use] {
    var measures: [Int] = []
    for case let measure? in query.aggregates.map(\.measure) where !measures.contains(measure) {
      measures.append(measure)
    }
    return measures.map { measure in
      var (sums, smallest, largest) = (false, false, false)
      for aggregate in query.aggregates where aggregate.measure == measure {
        switch aggregate.aggregate {
        case .sum: sums = true
        case .min: smallest = true
        case .max: largest = true
        case .count, .countValues: break
        }
      }
      return Use(
        measure: measure, sums: sums, hasSmallest: smallest, hasLargest: largest,
        keepsText: (smallest || largest) && plan.measures[measure].readings == .numberOrText)
    }
  }

  private static func spans(_ columns: [Int]) -> [Span] {
    var spans: [Span] = []
    for column in Set(columns).sorted() {
      if let last = spans.last, last.last + 1 == column {
        spans[spans.count - 1].last = column
      } else {
        spans.append(Span(first: column, last: column))
      }
    }
    return spans
  }
}
