import ArgumentParser
import Glibc
import Shihyo

struct VerifyCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json, junit }

  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: abstract(
      "検算: 入力の要約値、発表した数値根拠表、既公表値を確かめます。",
      "Verifies files by their digests, published ledgers, and known figures."),
    discussion: abstract(
      "例: shihyo verify\n名前を省くと、すべての報告書とデータセットを検算します。合わないものがあれば終了コード 1。\n転記のみの数値は証明しません。",
      "Example: shihyo verify\nWithout names every report and dataset is verified. The exit code is 1 if anything does not hold.\nWhat was only copied is never said to be proved."
    ))

  @Argument(
    help: help(
      "報告書かデータセットの名前、または既公表値のCSV (省略時はすべて)。--accept のときは受け入れる番号も",
      "Names of reports or datasets, or CSV files of known figures (all if none is given); with --accept also the ids to accept",
      placeholder: "name"))
  var names: [String] = []

  @Option(name: [.short, .long], help: help("形式: text, csv, json, junit", "Format: text, csv, json, junit"))
  var format: Format?

  @Option(
    name: [.short, .long],
    help: help("書き出し先 (省略時は標準出力)", "File to write (standard output if not given)", placeholder: "file"))
  var output: String?

  @Flag(
    name: .long,
    help: help(
      "差を示したうえで、挙げた番号の新しい数値やファイルを受け入れる。例 shihyo verify --accept requests.centres",
      "After showing the difference, take the new figure, or the file, of the ids named: shihyo verify --accept requests.centres"
    ))
  var accept = false

  @Flag(name: .long, help: help("--accept と一緒に: 合わないものをすべて受け入れる", "With --accept: everything that does not hold"))
  var all = false

  @Flag(
    name: [.short, .long],
    help: help(
      "合わないものだけを書く。すべて合えば何も書かない (text のとき)",
      "Write only what does not hold, and nothing where everything does (text only)"))
  var quiet = false

  @OptionGroup var folders: FolderOptions

  @OptionGroup var threading: ThreadOptions

  @Option(name: .long, help: help("言語: ja または en (省略時はロケール)", "Language: ja or en (the locale if not given)"))
  var lang: Language?

  func run() async throws {
    try threading.check()
    try InputGuard.refuse(outputs: [output], inputs: names)
    let verifier = Verifier(
      datasets: folders.datasetFinder, reports: folders.reportFinder,
      engine: LocalEngine(threads: threading.threads), version: ShihyoCommand.version)
    let paths = names.filter { $0.hasSuffix(".csv") && access($0, F_OK) == 0 }
    let ids = accept ? names.filter { !verifier.knows($0) && !paths.contains($0) } : []
    if accept, ids.isEmpty, !all { throw Findings([Finding(CommandRule.nothingToAccept)], kind: .usage) }
    let result = try await verifier.verify(
      names.filter { !ids.contains($0) && !paths.contains($0) }, knownFigures: paths)
    let language = lang ?? SpokenLanguage.current
    try write(rendered(result, language) ?? "")
    if accept {
      let acceptance = try Acceptance(result, ids: all ? nil : ids)
      StandardError.write(acceptance.lines(language), language)
      try acceptance.write()
      StandardError.write(
        [
          Bilingual(
            ja: "\(acceptance.count)件を受け入れました。もう一度 shihyo verify を実行してください。",
            en: "\(acceptance.count) accepted; run shihyo verify again.")[language]
        ], language)
    }
    if !result.holds { throw ExitCode(1) }
  }

  private func rendered(_ result: Verification, _ language: Language) -> String? {
    let document = quiet ? VerificationDocument.failures(result) : VerificationDocument.text(result)
    return switch format ?? .text {
    case .text: document.map(TextRenderer(TextOptions(language: language)).render)
    case .csv: VerificationCSV.render(result, language: language)
    case .json: VerificationJSON.render(result)
    case .junit: VerificationJUnit.render(result, language: language)
    }
  }

  private func write(_ text: String) throws(Findings) {
    if let output, output != "-" {
      try AtomicOutput.write(text, to: output)
    } else {
      try StandardOutput.write(text)
    }
  }
}
