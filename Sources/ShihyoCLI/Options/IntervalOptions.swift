public import ArgumentParser
public import Shihyo

extension IntervalMethod: ExpressibleByArgument {}
extension CollectionMethod: ExpressibleByArgument {}

/// How sure a share is: the flags of `shares` and `survey`.
struct IntervalOptions: ParsableArguments {
  @Option(
    name: .long, defaultAsFlag: IntervalMethod.wilson,
    help: help(
      "割合に信頼区間を添える (省略時の方法は wilson)。区分が2つのときは差も示す",
      "Add an interval to each share (wilson if no method is given); of two groups the difference, too"))
  var interval: IntervalMethod?

  @Option(name: .long, help: help("信頼水準。例 0.95", "Level of confidence, for example 0.95", placeholder: "level"))
  var level: String?

  @Option(
    name: .long,
    help: help(
      "対象の総数。標本がその多くを占めるとき区間が狭くなる", "Size of the population; a sample of most of it is surer", placeholder: "n"))
  var population: Int?

  @Option(
    name: .long,
    help: help(
      "差をとる相手の区分。例 --by 区 --against 門司区",
      "Group that the others are compared with, for example --by ward --against Moji",
      placeholder: "group"))
  var against: String?

  @Option(
    name: .long,
    help: help(
      "データの集め方 (定義ファイルの method に優先): full-count は全数、random-sample は無作為抽出、self-selected は自由回答の募集",
      "How the data was collected, before what the descriptor says: full-count, random-sample or self-selected"))
  var collected: CollectionMethod?

  @Flag(
    name: .long,
    help: help(
      "自ら答えた人の回答にも、無作為に選ばれたとみなした区間や検定を出す", "Intervals and tests for self-selected answers, as if drawn by chance"))
  var asIfRandom = false
}

extension IntervalOptions {
  /// nil where none is asked for.
  ///
  /// - Errors: a level outside 0…1, options of intervals without `--interval`.
  func request() throws(Findings) -> IntervalRequest? {
    guard let interval else {
      guard level == nil, population == nil, against == nil else {
        throw Findings([Finding(CommandRule.intervalMissing)], kind: .usage)
      }
      return nil
    }
    return IntervalRequest(
      method: interval, confidence: try confidence(), population: population, asIfRandom: asIfRandom, against: against)
  }

  func confidence() throws(Findings) -> Confidence {
    guard let level else { return .percent95 }
    guard let number = ExactDecimal(TextFolding.fold(level)) else {
      throw Findings([Finding(CommandRule.badLevel, text: level)], kind: .usage)
    }
    do {
      return try Confidence(level: number)
    } catch {
      throw Findings([Finding(error, text: level)], kind: .usage)
    }
  }
}
