public import ShihyoModel

extension DisclosureAudit {
  /// The columns of a ledger that an audit reads.
  private static let ledgerColumns = ["id", "printed", "numerator", "denominator", "unit", "marks"]

  /// What is asked of a ledger (`figures.csv`).
  public static let ledgerQuery = Query(keys: ledgerColumns.map { GroupKey(column: $0) }, aggregates: [.count])

  /// A ledger: the counts, numerators and denominators of each metric at all its periods, and what is computed of them.
  public init(ledger answer: ResultTable, threshold: Int, input: String) throws(Findings) {
    let figures = answer.rows.compactMap { LedgerFigure($0.keys) }
    var tables: [String: PublishedTable] = [:]
    var order: [String] = []
    let keys = Dictionary(grouping: figures, by: \.id.metric).mapValues { figures in
      figures.flatMap { $0.id.dimensions.keys }.uniqued.sorted { Label($0) < Label($1) }
    }
    for figure in figures where figure.source == nil {
      let own = keys[figure.id.metric] ?? []
      let isShare = figure.isShare || figures.contains { $0.id.metric == figure.id.metric && $0.isShare }
      for (name, part, count) in figure.counts(isShare: isShare) {
        if tables[name] == nil {
          order.append(name)
          tables[name] = PublishedTable(
            name: name, keys: own + [PublishedTable.timeKey] + (isShare ? [PublishedTable.partKey] : []), entries: [],
            words: LedgerFigure.words)
        }
        tables[name]?.entries.append(
          PublishedTable.Entry(
            labels: own.map { figure.id.dimensions[$0] } + [figure.id.period] + (isShare ? [part] : []), count: count))
      }
    }
    try self.init(
      order.compactMap { tables[$0] }, derived: Self.derived(figures), threshold: threshold,
      inputs: [ReportDocument.Input(name: input, accounting: answer.accounting)])
  }

  /// Changes, ends of intervals and verdicts that are shown although what they were computed from is hidden.
  private static func derived(_ figures: [LedgerFigure]) -> [DisclosureRule] {
    var hidden: Set<[String]> = []
    func key(_ figure: LedgerFigure, _ metric: String, _ period: String) -> [String] {
      [metric, period] + figure.id.dimensions.sorted { Label($0.key) < Label($1.key) }.flatMap { [$0.key, $0.value] }
    }
    for figure in figures where figure.isHidden { hidden.insert(key(figure, figure.id.metric, figure.id.period)) }
    return figures.compactMap { figure in
      guard let source = figure.source, !figure.isHidden, !figure.printed.isEmpty else { return nil }
      let periods = [figure.id.period] + (figure.periodBefore.map { [$0] } ?? [])
      guard periods.contains(where: { hidden.contains(key(figure, source, $0)) }) else { return nil }
      return .derivedShown(figure: figure.id.spelling)
    }
  }
}

/// A row of a ledger as an audit needs it.
private struct LedgerFigure {
  let id: FigureID
  let printed: String
  let numerator: String
  let denominator: String
  let unit: String
  let isHidden: Bool

  init?(_ keys: [KeyValue]) {
    let cells = keys.map { key in if case .text(let label) = key { label.text } else { "" } }
    guard cells.count == 6, let id = try? FigureID(spelling: cells[0]) else { return nil }
    self.id = id
    (printed, numerator, denominator, unit) = (cells[1], cells[2], cells[3], cells[4])
    isHidden = cells[5].split(separator: ";").contains("suppressed")
  }

  private static let changes = [
    ".change.previous", ".change.year-ago", ".points.previous", ".points.year-ago",
  ]
  private static let aspects = [".lower", ".upper", ".trend"]

  private var suffix: String? { (Self.changes + Self.aspects).first { id.metric.hasSuffix($0) } }

  /// The metric that it was computed from; nil for one that stands for itself.
  var source: String? { suffix.map { String(id.metric.dropLast($0.count)) } }

  /// What a change compares with.
  var periodBefore: String? {
    guard let suffix, Self.changes.contains(suffix), let period = Period(machineSpelling: id.period) else { return nil }
    return (suffix.hasSuffix("previous") ? period.advanced(by: -1) : period.yearBefore).machineSpelling
  }

  /// A part of its base: then the rest between them is published as well.
  var isShare: Bool {
    guard unit == "％", let part = Self.count(numerator), let base = Self.count(denominator) else { return false }
    return part <= base
  }

  static let words = ["part": "分子", "rest": "残り"]

  /// The counts that it publishes or hides: the table they stand in, which part of a share they are, and the number.
  func counts(isShare: Bool) -> [(table: String, part: String?, count: Int?)] {
    if isShare {
      guard !isHidden else { return ["part", "rest", nil].map { (id.metric, $0, nil) } }
      guard let part = Self.count(numerator), let base = Self.count(denominator), part <= base else { return [] }
      return [(id.metric, "part", part), (id.metric, "rest", base - part), (id.metric, nil, base)]
    }
    let isRatio = unit == "％" || !numerator.isEmpty
    let parts =
      isRatio
      ? [("\(id.metric) numerator", numerator), ("\(id.metric) denominator", denominator)] : [(id.metric, printed)]
    return parts.compactMap { name, text in
      if isHidden { return (name, nil, nil) }
      // Amounts with decimals are no counts of people.
      return Self.count(text).map { (name, nil, $0) }
    }
  }

  private static func count(_ text: String) -> Int? {
    guard let number = ExactDecimal(text)?.reduced, number.decimals == 0, !number.isNegative else { return nil }
    return Int(exactly: number.coefficient)
  }
}
