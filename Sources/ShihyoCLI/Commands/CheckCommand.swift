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

  @Option(
    name: .long,
    help: help(
      "秘匿の点検: この数に満たない人数が、公表した表や数値根拠表 (figures.csv) から逆算できないか調べる",
      "Audit what is hidden: whether counts below this can be worked out from a published table or a ledger (figures.csv)",
      placeholder: "n"))
  var disclosure: Int?

  @Option(
    name: .long,
    help: help(
      "--disclosure で調べる表の区分の列 (数値根拠表には要らない)", "Key columns of the table to audit (not of a ledger)",
      placeholder: "keys"))
  var by: String?

  @Option(
    name: .long,
    help: help(
      "--disclosure で調べる表の人数の列 (省略時は count)", "Column of counts of the table to audit (count if not given)",
      placeholder: "col"))
  var of: String = "count"

  @Flag(
    name: .long,
    help: help(
      "--disclosure で調べる表が複数回答のとき: --by の最後を回答とみなし、回答ごとに残りの人数も調べる",
      "The table to audit holds several answers of one person: the last of --by; each is audited with the rest of the total"
    ))
  var severalAnswers = false

  @Flag(
    name: .long,
    help: help(
      "機械判読可能な表の統一ルール (総務省の15項目) も点検する", "Also check the ministry's items for machine-readable tables (lint.*)"))
  var lint = false

  func run() async throws {
    if let disclosure { return try await audit(disclosure) }
    let printer = try DocumentPrinter(output)
    let isElsewhere = EngineChoice.isCluster(input.reading.place.engine) && !lint
    let found = try InputResolver(flags: input.reading, asksEngine: isElsewhere).dataset(input.inputs)
    try InputGuard.refuse(outputs: [output.output, found.dataset.reading.rejectsPath], of: found.dataset)
    let replay = lint && found.dataset.sources.contains(.standardInput) ? try StandardInputReplay() : nil
    var report =
      try await isElsewhere ? EngineChoice(input.reading, output).check(found.dataset) : checkHere(found)
    try replay?.rewind()
    if lint { report = try Linter().add(to: report, of: found.dataset) }
    let isForPeople = printer.format == .text
    // The name of a drafted descriptor is made of letters that its file happens to have.
    if input.inputs.first?.hasSuffix(".json") == true, let title = found.resource?.title ?? found.package?.title {
      report.name = title
    }
    try printer.print(
      isForPeople ? CheckDocument.text(report) : CheckDocument.table(report, language: printer.language),
      of: found.dataset)
    if report.errors > 0 { throw ExitCode(1) }
  }

  private func checkHere(_ found: FoundDataset) throws -> CheckReport {
    try Checker().run(on: found.dataset) { name in
      guard let package = found.package else { throw Checker.UnknownResource(name: name) }
      return try package.resource(named: name).dataset(packageName: package.name, folder: package.folder)
    }
  }

  private func audit(_ threshold: Int) async throws {
    let threshold = try DisclosureRequest(threshold: threshold).threshold
    let run = CommandRun(input: input, output: output)
    var audit: DisclosureAudit?
    try await run.print { found in
      if let by {
        let query = DisclosureAudit.query(keys: try Expressions.keys(by), count: try Expressions.columnName(of))
        let tables = try await run.tables([query], on: found.dataset, spoken: 0..<0)
        audit = try tables.first.map {
          try DisclosureAudit(
            table: $0, threshold: threshold, hasSeveralAnswers: severalAnswers, input: found.dataset.name)
        }
      } else {
        guard found.dataset.name.hasSuffix("figures.csv") else {
          throw Findings([Finding(DisclosureRule.columnMissing)], kind: .usage)
        }
        let tables = try await run.tables([DisclosureAudit.ledgerQuery], on: found.dataset, spoken: 0..<0)
        audit = try tables.first.map {
          try DisclosureAudit(ledger: $0, threshold: threshold, input: found.dataset.name)
        }
      }
      // Total rows are what an audit works with: nobody should leave them out.
      var document = audit?.document ?? ReportDocument()
      for place in document.inputs.indices { document.inputs[place].accounting.layout.suspects = [] }
      return document
    }
    guard let audit else { return }
    StandardError.write(audit.findings, output.language)
    if audit.hasErrors { throw ExitCode(1) }
  }
}
