import ArgumentParser
import Shihyo

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
}

extension MeasureOptions {
  func measures() throws -> [Measure] {
    var measures: [Measure] = count ? [.count] : []
    measures += try columns(sum).map { .primitive(.sum($0)) }
    measures += try columns(mean).map { .mean($0) }
    measures += try columns(median).map { .median($0) }
    measures += try columns(min).map { .primitive(.min($0)) }
    measures += try columns(max).map { .primitive(.max($0)) }
    measures += try columns(distinct).map { .distinct($0) }
    measures += try quantile.map(Expressions.quantile)
    return measures.isEmpty && ratio.isEmpty ? [.count] : measures
  }

  func ratios() throws -> [RatioExpression] { try ratio.map(Expressions.ratio) }

  /// `--sum 収入,支出` names two columns, as `--by` does.
  private func columns(_ texts: [String]) throws -> [String] { try texts.flatMap(Expressions.columnNames) }
}
