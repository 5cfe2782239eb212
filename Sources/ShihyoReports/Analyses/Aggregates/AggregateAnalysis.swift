public import ShihyoModel
public import ShihyoStatistics

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
  /// nil: nothing is hidden.
  public let disclosure: DisclosureRequest?
  /// How quantiles are interpolated; type 6 is that of spreadsheets' QUARTILE.EXC.
  public let quantiles: Quantile.Definition
  /// The base of controlled rounding; nil: counts are printed as they are.
  public let roundBase: Int?
  /// The column by which records count in medians; nil: each counts once.
  public let medianWeight: String?

  private let weighted: WeightedMedians?
  private let weightedTotal: WeightedMedians?
  private let plan: MeasurePlan
  private let totalPlan: MeasurePlan?
  private let basePlan: MeasurePlan?
  private let additivity: AdditivityCheck

  /// - Parameter columns: none stands for the count of records.
  /// - Errors: `rateNotAdditive`.
  public init(
    keys: [GroupKey] = [], filter: [Condition] = [], columns: [Column], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil, showsTotal: Bool = false,
    disclosure: DisclosureRequest? = nil, quantiles: Quantile.Definition = .type7, roundBase: Int? = nil,
    medianWeight: String? = nil
  ) throws(Findings) {
    self.keys = keys
    self.columns = columns.isEmpty ? [.measure(.count)] : columns
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    self.showsTotal = showsTotal && !keys.isEmpty
    try Self.refuseShares(self.columns)
    self.disclosure = disclosure
    self.quantiles = quantiles
    self.roundBase = roundBase
    self.medianWeight = medianWeight
    if let roundBase {
      try RoundedTable.check(base: roundBase, columns: self.columns, keys: keys, hides: disclosure != nil)
    }
    let measures = self.columns.flatMap(\.measures) + (disclosure.map { [$0.measure] } ?? [])
    plan = MeasurePlan(keys: keys, filter: filter, measures: measures)
    basePlan = Self.basePlan(keys: keys, filter: filter, disclosure: disclosure)
    let medians = measures.compactMap { if case .median(let column) = $0 { column } else { nil } }.uniqued
    weighted = medianWeight.map { WeightedMedians(weight: $0, columns: medians, keys: keys, filter: filter) }
    weightedTotal =
      self.showsTotal
      ? medianWeight.map { WeightedMedians(weight: $0, columns: medians, keys: [], filter: filter) } : nil
    additivity = try AdditivityCheck(measures, keys: keys, filter: filter, schema: schema)
    // The readings of an undeclared ratio are those of all rows together.
    let needsTotal = self.showsTotal || (!keys.isEmpty && self.columns.contains(where: \.isUndeclared))
    totalPlan = needsTotal ? MeasurePlan(keys: [], filter: filter, measures: measures) : nil
  }

  /// All are to be answered in one pass.
  public var queries: [Query] {
    plan.queries + (totalPlan?.queries ?? []) + (weighted?.queries ?? []) + (weightedTotal?.queries ?? [])
      + (basePlan?.queries ?? []) + additivity.queries
  }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  public func document(_ tables: [ResultTable], input: String) throws(Findings) -> ReportDocument {
    var rest = tables[...]
    let answers = rest.prefix(plan.queries.count)
    rest = rest.dropFirst(answers.count)
    let totals = rest.prefix(totalPlan?.queries.count ?? 0)
    rest = rest.dropFirst(totals.count)
    let medians = try weighted?.values(rest.prefix(weighted?.queries.count ?? 0))
    rest = rest.dropFirst(weighted?.queries.count ?? 0)
    let totalMedians = try weightedTotal?.values(rest.prefix(weightedTotal?.queries.count ?? 0))
    rest = rest.dropFirst(weightedTotal?.queries.count ?? 0)
    let bases = rest.prefix(basePlan?.queries.count ?? 0)
    rest = rest.dropFirst(bases.count)
    var groups = MeasuredAnswers(plan, answers, schema: schema, ordering: ordering, quantiles: quantiles)
    groups.medians = medians
    var total = try totalPlan?.groups(totals, schema: schema, ordering: ordering, quantiles: quantiles).first
    total?.weigh(totalMedians)
    let only = keys.isEmpty && groups.count > 0 ? try groups.group(0) : nil
    try refuseUndeclared(total ?? only)
    try additivity.check(rest)
    if let answer = answers.first { try disclosure?.check(answer.accounting) }

    let overlap = answers.first.map { $0.overlapping ? [Self.overlapping] : [] } ?? []
    let hiding = try hiding(
      disclosure == nil ? [] : try groups.all,
      bases: try basePlan?.groups(bases, schema: schema, ordering: ordering) ?? [])
    // Totals that were found in the rows are named with the input.
    let isNamed = answers.first?.accounting.layout.suspects.contains { $0.kind == .total } ?? false
    let headings = columns.map { $0.valueColumn(schema: schema) }
    let notes =
      (isNamed ? [] : TotalRowNotes.notes(keys, groups)) + (try shareNotes(groups))
      + (try gapNotes(groups, total: showsTotal ? total : nil, headings, hiding)) + overlap
      + (disclosure.map { [$0.note] } ?? []) + (roundBase.map { [RoundedTable.note($0)] } ?? [])
      + (medianWeight.map { [Self.weighedMedian($0)] } ?? [])
      + (quantiles == .type6 && plan.measures.contains { $0.fold?.form == .number } ? [Self.type6] : [])
    var table = ReportTable(
      keyColumns: keys.map { ReportTable.KeyColumn($0, schema: schema) }, valueColumns: headings, rows: [],
      notes: notes)
    if hiding == nil {
      let arePlain = !hasRatios && groups.arePlain
      let answers = groups
      let cells = arePlain ? PlainRecords(answers, keys: keys.count, columns: columns) : nil
      table.body = ReportRows(count: groups.count, arePlain: arePlain, records: cells) {
        checkedRow($0, of: answers)
      }
    } else {
      table.rows = try groups.all.map { group throws(Findings) in
        var figures = try figures(of: group)
        if let hiding, hiding(group.keys) { figures = figures.map { $0.hidden(hiding.request) } }
        return ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: figures)
      }
    }
    if showsTotal, let total {
      var figures = try figures(of: total)
      if let hiding, hiding(keys.map { _ in nil }) { figures = figures.map { $0.hidden(hiding.request) } }
      let blanks = Array(repeating: ReportTable.KeyCell.blank, count: keys.count - 1)
      table.rows.append(ReportTable.Row(keys: [.total] + blanks, figures: figures, kind: .total))
    }
    if let roundBase { table.rows = try RoundedTable.rows(table.rows, groups: try groups.all, base: roundBase) }
    let inputs = answers.first.map { [ReportDocument.Input(name: input, accounting: $0.accounting)] } ?? []
    return ReportDocument(
      blocks: [.table(table)] + (hiddenTotals(hiding).map { [.table($0)] } ?? []), inputs: inputs,
      notice: answers.first?.notice)
  }
}
