public import ShihyoDefinitions
public import ShihyoModel
import ShihyoStatistics

/// 設問の集計: respondents and shares for each answer to one question, for all or for groups.
///
/// - Shape: one table; a row per answer in declared order, 無回答 last among them, then the base. Declared answers that nobody gave
///   are rows of 0. With `cross` the groups stand side by side, a test of the association below them; with weights a table of what
///   they leave of the sample; with an interval and two groups a table of differences.
/// - Units: n counts respondents; with weights Σw stands beside it, and shares are of Σw. Shares are per cent numbers.
/// - Base: the respondents. 無回答 (an empty cell, 無回答, 不明) is in it unless it is said otherwise, and a note says which. Those who
///   were not asked (非該当) are in no base. Of several answers the base is respondents, and the shares can add up to more than 100.
/// - Weights: a column, or made so that the sample meets the margins of a population (post-stratification, raking).
/// - Hidden: with `disclosure` small numbers of respondents, with what would tell them; then sums of weights and tests stay away.
/// - Errors: `AnalysisRule`, `SurveyRule`, `IntervalRule` and `DisclosureRule`, thrown as `Findings`.
/// - Source: domain.md, section 12; statistics.md, sections 3 to 6; design.md, section 7.
public struct SurveyAnalysis: Hashable, Sendable {
  public let question: SurveyQuestion
  public let by: [GroupKey]
  /// The groups that stand side by side; nil: none.
  public let cross: GroupKey?
  /// The column of weights.
  public let weight: String?
  /// What weights are made of; empty: none are made.
  public let margins: [SurveyMargins]
  /// The column of counts of a table that is already counted; nil: a record is a respondent.
  public let count: String?
  public let noAnswerIsInBase: Bool
  public let method: CollectionMethod?
  public let interval: IntervalRequest?
  /// Tests answers of whoever wished to answer as if they had been drawn by chance.
  public let testsAsIfRandom: Bool
  /// nil: nothing is hidden.
  public let disclosure: DisclosureRequest?
  public let schema: Schema?
  public var ordering: KeyOrdering
  public var digits: Int?

  private let plan: SurveyPlan
  private let crossPlan: SurveyPlan?
  private let strata: Query?
  private let additivity: AdditivityCheck

  /// - Errors: `weightedCounts`, `twoWeights`, `crossWithGroups`, `rateNotAdditive`, `IntervalRule`.
  public init(
    _ question: SurveyQuestion, by: [GroupKey] = [], cross: GroupKey? = nil, weight: String? = nil,
    margins: [SurveyMargins] = [], count: String? = nil, noAnswerIsInBase: Bool = true,
    method: CollectionMethod? = nil, interval: IntervalRequest? = nil, testsAsIfRandom: Bool = false,
    disclosure: DisclosureRequest? = nil, filter: [Condition] = [], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil
  ) throws(Findings) {
    var refused: [SurveyRule] = []
    if let people = disclosure?.column, people != count {
      throw Findings([Finding(DisclosureRule.surveyCounts, text: people)], kind: .usage)
    }
    if let weight, let count { refused.append(.weightedCounts(weight: weight, count: count)) }
    if let weight, !margins.isEmpty { refused.append(.twoWeights(weight: weight)) }
    if cross != nil, !by.isEmpty { refused.append(.crossWithGroups) }
    if !refused.isEmpty { throw Findings(refused.map { Finding($0) }, kind: .usage) }
    self.question = question
    self.by = by
    self.cross = cross
    self.weight = weight
    self.margins = margins
    self.count = count
    self.noAnswerIsInBase = noAnswerIsInBase
    self.method = method
    self.interval = interval
    self.testsAsIfRandom = testsAsIfRandom
    var disclosure = disclosure
    disclosure?.column = count
    self.disclosure = disclosure
    self.schema = schema
    self.ordering = ordering
    // All digits of a weighted share could tell who has which weight.
    self.digits = digits ?? (disclosure != nil && (weight != nil || !margins.isEmpty) ? 1 : nil)
    let groups = by + (cross.map { [$0] } ?? [])
    try interval?.check(by: groups)
    let keys = margins.map(\.key)
    func plan(_ by: [GroupKey]) -> SurveyPlan {
      SurveyPlan(
        question, by: by, filter: filter, count: count, weight: weight, strata: keys,
        noAnswerIsInBase: noAnswerIsInBase)
    }
    self.plan = plan(by)
    crossPlan = cross.map { plan([$0]) }
    strata = keys.isEmpty ? nil : Query(keys: keys, filter: filter, aggregates: [count.map { .sum($0) } ?? .count])
    additivity = try AdditivityCheck(self.plan.measures, keys: groups + [question.key], filter: filter, schema: schema)
  }

  /// All are to be answered in one pass.
  public var queries: [Query] {
    plan.queries + (crossPlan?.queries ?? []) + (strata.map { [$0] } ?? []) + additivity.queries
  }

  /// - Parameters:
  ///   - tables: the answers to `queries`, in their order.
  ///   - margins: of each of `margins`, the answers to its queries.
  ///   - input: how outputs call the input.
  public func document(
    _ tables: [ResultTable], margins answers: [[ResultTable]] = [], input: String
  ) throws(Findings) -> ReportDocument {
    guard let answer = tables.first else { return ReportDocument() }
    var rest = tables[...]
    let own = rest.prefix(plan.queries.count)
    rest = rest.dropFirst(own.count)
    let crossed = rest.prefix(crossPlan?.queries.count ?? 0)
    rest = rest.dropFirst(crossed.count)
    var made: MadeWeights?
    if strata != nil, let sample = rest.first {
      made = try MadeWeights(sample, margins: margins, answers: answers, count: count)
      rest = rest.dropFirst()
    }
    try additivity.check(rest)
    func groups(_ plan: SurveyPlan, _ tables: ArraySlice<ResultTable>) throws(Findings) -> [SurveyGroup] {
      try plan.groups(tables, made: made, schema: schema, ordering: ordering, withUngiven: withUngiven)
    }
    let all = try groups(plan, own)
    if by.isEmpty { try interval?.check(sample: all.first?.base.n.exactValue) }
    let columns = try crossPlan.map { plan throws(Findings) in try groups(plan, crossed) }
    let layout = SurveyTable(
      analysis: self, groups: all, made: made,
      hiding: try hiding(columns ?? all, made: made, accounting: answer.accounting))
    var blocks: [ReportDocument.Block] = []
    if let columns, let cross, let total = all.first {
      blocks += try SurveyCross(layout: layout, key: cross, columns: columns, total: total).blocks()
    } else {
      blocks.append(.table(layout.table()))
      if let chart = layout.chart(of: all) { blocks.append(.chart(chart)) }
    }
    if let totals = layout.hiddenTotals { blocks.append(.table(totals)) }
    if let weights = layout.weightsTable() { blocks.append(.table(weights)) }
    if let comparison = try layout.comparison(of: columns ?? all) { blocks.append(.table(comparison)) }
    // The total of a counted table is compared with its parts, and is none of them.
    let accounting = answer.accounting.withoutSuspects(under: question.key) { AnswerClass(.text($0)) == .total }
    return ReportDocument(
      blocks: blocks,
      inputs: [ReportDocument.Input(name: input, accounting: accounting)]
        + zip(margins, answers).compactMap { margin, tables in
          tables.first.map { ReportDocument.Input(name: margin.input, accounting: $0.accounting) }
        }.uniqued, notice: answer.notice)
  }

  /// - Errors: `tooFewRecords`, also where a note would tell a small number of respondents without a weight.
  private func hiding(
    _ groups: [SurveyGroup], made: MadeWeights?, accounting: Accounting
  ) throws(Findings) -> SurveyHiding? {
    guard let disclosure else { return nil }
    if count == nil { try disclosure.check(accounting) }
    if let made, PrimaryRule.threshold(disclosure.threshold).hides(count: made.leftOut) {
      throw Findings([Finding(DisclosureRule.tooFewRecords(threshold: disclosure.threshold))])
    }
    return try SurveyHiding(
      groups, isMultiple: question.isMultiple, noAnswerIsInBase: noAnswerIsInBase, request: disclosure,
      name: plan.measures.first?.machineName ?? "")
  }

  /// Declared answers that nobody gave stand in their place with 0. Counted tables say themselves what was not counted.
  private func withUngiven(_ rows: [SurveyGroup.Answer]) -> [SurveyGroup.Answer] {
    guard count == nil, ordering.order == .standard else { return rows }
    let declared: [String]? =
      switch question {
      case .options(let columns): columns
      case .single(let column), .several(let column, _):
        schema?.field(named: column)?.categories?.map(\.value)
      }
    guard let declared else { return rows }
    var rest = rows
    var result: [SurveyGroup.Answer] = []
    for name in declared {
      let folded = TextFolding.fold(name)
      let given = rest.filter {
        if case .text(let label) = $0.key { TextFolding.fold(label.text) == folded } else { false }
      }
      rest.removeAll { answer in given.contains { $0.key == answer.key } }
      let key = KeyValue.text(Label(name))
      let zero = SurveyGroup.Answer(
        key: key, n: .count(0), weight: isWeighted ? Figure(kind: .sum, value: .decimal(.zero), n: 0) : nil,
        kind: AnswerClass(key))
      result += given.isEmpty ? [zero] : given
    }
    return result + rest
  }

  var isWeighted: Bool { weight != nil || !margins.isEmpty }
}

extension Array where Element: Equatable {
  /// Each element once, in order.
  var uniqued: [Element] {
    reduce(into: []) { seen, element in if !seen.contains(element) { seen.append(element) } }
  }
}
