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
  private(set) var keys: [KeyPlan] = []
  private(set) var conditions: [ConditionTest] = []
  private(set) var measures: [MeasurePlan] = []
  private(set) var queries: [QueryPlan] = []
  /// Doubts about the questions themselves, such as a gap between brackets.
  private(set) var warnings: [Finding] = []

  private let schema: Schema?
  private let reading: ReadingOptions
  private let resolver: ColumnResolver
  private var keyPlaces: [GroupKey: Int] = [:]
  private var conditionPlaces: [Condition: Int] = [:]
  private var measurePlaces: [MeasurePlan: Int] = [:]
  private var findings: [Finding] = []

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

  private mutating func column(_ name: String) -> TouchedColumn? {
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

  private mutating func keyPlace(_ key: GroupKey) -> Int? {
    if let known = keyPlaces[key] { return known }
    guard let source = keySource(key), let form = keyForm(key, of: source) else { return nil }
    keys.append(KeyPlan(source: source, form: form))
    keyPlaces[key] = keys.count - 1
    return keys.count - 1
  }

  private mutating func keySource(_ key: GroupKey) -> KeyPlan.Source? {
    switch key.source {
    case .column(let name): return column(name).map(KeyPlan.Source.single)
    case .split(let name, let separator):
      guard let column = column(name) else { return nil }
      if separator.isEmpty {
        findings.append(Finding(QueryRule.emptySeparator(column: column.name)))
        return nil
      }
      return .split(column, separator: separator)
    case .options(let names):
      if names.isEmpty { findings.append(Finding(QueryRule.noOptions)) }
      let options = names.compactMap { name in column(name) }
      return options.count == names.count && !names.isEmpty ? .options(options) : nil
    }
  }

  private mutating func keyForm(_ key: GroupKey, of source: KeyPlan.Source) -> KeyPlan.Form? {
    let column: TouchedColumn
    switch source {
    case .single(let single): column = single
    case .split(let split, _): column = split
    case .options: return .text
    }
    let type = column.field?.type.rawValue ?? Field.ValueType.any.rawValue
    switch key.form {
    case .text: return .text
    case .brackets(let scheme):
      check(scheme)
      return .brackets(scheme)
    case .number:
      if [.text, .boolean, .time, .ageBracket].contains(column.kind) {
        findings.append(Finding(QueryRule.notAMeasure(column: column.name, type: type)))
        return nil
      }
      return .number
    case .period(let grain):
      if [.text, .boolean, .ageBracket].contains(column.kind) {
        findings.append(Finding(QueryRule.notADateColumn(column: column.name, type: type)))
        return nil
      }
      return .period(grain)
    case .value:
      switch column.kind {
      case .undeclared: return .value
      case .number: return .number
      case .time: return [.date, .datetime].contains(column.field?.type) ? .period(.day) : .text
      case .text, .boolean, .ageBracket: return .text
      }
    }
  }

  /// Overlapping brackets count somebody twice and are refused; gaps are told.
  private mutating func check(_ scheme: BracketScheme) {
    for rule in scheme.findings() {
      let finding = Finding(rule, text: scheme.spelling)
      if rule.severity == .error { findings.append(finding) } else { warnings.append(finding) }
    }
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

  /// - Parameter summed: columns that the same query sums: they are numbers, or the run fails, so that one reading is enough.
  private mutating func measurePlace(_ aggregate: Aggregate, summed: Set<Label>) -> Int? {
    guard let name = aggregate.column, let column = column(name) else { return nil }
    let isSum = if case .sum = aggregate { true } else { false }
    let readings: MeasureReadings
    switch column.kind {
    case .number: readings = .number
    case .undeclared: readings = summed.contains(Label(name)) ? .number : .numberOrText
    case .time: readings = .date
    case .text, .boolean, .ageBracket: readings = .text
    }
    if isSum {
      if readings != .number {
        let type = column.field?.type.rawValue ?? Field.ValueType.any.rawValue
        findings.append(Finding(QueryRule.notAMeasure(column: column.name, type: type)))
        return nil
      }
      if let values = reading.shape?.unpivot?.values.map(\.name),
        !values.contains(where: { Label($0) == Label(column.name) })
      {
        findings.append(Finding(QueryRule.repeatedByUnpivot(column: column.name, values: values)))
        return nil
      }
      if column.field?.additivity == .rate {
        findings.append(Finding(QueryRule.rateNotSummed(column: column.name)))
        return nil
      }
    }
    let plan = MeasurePlan(column: column.index, readings: readings)
    if let known = measurePlaces[plan] { return known }
    measures.append(plan)
    measurePlaces[plan] = measures.count - 1
    return measures.count - 1
  }
}
