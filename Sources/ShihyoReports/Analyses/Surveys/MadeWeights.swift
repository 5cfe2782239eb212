import ShihyoModel
import ShihyoStatistics

/// Weights that give a sample the margins of a population: post-stratification by one key, raking by several.
///
/// - Units: weights whose sum over the respondents is their number.
/// - Missing: respondents of an unknown category have no weight and are counted in `leftOut`.
/// - Errors: `SurveyRule`: a category on one side only, margins with different sums; `notConverged`.
/// - Source: statistics.md, section 6.
struct MadeWeights: Hashable {
  let margins: [SurveyMargins]
  /// Respondents without a category that a weight could be made for.
  let leftOut: Int
  /// Weights of raking are doubles; those of post-stratification are exact.
  let isExact: Bool
  /// Rounds of raking; nil for post-stratification.
  let rounds: Int?
  private let weights: [[KeyValue]: Rational]

  /// The weight of a respondent by its categories; nil where one is unknown.
  func weight(of categories: [KeyValue]) -> Rational? {
    if let weight = weights[categories] { return weight }
    return weights[Self.categories(categories, margins)]
  }

  /// - Parameters:
  ///   - sample: respondents by the keys of the margins, in their order.
  ///   - answers: of each margin, to its queries.
  init(
    _ sample: ResultTable, margins: [SurveyMargins], answers: [[ResultTable]], count: String?
  ) throws(Findings) {
    self.margins = margins
    var targets: [[(category: KeyValue, people: ExactDecimal)]] = []
    for (margin, tables) in zip(margins, answers) { targets.append(try margin.targets(tables)) }
    var sizes: [[KeyValue]: Int] = [:]
    var order: [[KeyValue]] = []
    var leftOut = 0
    for row in sample.rows {
      let respondents = try Self.respondents(row, count: count)
      let categories = Self.categories(row.keys, margins)
      guard categories.allSatisfy({ CategoryClass($0) == .part }) else {
        leftOut += respondents
        continue
      }
      if sizes[categories] == nil { order.append(categories) }
      sizes[categories, default: 0] += respondents
    }
    try Self.checkKnown(order, margins, targets)
    self.leftOut = leftOut
    guard !order.isEmpty else { throw Findings([Finding(SurveyRule.noRespondents)]) }
    for (margin, list) in zip(margins, targets) where list.allSatisfy({ $0.people.isZero }) {
      throw Findings([Finding(SurveyRule.marginsZero(key: margin.key.machineName))])
    }
    let amounts = order.map { sizes[$0] ?? 0 }
    do throws(StatisticsRule) {
      if margins.count == 1 {
        let counts = targets[0].map { sizes[[$0.category]] ?? 0 }
        let made = try PostStratification.weights(sample: counts, population: targets[0].map(\.people))
        weights = Dictionary(zip(targets[0].map { [$0.category] }, made), uniquingKeysWith: { first, _ in first })
        (isExact, rounds) = (true, nil)
      } else {
        let raked = try Self.rake(order, amounts, targets)
        weights = raked.weights
        (isExact, rounds) = (false, raked.rounds)
      }
    } catch {
      throw Findings([Self.finding(error, margins, targets)])
    }
  }

  private static func rake(
    _ order: [[KeyValue]], _ amounts: [Int], _ targets: [[(category: KeyValue, people: ExactDecimal)]]
  ) throws(StatisticsRule) -> (weights: [[KeyValue]: Rational], rounds: Int) {
    let cells = zip(order, amounts).map { categories, amount in
      Raking.Cell(
        categories: zip(categories, targets).map { category, list in
          list.firstIndex { $0.category == category } ?? 0
        }, amount: Double(amount))
    }
    let raking = try Raking(cells, targets: targets.map { $0.map(\.people) })
    let respondents = Rational(amounts.reduce(0, +))
    let people = targets[0].reduce(Rational.zero) { $0 + Rational($1.people) }
    guard let scale = respondents / people else { throw .noWeight }
    var weights: [[KeyValue]: Rational] = [:]
    for (index, categories) in order.enumerated() {
      guard let fitted = Rational(exactly: raking.fitted[index]), let weight = fitted / Rational(amounts[index])
      else { throw .notFinite }
      // To a double again, so that equal weights stay equal and digits do not grow.
      guard let rounded = Rational(exactly: (weight * scale).nearestDouble) else { throw .notFinite }
      weights[categories] = rounded
    }
    return (weights, raking.rounds)
  }

  /// Each under the scheme of its key, and folded.
  private static func categories(_ keys: [KeyValue], _ margins: [SurveyMargins]) -> [KeyValue] {
    zip(keys, margins).map { key, margin in
      guard case .brackets(let scheme) = margin.key.form, case .age(.bracket(let finer)) = key,
        let placed = try? scheme.place(finer)
      else { return key.folded }
      return .age(.bracket(placed))
    }
  }

  private static func checkKnown(
    _ order: [[KeyValue]], _ margins: [SurveyMargins], _ targets: [[(category: KeyValue, people: ExactDecimal)]]
  ) throws(Findings) {
    var findings: [Finding] = []
    for (place, margin) in margins.enumerated() {
      let known = Set(targets[place].map(\.category))
      var unknown: [KeyValue] = []
      for categories in order where !known.contains(categories[place]) && !unknown.contains(categories[place]) {
        unknown.append(categories[place])
      }
      for category in unknown {
        let rule = SurveyRule.categoryNotInMargins(
          key: margin.key.machineName, category: ReportTable.KeyCell(category).label.ja, input: margin.input)
        findings.append(Finding(rule))
      }
    }
    if !findings.isEmpty { throw Findings(findings) }
  }

  private static func finding(
    _ rule: StatisticsRule, _ margins: [SurveyMargins], _ targets: [[(category: KeyValue, people: ExactDecimal)]]
  ) -> Finding {
    func empty(_ list: Int, _ position: Int) -> Finding {
      let category = ReportTable.KeyCell(targets[list][position].category).label.ja
      return Finding(SurveyRule.categoryWithoutAnswers(key: margins[list].key.machineName, category: category))
    }
    func sum(_ list: Int) -> String {
      targets[list].reduce(Rational.zero) { $0 + Rational($1.people) }.machineSpelling
    }
    switch rule {
    case .stratumEmpty(let position): return empty(0, position - 1)
    case .targetUnreachable(let list, let position): return empty(list - 1, position - 1)
    case .targetsDisagree(let list):
      return Finding(
        SurveyRule.marginsDisagree(
          first: margins[0].key.machineName, sum: sum(0), other: margins[list - 1].key.machineName,
          otherSum: sum(list - 1)))
    default: return Finding(rule)
    }
  }

  /// - Errors: `SurveyRule.countNotWhole` for a counted table whose counts are none.
  static func respondents(_ row: ResultTable.Row, count: String?) throws(Findings) -> Int {
    switch row.values.first {
    case .count(let count)?: return count
    case .sum(let sum)?:
      guard let number = sum.decimal(decimals: 0), number.decimals == 0, let whole = Int(exactly: number.coefficient),
        whole >= 0
      else {
        throw Findings([Finding(SurveyRule.countNotWhole(column: count ?? ""))])
      }
      return whole
    default: return 0
    }
  }
}
