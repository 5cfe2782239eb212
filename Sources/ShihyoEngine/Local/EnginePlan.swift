import ShihyoModel

/// All queries of a run, compiled against one header: which columns are touched, how each is read, and what each query needs of it.
///
/// What several queries share (a key, a condition, a measure) is read once per record.
struct EnginePlan: Sendable {
  /// One query: places in the shared lists.
  struct QueryPlan: Sendable {
    let query: Query
    let keys: [Int]
    let conditions: [Int]
    let aggregates: [AggregatePlan]
    let isOverlapping: Bool
  }
  struct AggregatePlan: Sendable {
    let aggregate: Aggregate
    /// Place of the measure; nil for `count`.
    let measure: Int?
  }
  struct MeasurePlan: Hashable, Sendable {
    let column: Int
    let readings: MeasureReadings
  }

  let header: [String]
  private(set) var columns: [Int: TouchedColumn] = [:]
  var keys: [KeyPlan] = []
  private(set) var conditions: [ConditionTest] = []
  var measures: [MeasurePlan] = []
  private(set) var queries: [QueryPlan] = []
  /// Doubts about the questions themselves, such as a gap between brackets.
  var warnings: [Finding] = []

  private let schema: Schema?
  let reading: ReadingOptions
  private let resolver: ColumnResolver
  var keyPlaces: [GroupKey: Int] = [:]
  private var conditionPlaces: [Condition: Int] = [:]
  var measurePlaces: [MeasurePlan: Int] = [:]
  var findings: [Finding] = []

  /// - Errors: every finding of all queries at once (kind `usage`): unknown columns, conditions that cannot be read, sums of rates.
  init(
    _ queries: [Query], header: [String], schema: Schema?, reading: ReadingOptions = ReadingOptions()
  ) throws(Findings) {
    self.header = header
    self.schema = schema
    self.reading = reading
    resolver = ColumnResolver(header: header)
    for query in queries { add(query) }
    if !findings.isEmpty {
      var seen = Set<Finding>()
      throw Findings(findings.filter { seen.insert($0).inserted }, kind: .usage)
    }
  }

  private mutating func add(_ query: Query) {
    let keys = query.keys.compactMap { key in keyPlace(key) }
    let conditions = query.filter.compactMap { condition in conditionPlace(condition) }
    let summed = Set(query.aggregates.compactMap { if case .sum(let name) = $0 { Label(name) } else { nil } })
    let aggregates = query.aggregates.map { aggregate in
      AggregatePlan(aggregate: aggregate, measure: measurePlace(aggregate, summed: summed))
    }
    queries.append(
      QueryPlan(
        query: query, keys: keys, conditions: conditions, aggregates: aggregates,
        isOverlapping: query.keys.contains { $0.source.isOverlapping }))
  }

  mutating func column(_ name: String) -> TouchedColumn? {
    switch resolver.index(of: name) {
    case .failure(let finding):
      findings.append(finding)
      return nil
    case .success(let index):
      if let known = columns[index] { return known }
      let field = schema.flatMap { Self.field(named: header[index], in: $0) }
      let column = TouchedColumn(index: index, name: header[index], field: field, schema: schema, reading: reading)
      columns[index] = column
      return column
    }
  }

  /// The field that describes a header: the exact name, else the one that is equal after folding.
  private static func field(named name: String, in schema: Schema) -> Field? {
    let folded = Label(TextFolding.fold(name))
    return schema.field(named: name) ?? schema.fields.first { Label(TextFolding.fold($0.name)) == folded }
  }

  private mutating func conditionPlace(_ condition: Condition) -> Int? {
    if let known = conditionPlaces[condition] { return known }
    guard let column = column(condition.column) else { return nil }
    do {
      conditions.append(try ConditionTest(condition, column: column))
    } catch {
      findings.append(error)
      return nil
    }
    conditionPlaces[condition] = conditions.count - 1
    return conditions.count - 1
  }
}
