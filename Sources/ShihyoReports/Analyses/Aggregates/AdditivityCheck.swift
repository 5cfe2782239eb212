import ShihyoModel

/// Refuses sums that mean nothing: a rate neither summed nor averaged, a stock not summed over time (design.md, section 4).
///
/// What the descriptor does not declare is not judged. Whether a group holds several times is asked of the data: each time
/// column becomes the last key of a query of its own.
struct AdditivityCheck: Hashable {
  let keys: [GroupKey]
  let filter: [Condition]
  /// Sums of stocks.
  let stocks: [Measure]
  let times: [String]

  /// - Errors: `rateNotAdditive`.
  init(_ measures: [Measure], keys: [GroupKey], filter: [Condition], schema: Schema?) throws(Findings) {
    var refused: [AnalysisRule] = []
    var stocks: [Measure] = []
    for measure in measures {
      guard let column = measure.column, let additivity = schema?.field(named: column)?.additivity else { continue }
      switch (additivity, measure) {
      case (.rate, .primitive(.sum)), (.rate, .mean): refused.append(.rateNotAdditive(measure: measure.machineName))
      case (.stock, .primitive(.sum)): stocks.append(measure)
      default: break
      }
    }
    if !refused.isEmpty { throw Findings(refused) }
    self.keys = keys
    self.filter = filter
    self.stocks = stocks
    let isKey = { (name: String) in keys.contains(GroupKey(column: name)) }
    times = (schema?.fields ?? []).filter { $0.isTime && $0.role != .ignored && !isKey($0.name) }.map(\.name)
  }

  var queries: [Query] {
    guard !stocks.isEmpty else { return [] }
    return times.map { Query(keys: keys + [GroupKey(column: $0)], filter: filter, aggregates: [.count]) }
  }

  /// - Parameter tables: the answers to `queries`.
  /// - Errors: `stockOverTime`, one for each measure and time column, with the first group that shows it.
  func check(_ tables: some Collection<ResultTable>) throws(Findings) {
    let refused = stocksOverTime(tables)
    if !refused.isEmpty { throw Findings(refused) }
  }

  func stocksOverTime(_ tables: some Collection<ResultTable>) -> [AnalysisRule] {
    var refused: [AnalysisRule] = []
    for (time, table) in zip(times, tables) {
      guard let mixed = table.distribution().first(where: { $0.distinct > 1 }) else { continue }
      let group = mixed.keys.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・")
      for stock in stocks {
        refused.append(
          .stockOverTime(measure: stock.machineName, timeColumn: time, group: group.isEmpty ? "計" : group))
      }
    }
    return refused
  }
}

extension Field {
  /// True for a column that says when.
  var isTime: Bool {
    switch type {
    case .date, .datetime, .year, .yearmonth, .period: true
    default: false
    }
  }
}

extension SignedSum {
  /// A share compares amounts with amounts (counts, sums), or one kind of figure with the same (largest with largest).
  func isComparable(with whole: SignedSum) -> Bool {
    Set((terms + whole.terms).map(\.measure.family)).count == 1
  }
}

extension Measure {
  fileprivate var family: String {
    switch self {
    case .primitive(.count), .primitive(.countValues), .primitive(.sum), .distinct: "amount"
    case .primitive(.min): "min"
    case .primitive(.max): "max"
    case .mean: "mean"
    case .median: "median"
    case .quantile(let probability, _): "quantile \(probability)"
    }
  }
}
