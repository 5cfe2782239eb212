public import ArgumentParser
public import Shihyo

/// What is computed for each group. Without any, records are counted.
struct MeasureOptions: ParsableArguments {
  @Flag(name: .long, help: help("行数", "Number of records"))
  var count = false

  @Option(name: .long, help: help("合計する列", "Column to sum", placeholder: "col"))
  var sum: [String] = []

  @Option(name: .long, help: help("平均する列", "Column to take the mean of", placeholder: "col"))
  var mean: [String] = []

  @Option(name: .long, help: help("中央値をとる列", "Column to take the median of", placeholder: "col"))
  var median: [String] = []

  @Option(name: .long, help: help("最小値をとる列", "Column to take the smallest value of", placeholder: "col"))
  var min: [String] = []

  @Option(name: .long, help: help("最大値をとる列", "Column to take the largest value of", placeholder: "col"))
  var max: [String] = []

  @Option(name: .long, help: help("異なる値の数を数える列", "Column to count different values of", placeholder: "col"))
  var distinct: [String] = []

  @Option(
    name: .long, help: help("分位点。例 0.25:利用者数", "Quantile, for example 0.25:users", placeholder: "p:col"))
  var quantile: [String] = []

  @Option(
    name: .long,
    help: help(
      "比。種類を必ず書く: share (構成比), multiple (倍), change (増減率), rate(1000) (千当たり)。例 'change:sum(今年)/sum(前年)'",
      "Ratio; its kind must be said: share, multiple, change or rate(1000). Example 'change:sum(now)/sum(before)'",
      placeholder: "kind:num/den"))
  var ratio: [String] = []

  @Flag(name: .long, help: help("計の行を加える", "Add a row for the total"))
  var total = false

  @Option(
    name: .customLong("quantile-type"),
    help: help(
      "中央値・分位の求め方: 7 (省略時、QUARTILE.INC) または 6 (QUARTILE.EXC)",
      "Definition of quantiles: 7 (the default, QUARTILE.INC) or 6 (QUARTILE.EXC)"))
  var quantileType: Quantile.Definition = .type7

  @Option(
    name: .customLong("median-weight"), help: help("中央値の重みの列", "Column of weights of the medians", placeholder: "col"))
  var medianWeight: String?

  @Option(
    name: .customLong("round-base"),
    help: help(
      "件数と合計を、表全体で計が合うようにこの数の倍数に丸める", "Round counts and sums to multiples of this, so that the table still adds up",
      placeholder: "n"))
  var roundBase: Int?
}

extension Quantile.Definition: ExpressibleByArgument {}

extension MeasureOptions {
  /// In the order of the options; nothing asked for stands for the count of records.
  func columns() throws(Findings) -> [AggregateAnalysis.Column] {
    var columns: [AggregateAnalysis.Column] = count ? [.measure(.count)] : []
    for name in try names(sum) { columns.append(.measure(.primitive(.sum(name)))) }
    for name in try names(mean) { columns.append(.measure(.mean(name))) }
    for name in try names(median) { columns.append(.measure(.median(name))) }
    for name in try names(min) { columns.append(.measure(.primitive(.min(name)))) }
    for name in try names(max) { columns.append(.measure(.primitive(.max(name)))) }
    for name in try names(distinct) { columns.append(.measure(.distinct(name))) }
    for text in quantile { columns.append(.measure(try Expressions.quantile(text))) }
    for text in ratio { columns.append(.ratio(try Expressions.ratio(text))) }
    return columns
  }

  /// `--sum 収入,支出` names two columns, as `--by` does.
  private func names(_ texts: [String]) throws(Findings) -> [String] {
    var names: [String] = []
    for text in texts { names += try Expressions.columnNames(text) }
    return names
  }
}
