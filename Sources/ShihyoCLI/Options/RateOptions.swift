import ArgumentParser
import Shihyo

/// Rates per population, of a second table.
struct RateOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "人口当たりの率: 人口の表と列。例 人口.csv:人口。区分の列名は件数の表と同じにする",
      "Rate per population: its table and column, for example population.csv:people; key columns are named as in INPUT",
      placeholder: "input:col"))
  var per: String?

  @Option(
    name: .customLong("per-base"),
    help: help("人口いくら当たりか (省略時は1000)", "Per how many people (1000 if not given)", placeholder: "n"))
  var perBase: Int?

  @Option(
    name: .long,
    help: help(
      "年齢調整率: 基準人口の表と列。--standard-over と併せて使う", "Standard population to adjust to, together with --standard-over",
      placeholder: "input:col"))
  var standard: String?

  @Option(
    name: .customLong("standard-over"),
    help: help(
      "調整する区分。例 '年齢:brackets(0-14,15-64,65+)'", "Key to adjust by, for example 'age:brackets(0-14,15-64,65+)'",
      placeholder: "key"))
  var standardOver: String?
}

extension RateOptions {
  /// - Errors: the others without `--per`.
  func check() throws(Findings) {
    if per == nil, perBase != nil || standard != nil || standardOver != nil {
      throw Findings([Finding(CommandRule.perMissing)], kind: .usage)
    }
  }

  func over() throws -> GroupKey? {
    guard let standardOver else { return nil }
    let keys = try Expressions.keys(standardOver)
    guard let key = keys.first, keys.count == 1 else {
      throw Findings([Finding(CommandRule.oneColumnWanted, text: standardOver)], kind: .usage)
    }
    return key
  }
}
