public import ShihyoModel
import ShihyoStatistics

/// 人口当たりの率: events of each group per so many people of a second table, and the same adjusted to a standard population.
///
/// - Shape: one table; a row per group with events, people, the rate and, with a standard, the adjusted rate (年齢調整率).
/// - Units: events per `base` people. The tables are joined by the labels of the keys, which match folded; brackets merge where
///   boundaries coincide.
/// - Missing: a group without people has no rate, and says so; unknown groups have no people to compare with.
/// - Errors: `RateRule`, `AnalysisRule`, `AgeRule`, thrown as `Findings`.
/// - Source: domain.md, sections 7 and 9; statistics.md, section 6. A rate is never averaged over groups.
public struct RateAnalysis: Hashable, Sendable {
  /// A column of people in another table.
  public struct Population: Hashable, Sendable {
    /// How notes call the table.
    public var input: String
    public var column: String
    public var schema: Schema?

    public init(input: String, column: String, schema: Schema?) {
      self.input = input
      self.column = column
      self.schema = schema
    }
  }

  public let measure: Measure
  public let by: [GroupKey]
  /// The key of the standard, usually of ages; nil: no standard.
  public let over: GroupKey?
  public let base: Int
  public let population: Population
  public let standard: Population?
  public let schema: Schema?
  public var ordering: KeyOrdering
  public var digits: Int?
  public let disclosure: DisclosureRequest?
  private let plan: MeasurePlan
  private let additivity: AdditivityCheck
  let people: RatePeople
  private let norm: RatePeople?

  /// - Parameters:
  ///   - column: whose sum are the events; nil: records.
  ///   - filter: of the events; the tables of people are taken whole.
  public init(
    of column: String?, by: [GroupKey], over: GroupKey? = nil, base: Int, population: Population,
    standard: Population? = nil, filter: [Condition] = [], schema: Schema? = nil,
    ordering: KeyOrdering = KeyOrdering(), digits: Int? = nil, disclosure: DisclosureRequest? = nil
  ) throws(Findings) {
    guard (1...10_000_000).contains(base) else { throw Findings([Finding(RateRule.baseOutside)], kind: .usage) }
    guard (over == nil) == (standard == nil) else { throw Findings([Finding(RateRule.standardNeedsKey)], kind: .usage) }
    guard !(by + [over].compactMap { $0 }).contains(where: \.source.isOverlapping) else {
      throw Findings([Finding(RateRule.overlapping)], kind: .usage)
    }
    measure = column.map { .primitive(.sum($0)) } ?? .count
    self.by = by
    self.over = over
    self.base = base
    self.population = population
    self.standard = standard
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    self.disclosure = disclosure
    let keys = by + (over.map { [$0] } ?? [])
    plan = MeasurePlan(keys: keys, filter: filter, measures: [measure])
    additivity = try AdditivityCheck([measure], keys: keys, filter: filter, schema: schema)
    people = try RatePeople(population, keys: keys)
    norm = try standard.flatMap { standard throws(Findings) in
      try over.map { over throws(Findings) in try RatePeople(standard, keys: [over]) }
    }
  }

  public var queries: [Query] { plan.queries + additivity.queries }
  /// To be asked of the table of people.
  public var populationQueries: [Query] { people.queries }
  /// To be asked of the table of the standard; empty without one.
  public var standardQueries: [Query] { norm?.queries ?? [] }

  /// - Parameters: the answers to `queries`, `populationQueries` and `standardQueries`.
  public func document(
    _ tables: [ResultTable], population: [ResultTable], standard: [ResultTable], input: String
  ) throws(Findings) -> ReportDocument {
    guard let events = tables.first, let persons = population.first else { return ReportDocument() }
    try additivity.check(tables.dropFirst())
    let join = try RateJoin(
      events: try plan.cells(events, schema: schema, ordering: ordering),
      people: try people.cells(population, ordering: ordering),
      standard: try norm.map { norm throws(Findings) in try norm.cells(standard, ordering: ordering) },
      width: by.count, measure: measure, population: self.population)
    if measure == .count { try disclosure?.check(events.accounting) }
    let hiding = try disclosure.map { request throws(Findings) in
      try DisclosureDecision(
        join.groups.map { ($0.keys, $0.events) }, request: request, name: measure.machineName)
    }
    let rows = join.groups.map { group in
      var figures = [group.events, group.people, rate(group), adjusted(group)].compactMap { $0 }
      if let hiding, hiding.hides(group.keys) {
        figures = figures.enumerated().map { $0 == 1 ? $1 : $1.hidden(hiding.request) }
      }
      return ReportTable.Row(keys: group.keys.map { ReportTable.KeyCell($0) }, figures: figures)
    }
    let table = ReportTable(
      keyColumns: by.map { ReportTable.KeyColumn($0, schema: schema) }, valueColumns: columns, rows: rows,
      notes: notes(join))
    return ReportDocument(
      blocks: [.table(table)],
      inputs: [(input, events), (self.population.input, persons)].map {
        ReportDocument.Input(name: $0, accounting: $1.accounting)
      }
        + (standard.first.map { [ReportDocument.Input(name: self.standard?.input ?? "", accounting: $0.accounting)] }
          ?? []),
      notice: events.notice)
  }
}
