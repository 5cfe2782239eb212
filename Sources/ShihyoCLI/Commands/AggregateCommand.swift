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
    let (keys, filter, columns) = (try grouping.keys(), try grouping.filter(), try measures.columns())
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let analysis = try AggregateAnalysis(
        keys: keys, filter: filter, columns: columns, schema: found.dataset.schema, ordering: grouping.ordering,
        digits: output.digits, showsTotal: measures.total)
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
}
