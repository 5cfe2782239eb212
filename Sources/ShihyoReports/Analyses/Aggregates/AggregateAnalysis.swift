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
      + additivity.queries
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
    var groups = MeasuredAnswers(plan, answers, schema: schema, ordering: ordering, quantiles: quantiles)
    groups.medians = medians
    var total = try totalPlan?.groups(totals, schema: schema, ordering: ordering, quantiles: quantiles).first
    total?.weigh(totalMedians)
    let only = keys.isEmpty && groups.count > 0 ? try groups.group(0) : nil
    try refuseUndeclared(total ?? only)
    try additivity.check(rest)
    if let answer = answers.first { try disclosure?.check(answer.accounting) }

    let overlap = answers.first.map { $0.overlapping ? [Self.overlapping] : [] } ?? []
    let hiding = try disclosure.map { request throws(Findings) in try decision(try groups.all, request) }
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
        if let hiding, hiding(group.keys.map { $0 }) { figures = figures.map { $0.hidden(hiding.request) } }
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
    return ReportDocument(blocks: [.table(table)], inputs: inputs, notice: answers.first?.notice)
  }

  /// A row whose figures `shareNotes` has seen: they are made again, of the same numbers.
  private func checkedRow(_ index: Int, of groups: MeasuredAnswers) -> ReportTable.Row {
    do throws(Findings) {
      let group = try groups.group(index)
      return ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: try figures(of: group))
    } catch {
      preconditionFailure("figures that could be made once can be made again")
    }
  }

  private func figures(of group: MeasuredGroup) throws(Findings) -> [Figure] {
    var figures: [Figure] = []
    for column in columns {
      switch column {
      case .measure(let measure):
        guard var figure = group.figures[measure] else { continue }
        if case .exact = figure.value { figure.digits = digits }
        figures.append(figure)
      case .ratio(let ratio):
        guard let kind = ratio.kind else { continue }
        let (numerator, denominator) = try sides(of: ratio, kind, in: group)
        figures.append(kind.figure(numerator, over: denominator, digits: digits))
      }
    }
    return figures
  }

  private func sides(
    of ratio: RatioExpression, _ kind: RatioKind, in group: MeasuredGroup
  ) throws(Findings) -> (numerator: SignedSumValue, denominator: SignedSumValue) {
    let denominator = try SignedSumValue(ratio.denominator, in: group)
    let numerator = try SignedSumValue(ratio.numerator, in: group)
    return (kind.comparesLikeWithLike ? try numerator.inUnit(of: denominator) : numerator, denominator)
  }

  /// What each ratio leaves out on its two sides. A hidden group is not spoken of: how many cells it has could tell it.
  private func gapNotes(
    _ groups: MeasuredAnswers, total: MeasuredGroup?, _ headings: [ReportTable.ValueColumn],
    _ hiding: Hiding?
  ) throws(Findings) -> [Bilingual] {
    var notes: [Bilingual] = []
    for case (.ratio(let ratio), let heading) in zip(columns, headings) {
      guard let kind = ratio.kind else { continue }
      var gaps = RatioGaps(ratio, label: heading.label)
      func add(_ group: MeasuredGroup, _ cells: @autoclosure () -> [ReportTable.KeyCell]) throws(Findings) {
        let (numerator, denominator) = try sides(of: ratio, kind, in: group)
        gaps.add(Self.name(cells()), numerator, denominator)
      }
      for index in groups.indices {
        let group = try groups.group(index)
        if let hiding, hiding(group.keys.map { $0 }) { continue }
        try add(group, group.keys.map { ReportTable.KeyCell($0) })
      }
      if let total, hiding.map({ !$0(keys.map { _ in nil }) }) ?? true { try add(total, [.total]) }
      if let note = gaps.note { notes.append(note) }
    }
    return notes
  }

  private static func name(_ cells: [ReportTable.KeyCell]) -> Bilingual {
    Bilingual(ja: cells.map(\.label.ja).joined(separator: "・"), en: cells.map(\.label.en).joined(separator: ", "))
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

  private static let type6 = Bilingual(
    ja: "中央値・分位はタイプ6（表計算の QUARTILE.EXC と同じ）。", en: "Quantiles are of type 6 (as QUARTILE.EXC of spreadsheets).")

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

  private static func weighedMedian(_ weight: String) -> Bilingual {
    Bilingual(ja: "中央値は「\(weight)」を重みとする。", en: "Medians are weighted by \"\(weight)\".")
  }

  private static let overlapping = Bilingual(
    ja: "複数回答のため、各区分の件数の計は全体の件数と一致しない。",
    en: "One record can count in several groups, so the groups do not add up to the records.")

  private var hasRatios: Bool { columns.contains { if case .ratio = $0 { true } else { false } } }

  /// Makes every figure once, so that none fails later. A share above 100 or below 0 is no part of its denominator; it is
  /// printed, and said.
  private func shareNotes(_ groups: MeasuredAnswers) throws(Findings) -> [Bilingual] {
    if groups.cannotFail, !hasRatios { return [] }
    var isOutside = false
    for index in groups.indices {
      for figure in try figures(of: try groups.group(index)) where figure.kind == .share {
        guard case .exact(let value) = figure.value else { continue }
        isOutside = isOutside || value > Rational(100) || value.isNegative
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
