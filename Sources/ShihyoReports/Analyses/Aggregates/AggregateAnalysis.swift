public import ShihyoModel

/// 集計: measures and declared ratios by group.
///
/// - Shape: one table; a row per group, a figure per column. A total row only where it is asked for, and then from a question
///   of its own: groups may overlap, and medians do not add.
/// - Units: those of the columns; a mean prints one decimal more than its column in text and its exact value elsewhere.
/// - Missing: see `Figure`: incomplete with counts per reason, or the common reason of a group without values.
/// - Errors: `AnalysisRule`, thrown as `Findings`. A ratio without a kind is a usage error that shows its readings.
/// - Source: design.md, sections 4, 5 and 7.
public struct AggregateAnalysis: Hashable, Sendable {
  /// One value column.
  public enum Column: Hashable, Sendable {
    case measure(Measure)
    case ratio(RatioExpression)
  }

  public let keys: [GroupKey]
  public let columns: [Column]
  public let schema: Schema?
  public var ordering: KeyOrdering
  /// Of means, quantiles and ratios; counts, sums and extremes are printed as they are.
  public var digits: Int?
  public let showsTotal: Bool

  private let plan: MeasurePlan
  private let totalPlan: MeasurePlan?
  private let additivity: AdditivityCheck

  /// - Parameter columns: none stands for the count of records.
  /// - Errors: `rateNotAdditive`.
  public init(
    keys: [GroupKey] = [], filter: [Condition] = [], columns: [Column], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil, showsTotal: Bool = false
  ) throws(Findings) {
    self.keys = keys
    self.columns = columns.isEmpty ? [.measure(.count)] : columns
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    self.showsTotal = showsTotal && !keys.isEmpty
    let measures = self.columns.flatMap(\.measures)
    try Self.refuseShares(self.columns)
    plan = MeasurePlan(keys: keys, filter: filter, measures: measures)
    additivity = try AdditivityCheck(measures, keys: keys, filter: filter, schema: schema)
    // The readings of an undeclared ratio are those of all rows together.
    let needsTotal = self.showsTotal || (!keys.isEmpty && self.columns.contains(where: \.isUndeclared))
    totalPlan = needsTotal ? MeasurePlan(keys: [], filter: filter, measures: measures) : nil
  }

  /// All are to be answered in one pass.
  public var queries: [Query] { plan.queries + (totalPlan?.queries ?? []) + additivity.queries }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  public func document(_ tables: [ResultTable], input: String) throws(Findings) -> ReportDocument {
    var rest = tables[...]
    let answers = rest.prefix(plan.queries.count)
    rest = rest.dropFirst(answers.count)
    let totals = rest.prefix(totalPlan?.queries.count ?? 0)
    rest = rest.dropFirst(totals.count)
    let groups = try plan.groups(answers, schema: schema, ordering: ordering)
    let total = try totalPlan?.groups(totals, schema: schema, ordering: ordering).first
    try refuseUndeclared(total ?? (keys.isEmpty ? groups.first : nil))
    try additivity.check(rest)

    let headings = columns.map { $0.valueColumn(schema: schema) }
    var gaps = zip(columns, headings).map { column, heading in column.ratio.map { RatioGaps($0, label: heading.label) }
    }
    var rows: [ReportTable.Row] = []
    for group in groups {
      let cells = group.keys.map { ReportTable.KeyCell($0) }
      rows.append(ReportTable.Row(keys: cells, figures: try figures(of: group, called: cells, gaps: &gaps)))
    }
    if showsTotal, let total {
      let blanks = Array(repeating: ReportTable.KeyCell.blank, count: keys.count - 1)
      rows.append(
        ReportTable.Row(
          keys: [.total] + blanks, figures: try figures(of: total, called: [.total], gaps: &gaps), kind: .total))
    }
    let overlap = answers.first.map { $0.overlapping ? [Self.overlapping] : [] } ?? []
    let table = ReportTable(
      keyColumns: keys.map { ReportTable.KeyColumn($0, schema: schema) },
      valueColumns: headings, rows: rows,
      notes: TotalRowNotes.notes(keys, groups) + Self.shareNotes(rows) + gaps.compactMap { $0?.note } + overlap)
    let inputs = answers.first.map { [ReportDocument.Input(name: input, accounting: $0.accounting)] } ?? []
    return ReportDocument(blocks: [.table(table)], inputs: inputs, notice: answers.first?.notice)
  }

  private func figures(
    of group: MeasuredGroup, called cells: [ReportTable.KeyCell], gaps: inout [RatioGaps?]
  ) throws(Findings) -> [Figure] {
    var figures: [Figure] = []
    for (place, column) in columns.enumerated() {
      switch column {
      case .measure(let measure):
        guard var figure = group.figures[measure] else { continue }
        if case .exact = figure.value { figure.digits = digits }
        figures.append(figure)
      case .ratio(let ratio):
        guard let kind = ratio.kind else { continue }
        let denominator = try SignedSumValue(ratio.denominator, in: group)
        var numerator = try SignedSumValue(ratio.numerator, in: group)
        if kind.comparesLikeWithLike { numerator = try numerator.inUnit(of: denominator) }
        figures.append(kind.figure(numerator, over: denominator, digits: digits))
        let name = Bilingual(
          ja: cells.map(\.label.ja).joined(separator: "・"), en: cells.map(\.label.en).joined(separator: ", "))
        gaps[place]?.add(name, numerator, denominator)
      }
    }
    return figures
  }

  private func refuseUndeclared(_ total: MeasuredGroup?) throws(Findings) {
    var refused: [AnalysisRule] = []
    for case .ratio(let ratio) in columns where ratio.kind == nil {
      var values: RatioReadings.Values?
      if let total {
        let denominator = try SignedSumValue(ratio.denominator, in: total)
        let numerator = try SignedSumValue(ratio.numerator, in: total).inUnit(of: denominator)
        if let numerator = numerator.value, let denominator = denominator.value {
          values = RatioReadings.Values(numerator: numerator, denominator: denominator)
        }
      }
      refused.append(.undeclaredRatio(RatioReadings(ratio, values: values)))
    }
    if !refused.isEmpty { throw Findings(refused) }
  }

  private static func refuseShares(_ columns: [Column]) throws(Findings) {
    let refused = columns.compactMap { column -> AnalysisRule? in
      guard let ratio = column.ratio, ratio.kind == .share, !ratio.numerator.isComparable(with: ratio.denominator)
      else {
        return nil
      }
      return .shareOfAnother(numerator: ratio.numerator.machineName, denominator: ratio.denominator.machineName)
    }
    if !refused.isEmpty { throw Findings(refused) }
  }

  private static let overlapping = Bilingual(
    ja: "複数回答のため、各区分の件数の計は全体の件数と一致しない。",
    en: "One record can count in several groups, so the groups do not add up to the records.")

  /// A share above 100 or below 0 is no part of its denominator; it is printed, and said.
  private static func shareNotes(_ rows: [ReportTable.Row]) -> [Bilingual] {
    let isOutside = rows.contains { row in
      row.figures.contains { figure in
        guard figure.kind == .share, case .exact(let value) = figure.value else { return false }
        return value > Rational(100) || value.isNegative
      }
    }
    guard isOutside else { return [] }
    return [
      Bilingual(
        ja: "0～100％の外にある割合がある。分子が分母の一部かどうか、定義を確認すること。",
        en: "A share lies outside 0 to 100 %: check that its numerator is part of its denominator.")
    ]
  }
}
