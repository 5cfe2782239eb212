public import ShihyoDefinitions
public import ShihyoModel

/// 設問の集計: respondents and shares for each answer to one question, for all or for groups.
///
/// - Shape: one table; a row per answer in declared order, 無回答 last among them, then the base. Declared answers that nobody gave
///   are rows of 0.
/// - Units: n counts respondents; with weights Σw stands beside it, and shares are of Σw. Shares are per cent numbers.
/// - Base: the respondents. 無回答 (an empty cell, 無回答, 不明) is in it unless it is said otherwise, and a note says which. Those who
///   were not asked (非該当) are in no base. Of several answers the base is respondents, and the shares can add up to more than 100.
/// - Errors: `AnalysisRule` and `SurveyRule`, thrown as `Findings`.
/// - Source: domain.md, section 12; design.md, section 7.
public struct SurveyAnalysis: Hashable, Sendable {
  public let question: SurveyQuestion
  public let by: [GroupKey]
  /// The column of weights.
  public let weight: String?
  /// The column of counts of a table that is already counted; nil: a record is a respondent.
  public let count: String?
  public let noAnswerIsInBase: Bool
  public let method: CollectionMethod?
  public let schema: Schema?
  public var ordering: KeyOrdering
  public var digits: Int?

  private let plan: MeasurePlan
  private let basePlan: MeasurePlan?
  private let additivity: AdditivityCheck

  /// - Errors: `weightedCounts`, `rateNotAdditive`.
  public init(
    _ question: SurveyQuestion, by: [GroupKey] = [], weight: String? = nil, count: String? = nil,
    noAnswerIsInBase: Bool = true, method: CollectionMethod? = nil, filter: [Condition] = [], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil
  ) throws(Findings) {
    if let weight, let count {
      throw Findings([Finding(SurveyRule.weightedCounts(weight: weight, count: count))], kind: .usage)
    }
    self.question = question
    self.by = by
    self.weight = weight
    self.count = count
    self.noAnswerIsInBase = noAnswerIsInBase
    self.method = method
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    let measures = [count.map { Measure.primitive(.sum($0)) } ?? .count] + (weight.map { [.primitive(.sum($0))] } ?? [])
    plan = MeasurePlan(keys: by + [question.key], filter: filter, measures: measures)
    basePlan = question.isMultiple ? MeasurePlan(keys: by, filter: filter, measures: measures) : nil
    additivity = try AdditivityCheck(measures, keys: by + [question.key], filter: filter, schema: schema)
  }

  /// All are to be answered in one pass.
  public var queries: [Query] { plan.queries + (basePlan?.queries ?? []) + additivity.queries }

  private var nMeasure: Measure { plan.measures[0] }
  private var weightMeasure: Measure? { weight.map { .primitive(.sum($0)) } }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  public func document(_ tables: [ResultTable], input: String) throws(Findings) -> ReportDocument {
    guard let answer = tables.first else { return ReportDocument() }
    try additivity.check(tables.dropFirst(basePlan == nil ? 1 : 2))
    let bases = try basePlan?.groups(tables.dropFirst().prefix(1), schema: schema, ordering: ordering) ?? []
    var groups: [SurveyGroup] = []
    for (keys, rows) in gathered(try plan.groups([answer], schema: schema, ordering: ordering)) {
      let respondents = bases.first { $0.keys == keys }.flatMap { group in
        self.answer(group, key: .age(.total)).map { answer in
          var answer = answer
          answer.kind = .total
          return answer
        }
      }
      groups.append(
        try SurveyGroup(
          keys: keys, rows: withUngiven(rows), respondents: respondents, noAnswerIsInBase: noAnswerIsInBase,
          measure: plan.measures.last?.machineName ?? ""))
    }
    let table = SurveyTable(analysis: self, groups: groups).table()
    return ReportDocument(
      blocks: [.table(table)], inputs: [ReportDocument.Input(name: input, accounting: answer.accounting)],
      notice: answer.notice)
  }

  private func gathered(_ measured: [MeasuredGroup]) -> [(keys: [KeyValue], rows: [SurveyGroup.Answer])] {
    var order: [[KeyValue]] = []
    var rows: [[KeyValue]: [SurveyGroup.Answer]] = [:]
    for group in measured {
      guard let key = group.keys.last, let answer = answer(group, key: key) else { continue }
      let keys = Array(group.keys.dropLast())
      if rows[keys] == nil { order.append(keys) }
      rows[keys, default: []].append(answer)
    }
    return order.map { ($0, rows[$0] ?? []) }
  }

  private func answer(_ group: MeasuredGroup, key: KeyValue) -> SurveyGroup.Answer? {
    guard let n = group.figures[nMeasure] else { return nil }
    return SurveyGroup.Answer(
      key: key, n: n, weight: weightMeasure.flatMap { group.figures[$0] }, kind: AnswerClass(key))
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
        key: key, n: .count(0),
        weight: weight == nil ? nil : Figure(kind: .sum, value: .decimal(.zero), n: 0), kind: AnswerClass(key))
      result += given.isEmpty ? [zero] : given
    }
    return result + rest
  }
}
