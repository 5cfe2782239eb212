import ArgumentParser
import Glibc
import Shihyo

@main
struct ShihyoCommand: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "shihyo",
    abstract: abstract(
      "CSVの指標を集計し、公表する数値の正しさを確かめます。",
      "Aggregates CSV metrics and proves that published figures are right."),
    discussion: abstract(
      "例: shihyo aggregate 利用.csv --by 区 --sum 利用者数",
      "Example: shihyo aggregate use.csv --by ward --sum users"),
    version: version,
    subcommands: [
      DescribeCommand.self, CheckCommand.self, AggregateCommand.self, SharesCommand.self, TrendCommand.self,
      SurveyCommand.self, RanksCommand.self, RegisterCommand.self, DatasetsCommand.self, ReportCommand.self,
      ReportsCommand.self, VerifyCommand.self, ExplainCommand.self, CompareCommand.self, CodesCommand.self,
    ])

  static func main() async {
    StandardDescriptors.occupy()
    guard StandardDescriptors.haveRoom else {
      fail(Findings([Finding(CommandRule.tooFewFiles)], kind: .inputOutput))
    }
    // A reader that goes away (`| head`) is a quiet success: writes fail with EPIPE instead of killing us.
    signal(SIGPIPE, SIG_IGN)
    Interruption.watch()
    do {
      var command = try parseAsRoot(CommandLine.arguments.dropFirst().withoutLanguageOfHelp.withCodesExplained)
      try RepeatedOptions.check(Array(CommandLine.arguments.dropFirst()), of: type(of: command))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let findings as Findings {
      fail(findings)
    } catch let rule as any FindingRule {
      fail(Findings([Finding(rule)], kind: .usage))
    } catch {
      if let fault = ArgumentFault(error) {
        fail(Findings([fault.finding(Array(CommandLine.arguments.dropFirst()))], kind: .usage))
      }
      guard exitCode(for: error) == .success else {
        if error is ExitCode { Self.exit(withError: error) }
        let text = message(for: error)
        fail(Findings([Finding(ArgumentRule.notUnderstood, text: text)], kind: .usage))
      }
      let help = HelpText.arranged(fullMessage(for: error), SpokenLanguage.current) + "\n"
      do { try StandardOutput.write(help) } catch { fail(error) }
      Self.exit()
    }
  }

  private static func fail(_ findings: Findings) -> Never {
    StandardError.write(findings.findings, total: findings.total, SpokenLanguage.current)
    Self.exit(withError: findings.kind.exitCode)
  }
}

extension Array<String> {
  /// `shihyo help cell.not-a-number` is `shihyo codes cell.not-a-number`: no command has a full stop in its name.
  fileprivate var withCodesExplained: [String] {
    guard count > 1, first == "help", self[1].contains(".") else { return self }
    return ["codes"] + dropFirst()
  }
}

extension Sequence<String> {
  /// `shihyo help aggregate --lang ja`, `shihyo --lang ja help aggregate`, `shihyo --lang ja`: `--lang` is then for us alone, who
  /// build the help.
  fileprivate var withoutLanguageOfHelp: [String] {
    var rest = Array(self)
    rest.removeAll { $0.hasPrefix("--lang=") }
    while let place = rest.firstIndex(of: "--lang") {
      rest.removeSubrange(place..<Swift.min(place + 2, rest.count))
    }
    let asksForHelp = rest.isEmpty || rest.first == "help" || rest.contains("--help") || rest.contains("-h")
    return asksForHelp ? rest : Array(self)
  }
}
