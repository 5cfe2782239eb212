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
  private let populationPlan: MeasurePlan
  private let standardPlan: MeasurePlan?
  private let checks: [AdditivityCheck]

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
    let people = Measure.primitive(.sum(population.column))
    plan = MeasurePlan(keys: keys, filter: filter, measures: [measure])
    populationPlan = MeasurePlan(keys: keys, filter: [], measures: [people])
    standardPlan = standard.flatMap { standard in
      over.map { MeasurePlan(keys: [$0], filter: [], measures: [.primitive(.sum(standard.column))]) }
    }
    var checks = [try AdditivityCheck([measure], keys: keys, filter: filter, schema: schema)]
    checks.append(try AdditivityCheck([people], keys: keys, filter: [], schema: population.schema))
    if let standard, let over {
      checks.append(
        try AdditivityCheck(
          [.primitive(.sum(standard.column))], keys: [over], filter: [], schema: standard.schema))
    }
    self.checks = checks
  }

  public var queries: [Query] { plan.queries + checks[0].queries }
  /// To be asked of the table of people.
  public var populationQueries: [Query] { populationPlan.queries + checks[1].queries }
  /// To be asked of the table of the standard; empty without one.
  public var standardQueries: [Query] { (standardPlan?.queries ?? []) + (checks.count > 2 ? checks[2].queries : []) }

  /// - Parameters: the answers to `queries`, `populationQueries` and `standardQueries`.
  public func document(
    _ tables: [ResultTable], population people: [ResultTable], standard: [ResultTable], input: String
  ) throws(Findings) -> ReportDocument {
    guard let events = tables.first, let persons = people.first else { return ReportDocument() }
    try checks[0].check(tables.dropFirst())
    try checks[1].check(people.dropFirst())
    if checks.count > 2 { try checks[2].check(standard.dropFirst()) }
    let join = try RateJoin(
      events: groups(events, plan, schema), people: groups(persons, populationPlan, population.schema),
      standard: try standardPlan.map { plan throws(Findings) in
        guard let table = standard.first else { return [] }
        return try groups(table, plan, self.standard?.schema)
      }, width: by.count, measure: measure, population: population)
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
      inputs: [(input, events), (population.input, persons)].map {
        ReportDocument.Input(name: $0, accounting: $1.accounting)
      }
        + (standard.first.map { [ReportDocument.Input(name: self.standard?.input ?? "", accounting: $0.accounting)] }
          ?? []),
      notice: events.notice)
  }

  private func groups(
    _ table: ResultTable, _ plan: MeasurePlan, _ schema: Schema?
  ) throws(Findings) -> [RateJoin.Cell] {
    var table = table
    for (column, key) in plan.keys.enumerated() {
      guard case .brackets(let scheme) = key.form else { continue }
      table = try Rebracketing.merge(table, column: column, into: scheme)
    }
    var cells: [RateJoin.Cell] = []
    for group in try plan.groups([table], schema: schema, ordering: ordering) {
      guard let figure = group.figures[plan.measures[0]] else { continue }
      cells.append(RateJoin.Cell(keys: group.keys, figure: figure))
    }
    return cells
  }

  private func rate(_ group: RateJoin.Group) -> Figure {
    var figure = Figure(
      kind: .rate, value: .undefined(RateJoin.noPeople), numerator: group.events.decimalValue,
      denominator: group.people.decimalValue, n: group.events.n, digits: digits, textDigits: 2,
      marks: group.events.marks.union(group.people.marks), reasons: group.events.reasons)
    if case .absent = group.events.value { return figure.with(group.events.value) }
    guard let events = group.events.decimalValue, let people = group.people.decimalValue else {
      figure.marks = []
      return figure
    }
    do throws(StatisticsRule) {
      figure.value = .exact(try CrudeRate.of(events: events, population: people, per: base))
    } catch {
      figure.value = .undefined(error.message)
    }
    return figure
  }

  private func adjusted(_ group: RateJoin.Group) -> Figure? {
    guard standard != nil else { return nil }
    var figure = Figure(kind: .rate, value: .undefined(RateJoin.noPeople), digits: digits, textDigits: 2)
    guard let strata = group.strata else {
      return figure.with(.undefined(RateJoin.unmatched))
    }
    do throws(StatisticsRule) {
      figure.value = .exact(
        try DirectStandardisation.rate(
          events: strata.map(\.events), population: strata.map(\.people), standard: strata.map(\.standard), per: base))
    } catch {
      figure.value = .undefined(error.message)
    }
    return figure
  }

  private var columns: [ReportTable.ValueColumn] {
    let per = Bilingual(ja: "人口\(DigitGroups.grouped(base))当たり", en: "Per \(DigitGroups.grouped(base))")
    var columns = [
      ReportTable.ValueColumn(
        name: measure.machineName, label: measure.label(schema: schema), unit: measure.unit(schema: schema)),
      ReportTable.ValueColumn(
        name: "population", label: Bilingual(ja: "人口", en: "People"),
        unit: population.schema?.field(named: population.column)?.unit?.symbol),
      ReportTable.ValueColumn(name: "rate(\(base))", label: per),
    ]
    if standard != nil {
      columns.append(
        ReportTable.ValueColumn(
          name: "adjusted-rate(\(base))", label: Bilingual(ja: per.ja + "（調整率）", en: per.en + ", adjusted")))
    }
    return columns
  }

  private func notes(_ join: RateJoin) -> [Bilingual] {
    var notes = [
      Bilingual(
        ja: "人口は \(population.input) の「\(population.column)」による。件数と同じ時点・範囲の人口かどうか確認すること。",
        en: "People: \"\(population.column)\" of \(population.input). Check that it is of the same date and area.")
    ]
    if let standard, let over {
      notes.append(
        Bilingual(
          ja:
            "調整率は、各区分の「\(over.machineName)」の構成が \(standard.input) の「\(standard.column)」と同じだとした場合の率（直接法）。",
          en:
            "Adjusted: the rate if each group had the \"\(over.machineName)\" of \"\(standard.column)\" in \(standard.input) (direct method)."
        ))
    }
    if !join.leftOut.isEmpty {
      let names = join.leftOut.map { ReportTable.KeyCell($0).label }
      notes.append(
        Bilingual(
          ja: "人口のない区分は率に含めない：\(names.map(\.ja).joined(separator: "、"))",
          en: "In no rate, having no people to compare with: \(names.map(\.en).joined(separator: ", "))"))
    }
    if let disclosure { notes.append(disclosure.note) }
    return notes
  }
}
