import ArgumentParser
import Shihyo

/// Which rows, in which groups, in which order.
struct GroupingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "区分。列名をコンマで並べる (または --by を繰り返す)。期間は 利用日:四半期 (日, 月, 四半期, 半期, 年度, 暦年四半期, 暦年。quarter なども可)、年齢は '年齢:brackets(0-64,65+)'",
      "Keys: column names with commas between, or --by repeated; a period as date:quarter (day, month, quarter, half, fiscal-year, calendar-quarter, calendar-year), ages as 'age:brackets(0-64,65+)'",
      placeholder: "keys"))
  var by: [String] = []

  @Option(
    name: .customLong("where"),
    help: help(
      "条件。例 '区=門司区|戸畑区'。= != < <= > >= ~ (含む)。繰り返すと「かつ」",
      "Condition, for example 'ward=A|B'; = != < <= > >= ~ (contains); repeated means and", placeholder: "cond"))
  var conditions: [String] = []

  @Option(
    name: .long,
    help: help(
      "行の順: standard (定義や期間、年齢の順。なければ出現順), appearance (出現順), label (文字順)",
      "Order of rows: standard (declared, by time or age, else as they appear), appearance or label"))
  var order: RowOrder?
}

extension GroupingOptions {
  func keys() throws -> [GroupKey] { try by.flatMap(Expressions.keys) }
  func filter() throws -> [Condition] { try conditions.map(Expressions.condition) }
  var ordering: KeyOrdering { KeyOrdering(order ?? .standard) }
}
