import ArgumentParser
import Shihyo

/// Which rows, in which groups, in which order.
struct GroupingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "区分。列名をコンマで並べる。期間は 利用日:quarter (day, month, quarter, half, fiscal-year, calendar-quarter, calendar-year)",
      "Keys: column names with commas between; a period as date:quarter (day, month, quarter, half, fiscal-year, calendar-quarter, calendar-year)",
      placeholder: "keys"))
  var by: String?

  @Option(
    name: .customLong("where"),
    help: help(
      "条件。例 '区=門司区|戸畑区'。= != < <= > >= ~ (含む)。繰り返すと「かつ」",
      "Condition, for example 'ward=A|B'; = != < <= > >= ~ (contains); repeated means and", placeholder: "cond"))
  var conditions: [String] = []

  @Option(
    name: .long, help: help("行の順: appearance (出現順) または label (文字順)", "Order of rows: appearance or label"))
  var order: RowOrder?
}

extension GroupingOptions {
  func keys() throws -> [GroupKey] { try by.map(Expressions.keys) ?? [] }
  func filter() throws -> [Condition] { try conditions.map(Expressions.condition) }
  var ordering: KeyOrdering { KeyOrdering(order ?? .standard) }
}
