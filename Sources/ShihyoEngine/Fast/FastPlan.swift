import ShihyoModel

/// The queries of a run as the hot path sees them: which columns it touches, and what it adds.
///
/// Only what is asked most is here: keys that are one column each, counts, sums, and any condition. A run in which one
/// query asks for more (extremes, several answers in a cell) goes the plain way as a whole.
struct FastPlan: Sendable {
  /// Neighbouring key columns, from 0: their bytes, with the delimiters between, are looked up as one string.
  struct Span: Hashable, Sendable {
    var first: Int
    var last: Int
  }
  struct QueryPlan: Sendable {
    let spans: [Span]
    /// For each key of the query, where its cell stands among the cells of the spans.
    let keyCells: [Int]
    /// The column of each key.
    let columns: [TouchedColumn]
    let conditions: [Int]
    /// Measures that are summed, each once.
    let sums: [Int]
  }

  let plan: EnginePlan
  let queries: [QueryPlan]
  let fieldCount: Int
  let delimiter: UInt8
  /// Per measure, the queries that need it.
  let users: [[Int]]

  /// nil where the plain path has to answer.
  init?(_ plan: EnginePlan, header: HeaderInfo, options: ReadingOptions, blockBytes: Int) {
    // A blank line would look like a record with one empty field.
    guard header.names.count > 1, options.maximumFieldBytes >= blockBytes + BlockMemory.tailRoom else { return nil }
    var queries: [QueryPlan] = []
    for query in plan.queries {
      guard let columns = Self.keyColumns(query, plan), let sums = Self.sums(query, plan) else { return nil }
      let spans = Self.spans(columns.map(\.index))
      let cells = spans.flatMap { Array($0.first...$0.last) }
      queries.append(
        QueryPlan(
          spans: spans, keyCells: columns.map { column in cells.firstIndex(of: column.index) ?? 0 }, columns: columns,
          conditions: query.conditions, sums: sums))
    }
    self.plan = plan
    self.queries = queries
    fieldCount = header.names.count
    delimiter = header.delimiter
    users = plan.measures.indices.map { measure in queries.indices.filter { queries[$0].sums.contains(measure) } }
  }

  private static func keyColumns(_ query: EnginePlan.QueryPlan, _ plan: EnginePlan) -> [TouchedColumn]? {
    var columns: [TouchedColumn] = []
    for key in query.keys {
      guard case .single(let column) = plan.keys[key].source else { return nil }
      // Such a key is read only in records that pass; the hot path reads keys in all.
      if plan.keys[key].isMeasure, !query.conditions.isEmpty { return nil }
      columns.append(column)
    }
    return columns
  }

  private static func sums(_ query: EnginePlan.QueryPlan, _ plan: EnginePlan) -> [Int]? {
    var sums: [Int] = []
    for aggregate in query.aggregates {
      switch aggregate.aggregate {
      case .count: break
      case .sum:
        guard let measure = aggregate.measure, plan.measures[measure].readings == .number else { return nil }
        if !sums.contains(measure) { sums.append(measure) }
      default: return nil
      }
    }
    return sums
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
