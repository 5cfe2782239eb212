import ArgumentParser
import Shihyo

struct AggregateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate",
    abstract: abstract(
      "区分ごとに件数、合計、平均などを計算します。", "Counts, sums, means and more, by group."),
    discussion: abstract(
      "例: shihyo aggregate 利用.csv --by 区,利用日:quarter --count --sum 利用者数",
      "Example: shihyo aggregate use.csv --by ward,date:quarter --count --sum users"))

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("集計", "Grouping")) var grouping: GroupingOptions
  @OptionGroup(title: abstract("集計項目", "Measures")) var measures: MeasureOptions
  @OptionGroup(title: abstract("人口当たり", "Rates")) var rates: RateOptions
  @OptionGroup(title: abstract("秘匿", "Disclosure control")) var hiding: DisclosureOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let (keys, filter, columns) = (try grouping.keys(), try grouping.filter(), try measures.columns())
    let disclosure = try hiding.request()
    try rates.check()
    let run = CommandRun(input: input, output: output)
    if let people = try rates.population.reference() {
      let column = try eventColumn(columns)
      return try await run.print { found in
        try await ratesDocument(people, of: column, keys: keys, filter: filter, disclosure: disclosure, found, run)
      }
    }
    try await run.print { found in
      let analysis = try AggregateAnalysis(
        keys: keys, filter: filter, columns: columns, schema: found.dataset.schema, ordering: grouping.ordering,
        digits: output.digits, showsTotal: measures.total, disclosure: disclosure,
        quantiles: measures.quantileType, roundBase: measures.roundBase,
        medianWeight: try measures.medianWeight.map(Expressions.columnName))
      var document = try analysis.document(
        try await run.tables(analysis.queries, on: found.dataset), input: found.dataset.name)
      for (place, key) in keys.enumerated() where key.form == .text {
        guard case .column(let name) = key.source, let profile = try found.profile(forColumn: name),
          let table = document.tables.first
        else { continue }
        document.addNotes(BodyNotes.notes(table, column: place, bodies: BodyOrder(profile)))
      }
      return document
    }
  }

  /// The one sum that rates are of; nil for records.
  private func eventColumn(_ columns: [AggregateAnalysis.Column]) throws(Findings) -> String? {
    switch columns.first {
    case nil,
      .measure(.primitive(.count))? where columns.count < 2:
      return nil
    case .measure(.primitive(.sum(let column)))? where columns.count == 1: return column
    default: throw Findings([Finding(RateRule.oneMeasure)], kind: .usage)
    }
  }

  private func ratesDocument(
    _ population: InputReference, of column: String?, keys: [GroupKey], filter: [Condition],
    disclosure: DisclosureRequest?,
    _ found: FoundDataset, _ run: CommandRun
  ) async throws -> ReportDocument {
    let people = try population.open(reading: input.reading)
    let standard = try rates.standard.map(InputReference.init)
    let norm = try standard.map { try $0.open(reading: input.reading) }
    _ = try NoticeGuard.common([found.dataset, people] + (norm.map { [$0] } ?? []))
    let analysis = try RateAnalysis(
      of: column, by: keys, over: try rates.over(), base: rates.population.base,
      population: RateAnalysis.Population(input: people.name, column: population.column, schema: people.schema),
      standard: norm.flatMap { norm in
        standard.map { RateAnalysis.Population(input: norm.name, column: $0.column, schema: norm.schema) }
      }, filter: filter, schema: found.dataset.schema, ordering: grouping.ordering, digits: output.digits,
      disclosure: disclosure)
    var standards: [ResultTable] = []
    if let norm { standards = try await run.tables(analysis.standardQueries, on: norm, isBeside: true) }
    return try analysis.document(
      try await run.tables(analysis.queries, on: found.dataset),
      population: try await run.tables(analysis.populationQueries, on: people, isBeside: true), standard: standards,
      input: found.dataset.name)
  }
}
