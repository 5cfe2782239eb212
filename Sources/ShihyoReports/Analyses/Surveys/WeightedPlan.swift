import ShihyoDefinitions
import ShihyoModel

/// Respondents and Σ of weights by some keys: what is asked, and how the answers fold.
///
/// - Missing: a respondent whose weight cell holds no value counts in n, and makes Σ of weights incomplete. One who stands in no group
///   of the margins has no weight that could be made, and counts in neither.
struct WeightedPlan: Hashable {
  let plan: MeasurePlan
  let count: String?
  let weight: String?
  /// The keys by which weights are made; empty: none are made.
  let strata: [GroupKey]

  init(keys: [GroupKey], filter: [Condition], count: String?, weight: String?, strata: [GroupKey]) {
    let measures = [count.map { Measure.primitive(.sum($0)) } ?? .count] + (weight.map { [.primitive(.sum($0))] } ?? [])
    plan = MeasurePlan(keys: keys, filter: filter, measures: measures)
    self.count = count
    self.weight = weight
    self.strata = strata
  }

  var queries: [Query] { plan.queries + (spreadQuery.map { [$0] } ?? []) }

  private var spreadQuery: Query? {
    if let weight {
      let key = GroupKey(column: weight, form: .number)
      return Query(keys: plan.keys + [key], filter: plan.filter, aggregates: [.count])
    }
    if strata.isEmpty { return nil }
    return Query(
      keys: plan.keys + strata, filter: plan.filter, aggregates: [count.map { .sum($0) } ?? .count])
  }

  /// - Parameter tables: the answers to `queries`.
  /// - Errors: those of `MeasurePlan`; `negativeWeight`.
  func answers(
    _ tables: some Collection<ResultTable>, made: MadeWeights?, schema: Schema?, ordering: KeyOrdering
  ) throws(Findings) -> [(keys: [KeyValue], answer: SurveyGroup.Answer)] {
    let groups = try plan.groups(tables.prefix(1), schema: schema, ordering: ordering)
    let spreads = try spreads(tables.dropFirst().first, made: made)
    var answers: [(keys: [KeyValue], answer: SurveyGroup.Answer)] = []
    for group in groups {
      guard var n = group.figures[plan.measures[0]] else { continue }
      let spread = spreads[group.keys] ?? [:]
      var sum = weight.flatMap { group.figures[.primitive(.sum($0))] }
      if made != nil {
        let held = spread.values.reduce(0, +)
        n.value = .decimal(ExactDecimal(held))
        n.n = held
        let total = spread.reduce(Rational.zero) { $0 + $1.key * Rational($1.value) }
        sum = Figure(kind: .sum, value: .exact(total), n: held, textDigits: 1)
      }
      let key = group.keys.last ?? .age(.total)
      answers.append(
        (group.keys, SurveyGroup.Answer(key: key, n: n, weight: sum, kind: AnswerClass(key), spread: spread)))
    }
    return answers
  }

  /// How many respondents of each weight stand in each group.
  private func spreads(
    _ table: ResultTable?, made: MadeWeights?
  ) throws(Findings) -> [[KeyValue]: [Rational: Int]] {
    guard let table else { return [:] }
    var spreads: [[KeyValue]: [Rational: Int]] = [:]
    for row in table.rows {
      let keys = Array(row.keys.prefix(plan.keys.count))
      let rest = Array(row.keys.dropFirst(plan.keys.count))
      let respondents = try MadeWeights.respondents(row, count: count)
      guard respondents != 0 else { continue }
      if let weight {
        guard case .number(let number)? = rest.first else { continue }
        if number.isNegative {
          throw Findings([Finding(SurveyRule.negativeWeight(column: weight), text: number.description)])
        }
        spreads[keys, default: [:]][Rational(number), default: 0] += respondents
      } else if let made, let weight = made.weight(of: rest) {
        spreads[keys, default: [:]][weight, default: 0] += respondents
      }
    }
    return spreads
  }
}
