import ArgumentParser
import Shihyo

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: abstract(
      "報告書を作ります。数値根拠表 (figures.csv) と実行記録 (run.json) を添えます。",
      "Runs a report; with -o in every format, with its ledger (figures.csv) and run.json."),
    discussion: abstract(
      "例: shihyo report quarterly --period 令和7年度第2四半期 -o 資料2",
      "Example: shihyo report quarterly --period FY2025Q2 -o paper"))

  @Argument(help: help("報告書の名前、またはフォルダ", "Name of a report, or its folder", placeholder: "name"))
  var name: String

  @Argument(
    help: help("--errata で比べる二つの版。例 FY2025Q2/1 FY2025Q2/2", "Two editions for --errata", placeholder: "edition"))
  var editionNames: [String] = []

  @Option(
    name: .long,
    help: help("期間。例 令和7年度第2四半期、FY2025Q2、latest-quarter", "Period, for example FY2025Q2 or latest-quarter"))
  var period: String?

  @Option(
    name: .long,
    help: help("条件。例 ward=門司区。繰り返せる", "Parameter, for example ward=Moji; repeatable", placeholder: "key=value"))
  var set: [String] = []

  @Option(
    name: [.short, .long],
    help: help(
      "形式: \(OutputFormat.names)、all。コンマで並べられる (省略時、標準出力はtext、フォルダには \(FormatChoice.usualNames))",
      "Format: \(OutputFormat.names) or all, separated by commas (if not given: text on standard output, "
        + "\(FormatChoice.usualNames) in a folder)"))
  var format: FormatChoice?

  @Option(
    name: [.short, .long],
    help: help(
      "出力のフォルダ。report.* と figures.csv、run.json を丸ごと置き換える。拡張子で形式の分かる名前 (資料2.docx) ならその一つだけ",
      "Folder for report.*, figures.csv and run.json, replaced as a whole; a name that tells a format (paper.docx) is one file",
      placeholder: "folder"))
  var output: String?

  @OptionGroup(title: abstract("版", "Editions")) var edition: EditionOptions

  @OptionGroup var folders: FolderOptions

  @OptionGroup var place: EngineOptions

  @Option(name: .long, help: help("メッセージの言語: ja または en (報告書は自分の言語)", "Language of messages: ja or en"))
  var lang: Language?

  @Flag(
    name: .long,
    help: help(
      "文字の表に推移の列 (▁▂▃…) を添える。期間が三つ以上並ぶ表だけ",
      "In text, a column of small bars in tables with three periods or more"))
  var sparkline = false

  @Flag(
    name: .long,
    help: help("Excelで開くためのCSV (BOM、CRLF、日本語の見出し、数式よけ)", "CSV for Excel (BOM, CRLF, labels for people, formula guard)"))
  var excel = false

  @Option(
    name: .long,
    help: help(
      "HTMLの算出根拠 (各数値の分子・分母・定義の表): print 印刷にも出す、screen 画面だけ、none 出さない (省略時は報告書の定義)。数値のIDはどれでも残る",
      "The appendix of an HTML page that derives each figure: print, screen (not on paper) or none; if not given, as the "
        + "report says. Figures keep their ids"))
  var basis: BasisPlace?

  @Flag(name: [.short, .long], help: help("注意や経過を標準エラーに書かない", "No talk on standard error"))
  var quiet = false

  func run() async throws {
    try place.threading.check()
    guard edition.errata || editionNames.isEmpty else {
      throw Findings([Finding(CommandRule.editionsNeedErrata, text: editionNames.joined(separator: " "))], kind: .usage)
    }
    if excel, edition.publish {
      throw Findings([Finding(CommandRule.excelIsNotPublished, text: "--excel --publish")], kind: .usage)
    }
    if basis != nil, edition.publish {
      throw Findings([Finding(CommandRule.basisIsNotPublished, text: "--basis --publish")], kind: .usage)
    }
    if edition.unchanged, !edition.publish {
      throw Findings([Finding(CommandRule.unchangedNeedsPublish, text: "--unchanged")], kind: .usage)
    }
    if let basis, edition.errata || edition.new { throw Self.basisNeedsPage(basis) }
    let settings = try SettingWords.read(set)
    let choice = EngineChoice(place, quiet: quiet, language: language)
    let runner = ReportRunner(finder: folders.datasetFinder, engine: try choice.engine(), engineName: choice.recordName)
    if edition.new {
      try await start(runner)
      return
    }
    let report = try folders.reportFinder.find(name)
    if edition.errata {
      try printErrata(of: report, report.choosing(settings))
      return
    }
    let destination = try ReportDestination(output: output, choice: chosenFormat, usual: report.outputFormats)
    if let basis, !destination.formats.contains(.html) { throw Self.basisNeedsPage(basis) }
    var result = try await runner.run(report, period: period, settings: settings)
    if let basis { result.document.frame?.basis = basis }
    if !quiet { StandardError.write(result.warnings, language) }
    if edition.publish {
      if !edition.unchanged, result.altered.isEmpty,
        let same = try await EditionPublisher.unchanged(result, of: report, formats: format?.formats, runner: runner)
      {
        let finding = Finding(EditionRule.unchanged(edition: same.name), at: Place(file: same.folder))
        // This is what became of the command, not talk: -q does not silence it.
        StandardError.write([finding], language)
        try StandardOutput.write(bytes: Array((same.folder + "\n").utf8))
        return
      }
      if !quiet { StandardError.write(result.unchecked, language) }
      let folder = try EditionPublisher.publish(
        result, of: report, formats: format?.formats, version: ShihyoCommand.version)
      try StandardOutput.write(bytes: Array((folder + "\n").utf8))
      return
    }
    switch destination {
    case .folder(let path, let formats):
      let files = try ReportOutputs.files(
        of: result, formats: formats, csv: csv(result.language), version: ShihyoCommand.version)
      try AtomicFolder.write(files, to: path)
    case .file(let path, let formats):
      try InputGuard.refuse(outputs: [path], inputs: result.run.inputs.map(\.path))
      try AtomicOutput.write(bytes: try bytes(of: result, formats).bytes, to: path)
    case .standardOutput([.text]):
      var options = TerminalText.options(result.language, toStandardOutput: true, noColor: false)
      options.showsSparklines = sparkline
      try StandardOutput.write(bytes: Array(TextRenderer(options).render(result.document).utf8))
    case .standardOutput(let formats):
      let written = try bytes(of: result, formats)
      try DocumentPrinter.write(written.bytes, as: written.format)
    }
  }

  private static func basisNeedsPage(_ basis: BasisPlace) -> Findings {
    Findings([Finding(CommandRule.basisNeedsPage, text: "--basis \(basis.rawValue)")], kind: .usage)
  }

  /// `--excel` alone asks for CSV, as in every command.
  var chosenFormat: FormatChoice? { format ?? (excel && output == nil ? FormatChoice(argument: "csv") : nil) }

  func csv(_ language: Language) -> CSVOptions { excel ? .excel(language) : .machine }

  private func bytes(
    of result: ReportRunner.Result, _ formats: [OutputFormat]
  ) throws(Findings) -> (bytes: [UInt8], format: OutputFormat) {
    try bytes(of: result.document, formats, result.language, ledger: result.ledger)
  }

  func bytes(
    of document: ReportDocument, _ formats: [OutputFormat], _ language: Language, ledger: [Figure] = []
  ) throws(Findings) -> (bytes: [UInt8], format: OutputFormat) {
    guard formats.count == 1, let format = formats.first else {
      throw Findings(
        [Finding(CommandRule.oneFormatWanted, text: formats.map(\.rawValue).joined(separator: ","))], kind: .usage)
    }
    let bytes = try ReportOutputs.bytes(
      document, as: format, language: language, ledger: ledger, csv: csv(language))
    return (bytes, format)
  }
}
