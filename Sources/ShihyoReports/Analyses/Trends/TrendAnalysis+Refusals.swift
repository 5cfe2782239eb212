import ShihyoModel

extension TrendAnalysis {
  /// More periods than this between the first and the last are a mistaken year, not a series.
  static let mostPeriods = 20_000

  /// What the comparisons ask that the measure, the grain or the groups cannot mean.
  func refuse() throws(Findings) {
    var refused: [TrendRule] = []
    for comparison in comparisons {
      switch comparison {
      case .toDate:
        if grain == .fiscalYear || grain == .calendarYear { refused.append(.toDateOfYears(grain)) }
        if let stock = column.stock(schema: schema) { refused.append(.stockToDate(measure: stock.machineName)) }
        // People of several dates are not added up.
        if !column.isAdditive || per != nil {
          refused.append(.notAdditive(measure: column.machineName, comparison: "to-date"))
        }
      case .moving:
        if !(2...120).contains(window) { refused.append(.windowOutside) }
        if !column.canBeAveraged { refused.append(.notAdditive(measure: column.machineName, comparison: "moving")) }
      case .contribution:
        if by.isEmpty { refused.append(.contributionNeedsGroups) }
        if column.isRatio || !column.isAdditive {
          refused.append(.notAdditive(measure: column.machineName, comparison: "contribution"))
        }
        if let key = by.first(where: \.source.isOverlapping) {
          refused.append(.contributionOverlaps(column: key.machineName))
        }
      case .meanGrowth:
        if column.isRate(schema: schema) { refused.append(.growthOfRate(measure: column.machineName)) }
      case .change, .difference, .level, .index: break
      }
    }
    if let base, base.grain != grain { refused.append(.basePeriod(grain: grain, first: nil, last: nil)) }
    guard refused.isEmpty else {
      var findings: [Finding] = []
      for rule in refused where !findings.contains(Finding(rule)) { findings.append(Finding(rule)) }
      throw Findings(findings, kind: .usage)
    }
  }

  /// A stock is not summed over the times of one period, be it declared or told by the labels (…現在).
  func refuseStocks(_ tables: some Collection<ResultTable>, coverage: TimeCoverage) throws(Findings) {
    var findings: [Finding] = []
    for case .stockOverTime(let measure, let column, let group) in additivity.stocksOverTime(tables) {
      findings.append(Finding(TrendRule.stockInPeriod(measure: measure, timeColumn: column, group: group)))
    }
    if findings.isEmpty, let period = coverage.periodWithSeveralInstants {
      for measure in events.measures {
        guard case .primitive(.sum) = measure else { continue }
        let rule = TrendRule.stockInPeriod(
          measure: measure.machineName, timeColumn: time, group: period.machineSpelling)
        if !findings.contains(Finding(rule)) { findings.append(Finding(rule)) }
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }
}

extension AggregateAnalysis.Column {
  /// A mean of means would weigh a quiet month like a busy one; extremes and amounts can be levelled out.
  var canBeAveraged: Bool {
    switch self {
    case .ratio: isAdditive
    case .measure(.primitive): true
    case .measure: false
    }
  }
}
