import ArgumentParser
import Shihyo

struct ReportCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: abstract(
      "報告書を作ります。数値根拠表 (figures.csv) と実行記録 (run.json) を添えます。",
      "Runs a report; with -o also its ledger (figures.csv) and run.json."),
    discussion: abstract(
      "例: shihyo report quarterly --period 令和7年度第2四半期 -o 資料2",
      "Example: shihyo report quarterly --period FY2025Q2 -o paper"))

  @Argument(help: help("報告書の名前、またはフォルダ", "Name of a report, or its folder", placeholder: "name"))
  var name: String

  @Option(
    name: .long,
    help: help("期間。例 令和7年度第2四半期、FY2025Q2、latest-quarter", "Period, for example FY2025Q2 or latest-quarter"))
  var period: String?

  @Option(
    name: .long,
    help: help("条件。例 ward=門司区。繰り返せる", "Parameter, for example ward=Moji; repeatable", placeholder: "key=value"))
  var set: [String] = []

  @Option(name: [.short, .long], help: help("標準出力の形式: text, csv", "Format on standard output: text, csv"))
  var format: Format?

  @Option(
    name: [.short, .long],
    help: help(
      "出力のフォルダ。report.txt、report.csv、figures.csv、run.json を丸ごと置き換える",
      "Folder for report.txt, report.csv, figures.csv and run.json, replaced as a whole", placeholder: "folder"))
  var output: String?

  @Option(name: .long, help: help("報告書のフォルダ", "Folder of reports", placeholder: "dir"))
  var reports: String?

  @Option(name: .long, help: help("データセットのフォルダ", "Folder of datasets", placeholder: "dir"))
  var datasets: String?

  @Option(name: .long, help: help("使うスレッドの数", "Threads to use"))
  var threads: Int?

  @Option(name: .long, help: help("メッセージの言語: ja または en (報告書は自分の言語)", "Language of messages: ja or en"))
  var lang: Language?

  @Flag(name: [.short, .long], help: help("注意や経過を標準エラーに書かない", "No talk on standard error"))
  var quiet = false

  func run() async throws {
    if let threads, threads < 1 {
      throw Findings([Finding(CommandRule.badNumber("--threads"), text: String(threads))], kind: .usage)
    }
    let settings = try SettingWords.read(set)
    let report = try ReportFinder(searchPath: ReportFolders.searchPath(option: reports)).find(name)
    var flags = ReadingFlags()
    flags.datasets = datasets
    let runner = ReportRunner(
      finder: DatasetFinder(searchPath: InputResolver(flags: flags).searchPath), engine: LocalEngine(threads: threads))
    let result = try await runner.run(report, period: period, settings: settings)
    if !quiet { StandardError.write(FindingText.lines(result.warnings, lang ?? SpokenLanguage.current)) }
    let text = TextRenderer(TextOptions(language: result.language)).render(result.document)
    let csv = CSVRenderer().render(result.document)
    if let output {
      let files = [("report.txt", text), ("report.csv", csv), ("figures.csv", result.ledgerCSV)]
      var run = result.run
      run.outputs = files.map { RunRecord.Output(path: $0.0, text: $0.1) }
      try AtomicFolder.write(files + [("run.json", run.json(version: ShihyoCommand.version))], to: output)
    } else {
      try StandardOutput.write(format == .csv ? csv : text)
    }
  }
}
