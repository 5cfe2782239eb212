import ArgumentParser
import Shihyo

/// The options of a command, as its help lists them.
struct CommandOptions {
  /// `--by`, `--where` …, in the order of the help.
  let names: [String]
  private let lines: [String]

  init(_ command: any ParsableCommand.Type) {
    // Wide enough that every option stands on one line.
    let help = ShihyoCommand.helpMessage(for: command, columns: 10_000)
    lines = help.split(separator: "\n").map(String.init)
    names = lines.flatMap(Self.options)
  }

  /// `ja, en` of an option that takes one of a few words; `-f` and `--format` are one.
  func values(of option: String) -> [String] {
    guard let line = lines.first(where: { Self.labels($0).contains(option) }),
      let values = line.split(separator: "(values: ", maxSplits: 1).dropFirst().first
    else { return [] }
    return values.prefix { $0 != ")" && $0 != ";" }.split(separator: ", ").map(String.init)
  }

  private static func options(_ line: String) -> [String] { labels(line).filter { $0.hasPrefix("--") } }

  private static func labels(_ line: String) -> [String] {
    guard line.hasPrefix("  -") else { return [] }
    let label = line.dropFirst(2).split(separator: "  ", maxSplits: 1).first ?? ""
    return label.split { $0 == "," || $0 == " " }.map(String.init).filter { $0.hasPrefix("-") }
  }

  /// What other tools call an option, and what it is called here.
  private static let synonyms: [String: [String]] = [
    "--avg": ["--mean"], "--average": ["--mean"], "--group-by": ["--by"], "--groupby": ["--by"], "--group": ["--by"],
    "--filter": ["--where"], "--out": ["--output"], "--outfile": ["--output"], "--file": ["--output"],
    "--charset": ["--encoding"], "--enc": ["--encoding"], "--sep": ["--delimiter"], "--separator": ["--delimiter"],
    "--sort": ["--order"], "--order-by": ["--order"], "--language": ["--lang"], "--locale": ["--lang"],
    "--unique": ["--distinct"], "--nunique": ["--distinct"], "--percentile": ["--quantile"], "--decimals": ["--digits"],
    "--precision": ["--digits"], "--percent": ["--ratio"], "--share": ["--ratio"], "--rate": ["--ratio"],
    "--column": ["--over", "--question", "--sum", "--rank"], "--col": ["--over", "--question", "--sum", "--rank"],
    "--field": ["--over", "--question", "--sum", "--rank"], "--totals": ["--total"], "--type": ["--format"],
    "--csv": ["--format"], "--json": ["--format"], "--text": ["--format"], "--set-to": ["--set"], "--freq": ["--grain"],
    "--period": ["--grain"], "--date": ["--time"], "--values": ["--measure"], "--bins": ["--brackets"],
    "--before": ["--previous"], "--prev": ["--previous"], "--on": ["--key"], "--keys": ["--key"], "--n": ["--count"],
  ]

  /// The option that was probably meant: by meaning, then by spelling.
  func nearest(_ name: String) -> String? {
    if let meant = Self.synonyms[name.lowercased()]?.first(where: names.contains) { return meant }
    return NearestName.find(name, in: names)
  }
}
