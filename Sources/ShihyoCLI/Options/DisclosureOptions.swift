import ArgumentParser
import Shihyo

/// Which counts are not shown.
struct DisclosureOptions: ParsableArguments {
  @Option(
    name: .long,
    help: help(
      "この数に満たない人数を秘匿し、合計から逆算できる数も合わせて秘匿する。1行が1人でなければ 5:人数の列 と書く",
      "Hide counts of people below this, and others that would tell them; where a record is not one person, write 5:COLUMN",
      placeholder: "n[:col]"))
  var disclosure: String?
}

extension DisclosureOptions {
  func request() throws(Findings) -> DisclosureRequest? {
    guard let disclosure else { return nil }
    let parts = disclosure.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let threshold = Int(TextFolding.fold(parts[0])) else {
      throw Findings([Finding(DisclosureRule.thresholdOutside, text: disclosure)], kind: .usage)
    }
    return try DisclosureRequest(
      threshold: threshold, column: parts.count > 1 ? try Expressions.columnName(parts[1]) : nil)
  }
}
