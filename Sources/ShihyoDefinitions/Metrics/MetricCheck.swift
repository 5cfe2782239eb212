import ShihyoModel

/// What a metric says that its columns contradict: another unit, and conditions that no row can meet.
struct MetricCheck {
  let metric: MetricDefinition
  let schema: Schema

  func run(_ object: ObjectReader) {
    if let rule = unitRule { object.log.add(rule, at: object.value("unit")?.position, text: metric.unit) }
    for finding in notNumbers + contradictions { object.log.add([finding]) }
  }

  /// Columns that are added up, or of which a middle is taken, and hold no numbers.
  private var notNumbers: [Finding] {
    metric.sums.flatMap(\.terms).compactMap { term -> Finding? in
      let column: String
      switch term.measure {
      case .primitive(.sum(let name)), .mean(let name), .median(let name): column = name
      case .quantile(_, let name): column = name
      case .primitive, .distinct: return nil
      }
      guard let type = schema.field(named: column)?.type, Self.withoutNumbers.contains(type) else { return nil }
      let place = metric.words.place(.column, column) ?? metric.place
      return Finding(MetricRule.notNumbers(column, type: type.rawValue), at: place, text: column)
    }
  }

  private static let withoutNumbers: Set<Field.ValueType> = [
    .string, .boolean, .date, .datetime, .time, .yearmonth, .period, .ageBracket,
  ]

  /// Figures are in the unit of their column: another word for it would be another number. Counts may have any.
  private var unitRule: MetricRule? {
    guard let written = metric.unit else { return nil }
    switch metric.computation {
    case .ratio(.share, _, _), .ratio(.change, _, _): return Self.rule(written, MeasureUnit(parsing: "％"), column: nil)
    case .ratio(.multiple, _, _): return Self.rule(written, MeasureUnit(parsing: "倍"), column: nil)
    case .ratio(.rate, _, _): return nil
    case .value(let column): return rule(written, column)
    case .sum(let sum):
      let columns = sum.terms.filter { $0.measure.hasUnitOfColumn }.compactMap(\.measure.column)
      // The first unit holds; others of the same kind are converted to it.
      let first = columns.first { schema.field(named: $0)?.unit != nil }
      return first.flatMap { rule(written, $0) }
    }
  }

  private func rule(_ written: String, _ column: String) -> MetricRule? {
    Self.rule(written, schema.field(named: column)?.unit, column: column)
  }

  private static func rule(_ written: String, _ declared: MeasureUnit?, column: String?) -> MetricRule? {
    guard let declared else { return nil }
    if let own = MeasureUnit(parsing: written), own.isSame(as: declared) { return nil }
    return .unitDiffers(written, declared: declared.symbol, column: column)
  }

  /// Conditions on one column of words that exclude each other: nothing would be left. Each side has its own.
  private var contradictions: [Finding] {
    var sides = [metric.filter]
    if case .ratio(_, let numerator, let denominator) = metric.computation {
      sides = [metric.filter + numerator.filter, metric.filter + denominator.filter]
    }
    var found: [Finding] = []
    for conditions in sides {
      for (index, second) in conditions.enumerated() {
        guard let first = conditions[..<index].first(where: { excludes($0, second) }) else { continue }
        let rule = MetricRule.contradiction(first.written, second.written)
        let place = second.values.first.flatMap { metric.words.place(.value, $0) } ?? metric.place
        let finding = Finding(rule, at: place, text: second.written)
        if !found.contains(finding) { found.append(finding) }
      }
    }
    return found
  }

  private func excludes(_ first: Condition, _ second: Condition) -> Bool {
    guard Label(first.column) == Label(second.column), first.grain == nil, second.grain == nil,
      let type = schema.field(named: first.column)?.type, [.string, .ageBracket, .any].contains(type)
    else { return false }
    let (own, other) = (Self.values(first), Self.values(second))
    return switch (first.comparison, second.comparison) {
    case (.equal, .equal): own.isDisjoint(with: other)
    case (.equal, .notEqual): own.isSubset(of: other)
    case (.notEqual, .equal): other.isSubset(of: own)
    default: false
    }
  }

  private static func values(_ condition: Condition) -> Set<Label> {
    Set(condition.values.map { Label(TextFolding.fold($0)) })
  }
}

extension Measure {
  fileprivate var hasUnitOfColumn: Bool {
    switch self {
    case .primitive(.count), .primitive(.countValues), .distinct: false
    default: true
    }
  }
}

extension Condition {
  fileprivate var written: String { column + comparison.rawValue + values.joined(separator: "|") }
}
