import ArgumentParser
import Shihyo

/// Rates per population, of a second table.
struct RateOptions: ParsableArguments {
  @OptionGroup var population: PopulationOptions

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
    if population.per == nil, standard != nil || standardOver != nil {
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
