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
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let analysis = AggregateAnalysis(
      keys: try grouping.keys(), filter: try grouping.filter(), measures: try measures.measures(),
      ratios: try measures.ratios(), digits: output.digits, order: grouping.order, total: measures.total)
    try await CommandRun(input: input, output: output).print { engine, dataset in
      let tables = try await engine.run(analysis.queries, on: dataset)
      return try analysis.document(from: tables, schema: dataset.schema)
    }
  }
}
