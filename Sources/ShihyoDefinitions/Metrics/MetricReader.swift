import ShihyoModel

/// Reads one metric of `metrics.yaml`; what is wrong goes to the log with its place.
struct MetricReader {
  let object: ObjectReader
  let package: DataPackage

  private static let common = [
    "label", "kind", "resource", "where", "time", "as-of", "unit", "digits", "department", "definition", "disclosure",
  ]
  private static let ratioKeys = ["numerator", "denominator", "numerator-where", "denominator-where"]

  func read(id: String, at position: JSONPosition?) -> MetricDefinition? {
    let log = object.log
    if !MetricID.isSound(id) { log.add(MetricRule.badID, at: position, text: id) }
    if object.value("kind") == nil { log.add(DescriptorRule.missingKey("kind"), at: position) }
    guard let kind = object.choice("kind", MetricDefinition.Kind.self) else { return nil }
    object.refuseKeys(otherThan: Self.common + Self.keys(of: kind))
    if object.value("label") == nil { log.add(DescriptorRule.missingKey("label"), at: position) }
    let label = BilingualReader.read(object, "label")
    if let label, TextFolding.isBlank(label.ja) || TextFolding.isBlank(label.en) {
      log.add(DescriptorRule.emptyValue(key: "label"), at: object.value("label")?.position)
    }
    let expressions = ExpressionFields(object: object)
    guard let computation = computation(kind, expressions, at: position) else { return nil }
    let metric = MetricDefinition(
      id: id, label: label ?? Bilingual(ja: id, en: id), kind: kind,
      computation: computation, filter: expressions.conditions("where"), resource: object.string("resource"),
      time: object.string("time"), asOf: asOf(), unit: object.string("unit"), digits: digits(),
      disclosure: disclosure(), department: object.string("department"),
      definition: BilingualReader.read(object, "definition"),
      place: log.place(position), words: words(computation))
    checkColumns(metric)
    return metric
  }

  /// The columns that it adds up, by the key that names them.
  private static func sides(of computation: MetricDefinition.Computation) -> [(key: String, columns: [String])] {
    switch computation {
    case .sum(let sum): [("of", sum.columns)]
    case .value(let column): [("of", [column])]
    case .ratio(_, let numerator, let denominator):
      [("numerator", numerator.sum.columns), ("denominator", denominator.sum.columns)]
    }
  }

  private func words(_ computation: MetricDefinition.Computation) -> WordPlaces {
    var words = WordPlaces()
    words.add(.column, "time", of: object)
    for key in Self.conditionKeys { words.add(conditions: key, of: object) }
    for (key, columns) in Self.sides(of: computation) { words.add(measured: columns, key, of: object) }
    return words
  }

  private static let conditionKeys = ["where", "numerator-where", "denominator-where"]

  /// Every column that a key names, with its place; one that stands under two keys is there twice.
  private func columns(_ metric: MetricDefinition) -> [(name: String, place: Place)] {
    var named: [(key: String, columns: [String], words: WordPlaces)] = []
    func add(_ key: String, _ columns: [String], _ enter: (inout WordPlaces) -> Void) {
      var words = WordPlaces()
      enter(&words)
      named.append((key, columns, words))
    }
    for (key, columns) in Self.sides(of: metric.computation) {
      add(key, columns) { $0.add(measured: columns, key, of: object) }
    }
    add("time", metric.time.map { [$0] } ?? []) { $0.add(.column, "time", of: object) }
    var filters = [metric.filter]
    if case .ratio(_, let numerator, let denominator) = metric.computation {
      filters += [numerator.filter, denominator.filter]
    }
    for (key, filter) in zip(Self.conditionKeys, filters) {
      add(key, filter.map(\.column)) { $0.add(conditions: key, of: object) }
    }
    return named.flatMap { key, columns, words in
      var seen: Set<Label> = []
      return columns.filter { seen.insert(Label($0)).inserted }.map { name in
        (name, words.place(.column, name) ?? object.log.place(object.value(key)?.position ?? object.position))
      }
    }
  }

  private static func keys(of kind: MetricDefinition.Kind) -> [String] {
    switch kind {
    case .count, .sum, .value, .mean, .median, .distinct: ["of"]
    case .quantile: ["of", "probability"]
    case .share, .multiple, .change: ratioKeys
    case .rate: ratioKeys + ["base"]
    }
  }

  private func computation(
    _ kind: MetricDefinition.Kind, _ expressions: ExpressionFields, at position: JSONPosition?
  ) -> MetricDefinition.Computation? {
    switch kind {
    case .count where object.value("of") == nil: return .sum(SignedSum(.count))
    case .count, .sum: return expressions.signedSum("of", required: position).map { .sum($0) }
    case .value:
      guard let column = expressions.columnName("of", required: position) else { return nil }
      return .value(column: column)
    case .mean: return measure(expressions, at: position) { .mean($0) }
    case .median: return measure(expressions, at: position) { .median($0) }
    case .distinct: return measure(expressions, at: position) { .distinct($0) }
    case .quantile:
      let probability = probability(at: position)
      return measure(expressions, at: position) { .quantile(probability: probability, column: $0) }
    case .share: return ratio(.share, expressions, at: position)
    case .multiple: return ratio(.multiple, expressions, at: position)
    case .change: return ratio(.change, expressions, at: position)
    case .rate: return ratio(.rate(base: base(at: position)), expressions, at: position)
    }
  }

  /// `of` names a column.
  private func measure(
    _ expressions: ExpressionFields, at position: JSONPosition?, _ make: (String) -> Measure
  ) -> MetricDefinition.Computation? {
    expressions.columnName("of", required: position).map { .sum(SignedSum(make($0))) }
  }

  /// 0.9 for the value below which nine tenths lie.
  private func probability(at position: JSONPosition?) -> ExactDecimal {
    guard let value = object.value("probability") else {
      object.log.add(DescriptorRule.missingKey("probability"), at: position)
      return .zero
    }
    if let text = ObjectReader.text(value.content), let number = ExactDecimal(text), number >= .zero,
      number <= ExactDecimal(1)
    {
      return number
    }
    object.log.add(MetricRule.badProbability, at: value.position, text: ObjectReader.text(value.content))
    return .zero
  }

  private func ratio(
    _ kind: RatioKind, _ expressions: ExpressionFields, at position: JSONPosition?
  ) -> MetricDefinition.Computation? {
    let numerator = expressions.signedSum("numerator", required: position)
    let denominator = expressions.signedSum("denominator", required: position)
    let filters = (expressions.conditions("numerator-where"), expressions.conditions("denominator-where"))
    guard let numerator, let denominator else { return nil }
    return .ratio(
      kind, numerator: MetricDefinition.Side(numerator, filter: filters.0),
      denominator: MetricDefinition.Side(denominator, filter: filters.1))
  }

  /// 1 where a rate is simply a quotient (件/件), 1000 for 千人当たり.
  private func base(at position: JSONPosition?) -> ExactDecimal {
    guard let value = object.value("base") else { return ExactDecimal(1) }
    if let text = ObjectReader.text(value.content), let base = ExactDecimal(text), base > .zero { return base }
    object.log.add(DescriptorRule.wrongType(key: "base", expected: .number), at: value.position)
    return ExactDecimal(1)
  }

  /// `none`, or the smallest count of people that is shown.
  private func disclosure() -> Int? {
    guard let value = object.value("disclosure"), let text = object.text("disclosure"), text != "none" else {
      return nil
    }
    if let threshold = Int(text), (2...1000).contains(threshold) { return threshold }
    object.log.add(DescriptorRule.outOfRange(key: "disclosure", range: 2...1000), at: value.position, text: text)
    return nil
  }

  private func digits() -> Int? {
    guard let digits = object.wholeNumber("digits") else { return nil }
    if digits > 15 {
      object.log.add(DescriptorRule.outOfRange(key: "digits", range: 0...15), at: object.value("digits")?.position)
    }
    return min(digits, 15)
  }

  private func asOf() -> MetricDefinition.AsOf? {
    guard let text = BilingualReader.read(object, "as-of") else { return nil }
    let time = Period(machineSpelling: text.ja).map(TimeValue.period) ?? (try? TimeGrammar().read(text.ja).value)
    return MetricDefinition.AsOf(text: text, time: time)
  }

  private func checkColumns(_ metric: MetricDefinition) {
    let log = object.log
    let resource: Resource
    do {
      resource = try package.resource(named: metric.resource)
    } catch {
      log.add(
        error.findings.map { finding in
          var finding = finding
          finding.place = log.place(object.value("resource")?.position ?? object.position)
          return finding
        })
      return
    }
    guard let schema = resource.schema else { return }
    let fields = schema.fields
    let names = fields.map(\.name)
    for (column, place) in columns(metric) where !names.contains(where: { Label($0) == Label(column) }) {
      log.add([Finding(DescriptorRule.unknownField(column, in: names), at: place, text: column)])
    }
    MetricCheck(metric: metric, schema: schema).run(object)
  }
}
