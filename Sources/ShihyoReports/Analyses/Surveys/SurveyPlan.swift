import ShihyoDefinitions
import ShihyoModel

/// One question by some groups: what is asked, and the groups that come of it.
struct SurveyPlan: Hashable {
  let by: [GroupKey]
  let question: SurveyQuestion
  let noAnswerIsInBase: Bool
  private let main: WeightedPlan
  /// The respondents of each group, where one can give several answers.
  private let base: WeightedPlan?

  init(
    _ question: SurveyQuestion, by: [GroupKey], filter: [Condition], count: String?, weight: String?,
    strata: [GroupKey], noAnswerIsInBase: Bool
  ) {
    self.by = by
    self.question = question
    self.noAnswerIsInBase = noAnswerIsInBase
    func plan(_ keys: [GroupKey]) -> WeightedPlan {
      WeightedPlan(keys: keys, filter: filter, count: count, weight: weight, strata: strata)
    }
    main = plan(by + [question.key])
    base = question.isMultiple ? plan(by) : nil
  }

  var measures: [Measure] { main.plan.measures }
  var queries: [Query] { main.queries + (base?.queries ?? []) }

  /// - Parameters:
  ///   - tables: the answers to `queries`.
  ///   - withUngiven: adds declared answers that nobody gave.
  func groups(
    _ tables: some Collection<ResultTable>, made: MadeWeights?, schema: Schema?, ordering: KeyOrdering,
    withUngiven: ([SurveyGroup.Answer]) -> [SurveyGroup.Answer]
  ) throws(Findings) -> [SurveyGroup] {
    let own = Array(tables.prefix(main.queries.count))
    let rest = Array(tables.dropFirst(main.queries.count))
    let bases = try base?.answers(rest, made: made, schema: schema, ordering: ordering) ?? []
    var order: [[KeyValue]] = []
    var rows: [[KeyValue]: [SurveyGroup.Answer]] = [:]
    for (keys, answer) in try main.answers(own, made: made, schema: schema, ordering: ordering) {
      let keys = Array(keys.dropLast())
      if rows[keys] == nil { order.append(keys) }
      rows[keys, default: []].append(answer)
    }
    var groups: [SurveyGroup] = []
    for keys in order {
      let respondents = bases.first { $0.keys == keys }.map { entry in
        var answer = entry.answer
        (answer.key, answer.kind) = (.age(.total), .total)
        return answer
      }
      groups.append(
        try SurveyGroup(
          keys: keys, rows: withUngiven(rows[keys] ?? []), respondents: respondents,
          noAnswerIsInBase: noAnswerIsInBase, isExact: made?.isExact ?? true,
          measure: measures.last?.machineName ?? ""))
    }
    return groups
  }
}
