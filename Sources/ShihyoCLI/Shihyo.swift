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
      SurveyCommand.self, RanksCommand.self, DatasetsCommand.self, ReportCommand.self, ReportsCommand.self,
      VerifyCommand.self, ExplainCommand.self, CompareCommand.self,
    ])

  static func main() async {
    // A reader that goes away (`| head`) is a quiet success: writes fail with EPIPE instead of killing us.
    signal(SIGPIPE, SIG_IGN)
    Interruption.watch()
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let findings as Findings {
      StandardError.write(FindingText.lines(findings.findings, total: findings.total, SpokenLanguage.current))
      Self.exit(withError: findings.kind.exitCode)
    } catch {
      Self.exit(withError: error)
    }
  }
}
