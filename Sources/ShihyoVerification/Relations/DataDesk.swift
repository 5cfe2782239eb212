import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// Asks the data what known figures are compared with, each question once.
///
/// - Errors: `Findings` of the dataset, the metric, the expression or the data.
actor DataDesk {
  let finder: DatasetFinder
  let engine: any Engine
  private var answers: [DataReference: Quantity] = [:]
  private var metrics: [String: MetricRunner] = [:]
  private var datasets: [String: Dataset] = [:]

  init(finder: DatasetFinder, engine: any Engine) {
    self.finder = finder
    self.engine = engine
  }

  func quantity(_ reference: DataReference) async throws -> Quantity {
    if let answer = answers[reference] { return answer }
    var quantity: Quantity
    switch reference.source {
    case .metric(let name, let spelled):
      // The name of a dataset holds no dot, the id of a metric may.
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      let answer = try await runner(of: parts[0]).figure(
        parts.count > 1 ? parts[1] : "", period: try spelled.map(Self.period), filter: reference.conditions,
        engine: engine)
      quantity = Quantity(answer.figure)
      quantity.inputs = [answer.input]
      quantity.origin = answer.origin
      quantity.definition = answer.figure.definition
    case .measure(let text, let input):
      let dataset = try dataset(input)
      let column = try Self.column(text)
      try Self.refuseShareOfItself(column, reference)
      let analysis = try AggregateAnalysis(filter: reference.conditions, columns: [column], schema: dataset.schema)
      try Self.check(reference.conditions.map(\.column), in: dataset)
      let tables = try await engine.run(analysis.queries, on: dataset)
      let figure = try analysis.document(tables, input: dataset.name).tables.first?.rows.first?.figures.first
      quantity = figure.map { Quantity($0) } ?? .none(Bilingual(ja: "条件に合う行がありません", en: "no row passes the conditions"))
      quantity.inputs = [dataset.name]
      quantity.origin = tables.first.flatMap { Self.origin(column, $0, dataset) }
    }
    quantity.sources = quantity.origin?.parts ?? []
    if quantity.working.isEmpty || quantity.parts == nil { quantity.working = reference.text }
    quantity.isCopy = reference.isCopy
    answers[reference] = quantity
    return quantity
  }

  /// What the answer to a question is made of; nil of a median, whose rows stand in an answer of another form.
  private static func origin(
    _ column: AggregateAnalysis.Column, _ table: ResultTable, _ dataset: Dataset
  ) -> FigureOrigin? {
    func part(_ sum: SignedSum) -> FigurePart? {
      for term in sum.terms {
        switch term.measure {
        case .primitive, .mean: continue
        case .median, .quantile, .distinct: return nil
        }
      }
      return FigurePart(dataset: dataset, query: table.query, groups: Set(table.rows.map(\.keys)), sum: sum)
    }
    switch column {
    case .measure(let measure):
      guard let part = part(SignedSum([SignedSum.Term(measure, isNegative: false)])) else { return nil }
      return part.sum.isAdditive ? .sum(part) : .selection(part)
    case .ratio(let ratio):
      guard let kind = ratio.kind, let numerator = part(ratio.numerator), let denominator = part(ratio.denominator),
        numerator.sum.isAdditive, denominator.sum.isAdditive
      else { return nil }
      return .ratio(kind, numerator: numerator, denominator: denominator)
    }
  }

  func runner(of name: String) throws(Findings) -> MetricRunner {
    if let runner = metrics[name] { return runner }
    let runner = try MetricRunner(name, finder: finder)
    metrics[name] = runner
    return runner
  }

  func dataset(_ input: String) throws(Findings) -> Dataset {
    if let dataset = datasets[input] { return dataset }
    let dataset = try finder.find(input).dataset
    datasets[input] = dataset
    return dataset
  }

  static func period(_ text: String) throws -> Period {
    if let period = Period(machineSpelling: text) { return period }
    if case .period(let period)? = try? TimeGrammar(yearReading: .fiscal).read(text).value { return period }
    throw Findings([Finding(ReportRunRule.badPeriod(nearest: nil), text: text)])
  }

  static func column(_ text: String) throws(Findings) -> AggregateAnalysis.Column {
    // A slash outside parentheses and backticks divides.
    let isRatio = ((try? ClauseParser.pieces(text, separator: "/").count) ?? 1) > 1
    return isRatio ? .ratio(try Expressions.ratio(text)) : .measure(try Expressions.measure(text))
  }

  /// Conditions hold for both sides of a ratio: all records of those that pass, or a sum of itself, are always 100 ％.
  private static func refuseShareOfItself(
    _ column: AggregateAnalysis.Column, _ reference: DataReference
  ) throws(RelationRule) {
    guard case .ratio(let ratio) = column, ratio.kind == .share, !reference.conditions.isEmpty else { return }
    let (part, whole) = (ratio.numerator.machineName, ratio.denominator.machineName)
    let isCount = ratio.denominator.terms.count == 1 && whole.hasPrefix("count")
    guard part == whole || (part == "count" && isCount) else { return }
    let input = reference.input ?? ""
    throw .shareOfItself(
      reference.text, example: "share(query(\(input), \(part), 列=値), query(\(input), \(whole)))")
  }

  struct Rows: Sendable {
    var rows: [[String]] = []
    /// Records that say the same.
    var counts: [Int] = []
    /// Keys that stand more than once.
    var repeated: [String] = []
    var input: String
    /// The records, counted.
    var part: FigurePart
  }

  /// The rows of a list, in the order of the data.
  func rows(_ list: ListReference) async throws -> Rows {
    let dataset = try dataset(list.input)
    try Self.check(list.columns.map(\.name) + list.conditions.map(\.column), in: dataset)
    let query = Query(
      keys: list.columns.map { GroupKey(column: $0.name) }, filter: list.conditions, aggregates: [.count])
    let tables = try await engine.run([query], on: dataset)
    let groups = Set((tables.first?.rows ?? []).map(\.keys))
    var found = Rows(
      input: dataset.name,
      part: FigurePart(dataset: dataset, query: query, groups: groups, sum: SignedSum(.count)))
    var seen: Set<String> = []
    let ordered = (tables.first?.rows ?? []).sorted { ($0.firstRecord ?? 0) < ($1.firstRecord ?? 0) }
    for row in ordered {
      let cells = zip(row.keys, list.columns).map { key, column -> String in
        let text = Self.text(key)
        return column.takesDigits ? Self.digits(text) : text
      }
      let key = TextFolding.fold(cells[0])
      if !seen.insert(key).inserted || Self.count(row) > 1 { found.repeated.append(cells[0]) }
      found.rows.append(cells)
      found.counts.append(Self.count(row))
    }
    return found
  }

  static func text(_ key: KeyValue) -> String {
    switch key {
    case .text(let label): label.text
    case .number(let number): number.description
    case .period(let period): period.machineSpelling
    case .age, .absent: ""
    }
  }

  private static func count(_ row: ResultTable.Row) -> Int {
    if case .count(let count)? = row.values.first { count } else { 0 }
  }

  private static func digits(_ text: String) -> String {
    String(String.UnicodeScalarView(TextFolding.fold(text).unicodeScalars.filter { ("0"..."9").contains($0) }))
  }

  /// Names are matched folded, as everywhere.
  private static func check(_ columns: [String], in dataset: Dataset) throws(Findings) {
    guard let names = dataset.schema?.fields.map(\.name) else { return }
    let unknown = columns.filter { column in !names.contains { TextFolding.fold($0) == TextFolding.fold(column) } }
    guard unknown.isEmpty else {
      throw Findings(
        unknown.map { Finding(DescriptorRule.unknownField($0, in: names), text: $0) })
    }
  }
}
