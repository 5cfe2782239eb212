public import ShihyoModel

/// 推移: one measure by period, with changes, index, sums to date, moving averages and contributions.
///
/// - Shape: one table; for each group a row per period from the first to the last of all data. A period without a record is a row
///   that is shown as missing. A total, where asked for or needed, stands after the groups and comes from a question of its own.
/// - Units: amounts change in per cent (増減率), percentages in points; a level has to be asked for.
/// - Additivity: a stock is not summed over time; a ratio is Σ numerator / Σ denominator in every period and sum.
/// - Missing: nothing is filled in; comparisons with a gap are missing. Partial periods, and comparisons with them, are marked.
/// - Hidden: with `disclosure` small counts of people, with what would tell them: other periods and groups, and every comparison.
/// - Errors: `TrendRule`, `AnalysisRule` and `DisclosureRule`, thrown as `Findings`.
/// - Cost: one pass; memory grows with groups × distinct labels of the time column.
/// - Source: domain.md, sections 6 and 9; statistics.md, section 7.
public struct TrendAnalysis: Hashable, Sendable {
  public let column: AggregateAnalysis.Column
  /// What is asked of the data; `column` divides it where there is a population.
  let events: AggregateAnalysis.Column
  /// nil: no rate per population.
  public let per: TrendPopulation?
  public let time: String
  public let grain: Grain
  public let by: [GroupKey]
  public let comparisons: [TrendComparison]
  public let schema: Schema?
  public var ordering: KeyOrdering
  public var digits: Int?
  /// The base of the index; nil: the first period.
  public let base: Period?
  /// Terms of the moving average.
  public let window: Int
  public let showsTotal: Bool
  /// Adds the test of trend below the table.
  public let tests: Bool
  /// nil: nothing is hidden.
  public let disclosure: DisclosureRequest?

  let plan: MeasurePlan
  let totalPlan: MeasurePlan?
  private let hidingPlan: MeasurePlan?
  let additivity: AdditivityCheck
  private let people: RatePeople?
  private let reading: ReadingOptions
  private let coverageQuery: Query

  /// - Parameters:
  ///   - comparisons: nil: against the period before and the year before.
  ///   - per: people of another table that counts or a sum are divided by.
  ///   - reading: how times are read in columns that no descriptor describes.
  /// - Errors: `undeclaredRatio`, `rateNotAdditive`, and what the comparisons ask that the measure cannot mean.
  public init(
    of column: AggregateAnalysis.Column = .measure(.count), time: String, grain: Grain, by: [GroupKey] = [],
    filter: [Condition] = [], compare comparisons: [TrendComparison]? = nil, base: Period? = nil, window: Int? = nil,
    schema: Schema? = nil, reading: ReadingOptions = ReadingOptions(), ordering: KeyOrdering = KeyOrdering(),
    digits: Int? = nil, showsTotal: Bool = false, tests: Bool = false,
    disclosure: DisclosureRequest? = nil, per: TrendPopulation? = nil
  ) throws(Findings) {
    events = column
    self.per = per
    self.column = try per.map { per throws(Findings) in try per.rate(of: column) } ?? column
    self.time = time
    self.grain = grain
    self.by = by
    self.comparisons = comparisons ?? grain.usualComparisons
    self.schema = schema
    self.ordering = ordering
    self.digits = digits
    self.base = base
    self.window = window ?? grain.usualWindow
    self.reading = reading
    self.tests = tests
    self.disclosure = disclosure
    if case .ratio(let ratio) = column, ratio.kind == nil {
      throw Findings([.undeclaredRatio(RatioReadings(ratio, values: nil))])
    }
    let contributes = self.comparisons.contains { if case .contribution = $0 { true } else { false } }
    self.showsTotal = (showsTotal || contributes) && !by.isEmpty
    let key = GroupKey(column: time, form: .period(grain))
    let decisive = disclosure.map { [$0.measure] } ?? []
    plan = MeasurePlan(keys: by + [key], filter: filter, measures: events.measures + decisive)
    hidingPlan = Self.basePlan(keys: by + [key], filter: filter, disclosure: disclosure)
    totalPlan = self.showsTotal ? MeasurePlan(keys: [key], filter: filter, measures: events.measures) : nil
    additivity = try AdditivityCheck(events.measures, keys: by + [key], filter: filter, schema: schema)
    people = try per.map { per throws(Findings) in try RatePeople(per.population, keys: by + [key]) }
    let series =
      events.countsRecords
      ? [] : SeriesColumns.names(time: time, schema: schema, reading: reading, keys: by, filter: filter)
    coverageQuery = Query(
      keys: by + (series + [time]).map { GroupKey(column: $0) }, filter: filter, aggregates: [.count])
    try refuse()
  }

  /// All are to be answered in one pass.
  public var queries: [Query] {
    plan.queries + (totalPlan?.queries ?? []) + (hidingPlan?.queries ?? []) + [coverageQuery] + additivity.queries
  }

  /// To be asked of the table of people; empty without one.
  public var populationQueries: [Query] { people?.queries ?? [] }

  /// The places in `queries` whose warnings are worth telling; the others ask for what the user did not.
  public var spokenQueries: Range<Int> { 0..<(plan.queries.count + (totalPlan?.queries.count ?? 0)) }

  /// Reads the labels of the time column as the engine does.
  private var grammar: TimeGrammar {
    let field = schema?.field(named: time)
    return TimeGrammar(
      yearReading: field?.yearReading ?? reading.yearReading, dateOrder: field?.dateOrder ?? reading.dateOrder,
      format: field?.format)
  }

  /// - Parameter tables: the answers to `queries`, in their order.
  /// - Parameter input: how outputs call the input.
  /// - Parameter population: the answers to `populationQueries`.
  public func document(
    _ tables: [ResultTable], population: [ResultTable] = [], input: String
  ) throws(Findings) -> ReportDocument {
    var rest = tables[...]
    let answers = rest.prefix(plan.queries.count)
    rest = rest.dropFirst(answers.count)
    let totals = rest.prefix(totalPlan?.queries.count ?? 0)
    rest = rest.dropFirst(totals.count)
    let bases = rest.prefix(hidingPlan?.queries.count ?? 0)
    rest = rest.dropFirst(bases.count)
    guard let answer = answers.first, let coverageTable = rest.first else { return ReportDocument() }
    let coverage = TimeCoverage(
      coverageTable, groupKeys: by.count, grain: grain, grammar: grammar,
      judgesGroups: !events.countsRecords && !by.isEmpty)
    try refuseStocks(rest.dropFirst(), coverage: coverage)

    var groups = try plan.groups(answers, schema: schema, ordering: ordering)
    var total = try totalPlan?.groups(totals, schema: schema, ordering: ordering) ?? []
    if let per, let cells = try people?.cells(population, ordering: ordering) {
      total = try per.joinedTotals(total, of: groups, cells)
      groups = try per.joined(groups, cells)
    }
    let periods = try periods(of: groups)
    try disclosure?.check(answer.accounting)
    let hiding = try hiding(
      groups, bases: try hidingPlan?.groups(bases, schema: schema, ordering: ordering) ?? [])
    var series = try self.series(of: groups, periods: periods, coverage: coverage)
    if let hiding { series = series.map { $0.hiding(hiding, by: by.count) } }
    var all: TrendSeries?
    let lacking = SeriesGaps(coverageTable, groupKeys: by.count, grammar: grammar)
    let seriesGaps = events.countsRecords ? [] : mark(&series, lacking)
    let gaps = events.countsRecords || totalPlan == nil ? [] : series.flatMap(\.gaps)
    if totalPlan != nil {
      var points = try self.points(of: total, periods: periods) { coverage.isPartial($0, keys: nil) }
      for place in points.indices
      where points[place].value != nil
        && (gaps.contains { $0.period == periods[place] } || !lacking.gaps(in: periods[place], group: nil).isEmpty)
      {
        points[place].figure.marks.insert(.incomplete)
      }
      var whole = TrendSeries(keys: [], isTotal: true, points: points)
      if let hiding { whole = whole.hiding(hiding, by: by.count) }
      all = whole
      series.append(whole)
    }
    var builder = TrendTable(analysis: self, base: try basePeriod(in: periods), series: series, total: all)
    builder.note(TrendNotes.missing(periods.filter { coverage.overall[$0] == nil }))
    builder.note(TrendNotes.partial(partialWords(series, coverage: coverage)))
    builder.note(TrendNotes.seriesGaps(seriesGaps))
    builder.note(TrendNotes.totalGaps(gaps.map(\.words)))
    let withoutTime = answer.rows.reduce(0) { sum, row in
      guard case .absent = row.keys.last, case .count(let count) = row.values.first else { return sum }
      return sum + count
    }
    let isHidden = hiding.map { $0(withoutPeriod(groups)) } ?? false
    builder.note(
      isHidden ? TrendNotes.withoutTimeHidden(column: time) : TrendNotes.withoutTime(withoutTime, column: time))
    builder.note(disclosure?.note)
    builder.note(people?.note)
    let table = builder.table()
    let chart = chart(of: table).map { [ReportDocument.Block.chart($0)] } ?? []
    let test = tests ? TrendTest(analysis: self, series: series).blocks : []
    return ReportDocument(
      blocks: [.table(table)] + chart + (hiddenTotals(hiding).map { [.table($0)] } ?? []) + test,
      inputs: [ReportDocument.Input(name: input, accounting: answer.accounting)]
        + zip(population.prefix(1), [per].compactMap { $0?.population.input }).map {
          ReportDocument.Input(name: $1, accounting: $0.accounting)
        },
      notice: answer.notice)
  }
}

extension Grain {
  /// What `--compare` stands for where it is not given.
  var usualComparisons: [TrendComparison] {
    switch self {
    case .fiscalYear, .calendarYear: [.change(.previous)]
    case .day, .month, .quarter, .half, .calendarQuarter: [.change(.previous), .change(.yearAgo)]
    }
  }

  /// Terms that level out a year's seasons, or a week's; three years where there are none.
  var usualWindow: Int {
    switch self {
    case .day: 7
    case .month: 12
    case .quarter, .calendarQuarter: 4
    case .half: 2
    case .fiscalYear, .calendarYear: 3
    }
  }
}
