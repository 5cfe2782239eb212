import ArgumentParser
import Shihyo

/// Options that take one value and are given several: the parser would keep the last and say nothing.
enum RepeatedOptions {
  /// - Parameter arguments: the words of a command line that the parser has understood as `command`.
  /// - Errors: `ArgumentRule.givenTwice` of each such option, with the words as written.
  /// - Cost: the options of the command are looked at only where a word that may be one comes twice.
  static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
    let words = Array(arguments.prefix { $0 != "--" })
    let labels = words.map(label)
    let written = labels.compactMap { $0 }
    // `-f` is also `--format`.
    guard Set(written).count < written.count || written.contains(where: { $0.count == 2 }) else { return }
    var findings: [Finding] = []
    for spellings in try singleOptions(of: command) {
      let places = labels.indices.filter { labels[$0].map(spellings.contains) ?? false }
      guard places.count > 1, let name = spellings.last else { continue }
      let text = places.flatMap { words[$0].contains("=") ? words[$0...$0] : words[$0...].prefix(2) }
      findings.append(Finding(ArgumentRule.givenTwice(option: name), text: text.joined(separator: " ")))
    }
    if !findings.isEmpty { throw Findings(findings, kind: .usage) }
  }

  /// `--format` of `--format` and `--format=csv`; nil of a word that is no option.
  private static func label(_ word: String) -> String? {
    guard word.count > 1, word.hasPrefix("-") else { return nil }
    return String(word.prefix { $0 != "=" })
  }

  /// The spellings of every option that takes one value, the long one last, from what the parser tells of a command.
  private static func singleOptions(of command: any ParsableCommand.Type) throws -> [[String]] {
    let told = try JSONReader.read(Array(command._dumpHelp().utf8))
    return told["command"]["arguments"].items
      .filter { $0["kind"].text == "option" && $0["isRepeating"]?.content == .boolean(false) }
      .map { option in
        option["names"].items.map { name in (name["name"].text.count == 1 ? "-" : "--") + name["name"].text }
      }
  }
}
