import ArgumentParser
import Shihyo

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: abstract(
      "算出内訳: 公表した数値が、どの行からどう計算されたかを示します。",
      "Shows how a published figure is made, down to the rows of the input."),
    discussion: abstract(
      "例: shihyo explain 'quarterly-mihon/rates/use.rate.all@FY2025Q2'\n番号は数値根拠表 (figures.csv) の id。後ろの一部だけでもよい。",
      "Example: shihyo explain 'quarterly-mihon/rates/use.rate.all@FY2025Q2'\nThe id stands in the ledger (figures.csv); its end is enough."
    ))

  @Argument(help: help("数値の番号、またはその後ろの一部", "Id of a figure, or a unique end of it", placeholder: "figure"))
  var figure: String

  @OptionGroup(title: abstract("報告書", "Report")) var source: ReportRunOptions
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  @Option(name: .long, help: help("示す行の数 (省略時は10。ほかは件数と計)", "Rows to show of each part (10); the rest are summed up"))
  var top: Int?

  @Flag(name: .long, help: help("すべての行を、読んだ順に書く", "Write every row, in the order in which it is read"))
  var all = false

  @Flag(
    name: .long, help: help("秘匿した数値の行も示す (庁内の確認に限る)", "Show the rows of a hidden figure, too (inside the office only)"))
  var confidential = false

  func run() async throws {
    var printer = try DocumentPrinter(output)
    printer.isConfidential = confidential
    if let top, !(0...1_000_000).contains(top) {
      throw Findings([Finding(CommandRule.badNumber("--top", from: 0, to: 1_000_000), text: String(top))], kind: .usage)
    }
    let explainer = FigureExplainer(reports: source.folders.reportFinder, datasets: source.folders.datasetFinder)
    let request = FigureExplainer.Request(
      figure, period: source.period, settings: try source.settings(), top: top ?? 10, isConfidential: confidential)
    if let known = try await explainer.known(request) { return try explain(known, printer) }
    let found = try await explainer.find(request)
    for dataset in found.datasets { try InputGuard.refuse(outputs: [output.output], of: dataset) }
    // Before anything else: the reader must know that the data are not those of the published figure.
    StandardError.write(found.changes, printer.language)
    guard all else { return try printer.print(try found.document(namesUnits: printer.format != .text)) }
    try writeAll(printer, found.writeAll)
  }

  private func explain(_ known: KnownExplanation, _ printer: DocumentPrinter) throws {
    for dataset in known.datasets { try InputGuard.refuse(outputs: [output.output], of: dataset) }
    StandardError.write(known.findings, printer.language)
    guard all, !known.datasets.isEmpty else {
      return try printer.print(try known.document(namesUnits: printer.format != .text))
    }
    try writeAll(printer, known.writeAll)
  }

  private func writeAll(
    _ printer: DocumentPrinter, _ writeRows: (ExplanationFormat, Language, (String) throws -> Bool) throws -> Void
  ) throws {
    let format: ExplanationFormat =
      switch printer.format {
      case .text: .text
      case .csv: .csv
      case .json: .json
      case .markdown, .html, .xlsx, .docx:
        throw Findings([Finding(CommandRule.cannotStream, text: printer.format.rawValue)], kind: .usage)
      }
    guard let path = output.output, path != "-" else {
      return try writeRows(format, printer.language) { try StandardOutput.write($0) }
    }
    var text = ""
    try writeRows(format, printer.language) { piece in
      text += piece
      return true
    }
    try AtomicOutput.write(text, to: path, isConfidential: confidential)
  }
}
