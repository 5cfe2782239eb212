import ShihyoModel

/// People of another table by which each period's events are divided: 人口当たりの率 over time.
///
/// - Shape: the table has the keys of the trend and its times; groups and periods meet by their labels.
/// - Units: events per `base` people.
/// - Missing: a group or period without people has no rate.
/// - Note: people are of a date: several dates in one period are refused, since their sum would be a multiple of them.
public struct TrendPopulation: Hashable, Sendable {
  public var population: RateAnalysis.Population
  public var base: Int

  public init(_ population: RateAnalysis.Population, base: Int = 1000) {
    self.population = population
    self.base = base
  }

  /// Named with its table, so that a column of the events may have the same name.
  private var measure: Measure { .primitive(.sum("\(population.column)（\(population.input)）")) }

  /// - Errors: `RateRule.baseOutside`, `oneMeasure` for anything but a count or one sum.
  func rate(of events: AggregateAnalysis.Column) throws(Findings) -> AggregateAnalysis.Column {
    guard (1...10_000_000).contains(base) else { throw Findings([Finding(RateRule.baseOutside)], kind: .usage) }
    switch events {
    case .measure(.primitive(.count)), .measure(.primitive(.sum)): break
    default: throw Findings([Finding(RateRule.oneMeasure)], kind: .usage)
    }
    return .ratio(
      RatioExpression(
        kind: .rate(base: ExactDecimal(base)), numerator: SignedSum(events.measures[0]),
        denominator: SignedSum(measure)))
  }

  /// The groups with their people beside their events.
  ///
  /// - Errors: `RateRule.noGroupInCommon`.
  func joined(_ groups: [MeasuredGroup], _ people: [RateJoin.Cell]) throws(Findings) -> [MeasuredGroup] {
    let parts = people.filter { $0.keys.allSatisfy { CategoryClass($0) == .part } }
    let known = Dictionary(parts.map { ($0.folded, $0.figure) }, uniquingKeysWith: { one, _ in one })
    var isMet = groups.isEmpty
    let joined = groups.map { group in
      let figure = known[group.keys.map(\.folded)]
      isMet = isMet || figure != nil
      return with(figure, group)
    }
    if !isMet, !parts.isEmpty {
      func names(_ keys: some Collection<[KeyValue]>) -> [String] {
        keys.prefix(5).map { $0.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・") }
      }
      let rule = RateRule.noGroupInCommon(
        input: population.input, events: names(groups.map(\.keys)), people: names(parts.map(\.keys)))
      throw Findings([Finding(rule)])
    }
    return joined
  }

  /// The totals of the periods, with the people of the groups that the trend shows.
  ///
  /// - Missing: a total that holds events of a group without people; those of no known group have none.
  /// - Errors: `overflow`.
  func joinedTotals(
    _ totals: [MeasuredGroup], of groups: [MeasuredGroup], _ people: [RateJoin.Cell]
  ) throws(Findings) -> [MeasuredGroup] {
    let places = Set(groups.map { $0.keys.map(\.folded) }.filter { $0.allSatisfy { CategoryClass($0) == .part } })
    let shown = Set(places.map { $0.dropLast() })
    let parts = people.filter { shown.contains($0.folded.dropLast()) }
    let known = Set(parts.map(\.folded))
    var joined: [MeasuredGroup] = []
    for total in totals {
      let isWhole = places.allSatisfy { $0.last != total.keys.last || known.contains($0) }
      let own = isWhole ? parts.filter { $0.keys.last == total.keys.last }.map(\.figure) : []
      let sum = try own.first?.combined(with: Array(own.dropFirst()), sign: 1, measure: measure.machineName)
      joined.append(with(sum, total))
    }
    return joined
  }

  private func with(_ people: Figure?, _ group: MeasuredGroup) -> MeasuredGroup {
    var group = group
    group.figures.append(people ?? Figure(kind: .sum, value: .absent(.missing)), for: measure)
    return group
  }
}
