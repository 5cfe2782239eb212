import ArgumentParser
import Shihyo

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: abstract(
      "点検: すべての行を定義ファイルと照らし、誤りをすべて示します。", "Checks every row against the descriptor and shows all that is wrong."),
    discussion: abstract(
      "例: shihyo check kitakyushu-issue-ranks\n誤りがあれば終了コード 1、注意だけなら 0。",
      "Example: shihyo check kitakyushu-issue-ranks\nThe exit code is 1 where there are errors, 0 with warnings only."))

  @OptionGroup var input: InputOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Flag(
    name: .long,
    help: help(
      "機械判読可能な表の統一ルール (総務省の15項目) も点検する", "Also check the ministry's items for machine-readable tables (lint.*)"))
  var lint = false

  func run() async throws {
    let printer = try DocumentPrinter(output)
    let found = try InputResolver(flags: input.reading).dataset(input.inputs)
    try InputGuard.refuse(outputs: [output.output, found.dataset.reading.rejectsPath], of: found.dataset)
    var report = try Checker().run(on: found.dataset) { name in
      guard let package = found.package else { throw Checker.UnknownResource(name: name) }
      return try package.resource(named: name).dataset(packageName: package.name, folder: package.folder)
    }
    if lint { report = try Linter().add(to: report, of: found.dataset) }
    let isForPeople = printer.format == .text
    try printer.print(
      isForPeople ? CheckDocument.text(report) : CheckDocument.table(report, language: printer.language),
      of: found.dataset)
    if report.errors > 0 { throw ExitCode(1) }
  }
}
