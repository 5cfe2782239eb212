import ArgumentParser
import Shihyo

struct SharesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shares",
    abstract: abstract("構成比を計算します。", "Computes shares of a total."),
    discussion: abstract(
      "例: shihyo shares 利用.csv --of 利用者数 --over 年齢 --brackets '0-29,30-59,60+'",
      "Example: shihyo shares use.csv --of users --over age --brackets '0-29,30-59,60+'"))

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("集計", "Grouping")) var grouping: GroupingOptions
  @OptionGroup(title: abstract("区間", "Intervals")) var intervals: IntervalOptions
  @OptionGroup(title: abstract("秘匿", "Disclosure control")) var hiding: DisclosureOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(
    name: .long, help: help("分子にする列、または count (行数)", "Column to take shares of, or count", placeholder: "col|count"))
  var of: String = "count"

  @Option(name: .long, help: help("内訳の列", "Column whose categories are the parts", placeholder: "col"))
  var over: String

  @Option(
    name: .long,
    help: help("年齢区分。例 '0-29,30-59,60+'", "Age brackets, for example '0-29,30-59,60+'", placeholder: "scheme"))
  var brackets: String?

  @Flag(
    name: .customLong("sum-to-100"),
    help: help("合計を100に合わせる (最大剰余法、動かした値に印)", "Make the shares add up to 100 (largest remainder; what moved is marked)")
  )
  var sumTo100 = false

  @Flag(name: .long, help: help("不詳・無回答を分母から除く", "Leave unknown and no answer out of the base"))
  var excludeUnknown = false

  @Flag(
    name: .long, help: help("年齢区分から推計した中央値を添える", "Add the median estimated from age brackets"))
  var median = false

  @Option(
    name: .customLong("round-base"),
    help: help(
      "数を、表全体で計が合うようにこの数の倍数に丸める", "Round the amounts to multiples of this, so that the table still adds up",
      placeholder: "n"))
  var roundBase: Int?

  func run() async throws {
    let (over, keys, filter) = (try overKey(), try grouping.keys(), try grouping.filter())
    let column = of == "count" ? nil : try Expressions.columnName(of)
    let disclosure = try hiding.request()
    let interval = try intervals.request()
    let run = CommandRun(input: input, output: output)
    try await run.print { found in
      let analysis = try SharesAnalysis(
        of: column, over: over, by: keys, filter: filter, schema: found.dataset.schema, ordering: grouping.ordering,
        digits: output.digits, sumsToHundred: sumTo100, excludesUnknown: excludeUnknown,
        method: intervals.collected ?? found.resource?.method, interval: interval, disclosure: disclosure,
        showsMedian: median, roundBase: roundBase)
      return try analysis.document(
        try await run.tables(analysis.queries, on: found.dataset), input: found.dataset.name)
    }
  }

  private func overKey() throws -> GroupKey {
    let keys = try Expressions.keys(over)
    guard let key = keys.first, keys.count == 1 else {
      throw Findings([Finding(CommandRule.oneColumnWanted, text: over)], kind: .usage)
    }
    guard let brackets else { return key }
    return GroupKey(key.source, form: .brackets(try BracketScheme(parsing: brackets)))
  }
}
