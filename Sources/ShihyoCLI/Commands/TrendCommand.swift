import ArgumentParser
import Shihyo

struct TrendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: abstract(
      "期ごとの推移と、前期比・前年同期比 (増減率、率はポイント差) などを計算します。",
      "Shows a measure by period, with changes, index, sums to date and moving averages."),
    discussion: abstract(
      "例: shihyo trend 利用.csv --measure 'sum(利用者数)' --time 利用日 --grain quarter --by 区",
      "Example: shihyo trend use.csv --measure 'sum(users)' --time date --grain quarter --by ward"))

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("集計", "Grouping")) var grouping: GroupingOptions
  @OptionGroup(title: abstract("秘匿", "Disclosure control")) var hiding: DisclosureOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(
    name: .long,
    help: help(
      "集計。例 count, 'sum(利用者数)', 'share:sum(利用)/sum(利用可能)' (期ごとの計どうしの比)",
      "Measure, for example count, 'sum(users)', 'share:sum(used)/sum(available)' (a ratio of each period's sums)",
      placeholder: "agg"))
  var measure: String = "count"

  @Option(name: .long, help: help("時期の列", "Column that says when", placeholder: "col"))
  var time: String

  @Option(
    name: .long,
    help: help(
      "期の長さ (列の値がどれも四半期、月、年度などなら省略できる)",
      "Length of a period (may be left out where all of the column is quarters, months or years)", placeholder: "grain")
  )
  var grain: Grain?

  @Option(
    name: .long,
    help: help(
      "比べ方をコンマで並べる: \(TrendComparison.names.joined(separator: ", ")) (省略時は previous,year-ago)",
      "Comparisons with commas between: \(TrendComparison.names.joined(separator: ", ")) (previous,year-ago if not given)",
      placeholder: "list"))
  var compare: String?

  @Option(
    name: .long,
    help: help("指数の基準の期 (省略時は最初の期)", "Base period of the index (the first if not given)", placeholder: "period"))
  var base: String?

  @Option(
    name: .long,
    help: help("移動平均の項数 (省略時は四半期4、月12)", "Terms of the moving average (4 for quarters, 12 for months if not given)"))
  var window: Int?

  @Flag(name: .long, help: help("計の行を加える", "Add rows for the total"))
  var total = false

  @Flag(
    name: .long,
    help: help("傾向の検定 (マン・ケンドール) とセンの傾きを添える", "Add a test of trend (Mann–Kendall) and Theil–Sen's slope"))
  var test = false

  @OptionGroup var people: PopulationOptions

  func run() async throws {
    let (time, written) = try timeKey()
    let column = try Expressions.column(measure)
    let (keys, filter, comparisons) = (
      try grouping.keys(), try grouping.filter(), try compare.map(TrendComparison.list)
    )
    let disclosure = try hiding.request()
    let population = try people.reference()
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let counts = try population.map { try $0.open(reading: input.reading) }
      if let counts { _ = try NoticeGuard.common([found.dataset, counts]) }
      var grain = written
      if grain == nil { grain = try await ownGrain(of: time, found.dataset, run) }
      guard let grain else { throw grainMissing }
      let base = try base.map { try period($0, grain) }
      let analysis = try TrendAnalysis(
        of: column, time: time, grain: grain, by: keys, filter: filter, compare: comparisons, base: base,
        window: window, schema: found.dataset.schema, reading: found.dataset.reading, ordering: grouping.ordering,
        digits: output.digits, showsTotal: total, tests: test, disclosure: disclosure,
        per: trendPopulation(population, counts))
      let tables = try await run.tables(analysis.queries, on: found.dataset, spoken: analysis.spokenQueries)
      var counted: [ResultTable] = []
      if let counts { counted = try await run.tables(analysis.populationQueries, on: counts, isBeside: true) }
      return try analysis.document(tables, population: counted, input: found.dataset.name)
    }
  }

  private func trendPopulation(_ reference: InputReference?, _ counts: Dataset?) -> TrendPopulation? {
    guard let reference, let counts else { return nil }
    return TrendPopulation(
      RateAnalysis.Population(input: counts.name, column: reference.column, schema: counts.schema),
      base: people.base)
  }

  /// `--time 利用日 --grain quarter`, or both as a key: `--time 利用日:quarter`.
  private func timeKey() throws -> (String, Grain?) {
    if let grain { return (try Expressions.columnName(time), grain) }
    let keys = try Expressions.keys(time)
    guard keys.count == 1, case .column(let name) = keys[0].source else { throw grainMissing }
    switch keys[0].form {
    case .period(let grain): return (name, grain)
    case .text: return (name, nil)
    default: throw grainMissing
    }
  }

  private var grainMissing: Findings { Findings([Finding(CommandRule.grainMissing, text: time)], kind: .usage) }

  /// That of the column's own periods. Standard input is read once only, and cannot be looked at before.
  private func ownGrain(of time: String, _ dataset: Dataset, _ run: CommandRun) async throws -> Grain? {
    guard !dataset.sources.contains(.standardInput) else { return nil }
    let tables = try await run.tables([ColumnGrain.query(time: time)], on: dataset, spoken: 0..<0)
    return tables.first.flatMap {
      ColumnGrain.find($0, time: time, schema: dataset.schema, reading: dataset.reading)
    }
  }

  /// A bare year is of the grain's own kind, as in conditions.
  private func period(_ text: String, _ grain: Grain) throws -> Period {
    if let period = Period(machineSpelling: text), period.grain == grain { return period }
    let isCalendar = grain == .calendarYear || grain == .calendarQuarter
    let grammar = TimeGrammar(yearReading: isCalendar ? .calendar : .fiscal)
    guard case .period(let period)? = try? grammar.read(text).value, period.grain == grain else {
      throw Findings([Finding(CommandRule.badPeriod, text: text)], kind: .usage)
    }
    return period
  }
}
