import ArgumentParser
import Shihyo

/// The people of a rate, in a second table.
struct PopulationOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "人口当たりの率: 人口の表と列。例 人口.csv:人口。区分と時期の列名は件数の表と同じにする",
      "Rate per population: its table and column, for example population.csv:people; keys and time are named as in INPUT",
      placeholder: "input:col"))
  var per: String?

  @Option(
    name: .customLong("per-base"),
    help: help("人口いくら当たりか (省略時は1000)", "Per how many people (1000 if not given)", placeholder: "n"))
  var perBase: Int?

  var base: Int { perBase ?? 1000 }

  /// - Errors: `--per-base` without `--per`; a reference that is none.
  func reference() throws(Findings) -> InputReference? {
    guard let per else {
      if perBase != nil { throw Findings([Finding(CommandRule.perMissing)], kind: .usage) }
      return nil
    }
    return try InputReference(per)
  }
}
