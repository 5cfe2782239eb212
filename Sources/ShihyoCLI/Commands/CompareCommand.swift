import ArgumentParser
import Shihyo

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: abstract(
      "新旧対照表: データの二つの版、または二つの数値根拠表を比べます。",
      "Compares two versions of a dataset, or two ledgers."),
    discussion: abstract(
      "例: shihyo compare 8月.csv 11月.csv --key 局名,番号\n違いがあれば終了コード 1。",
      "Example: shihyo compare august.csv november.csv --key bureau,number\nThe exit code is 1 where they differ."))

  @Argument(
    help: help("古い版: CSVファイル、データセット名、figures.csv", "The old version: CSV file, name of a dataset, or figures.csv"))
  var old: String

  @Argument(help: help("新しい版", "The new version"))
  var new: String

  @Option(
    name: .long,
    help: help(
      "行を突き合わせる列 (コンマ区切り。省略時は定義ファイルの主キー)",
      "Columns that identify a row (the primary key of the descriptors if not given)"))
  var key: String?

  @Option(name: .long, help: help("数値を動かした行を示す数 (省略時は10)", "Rows to show of each number that moved (10)"))
  var top: Int?

  @OptionGroup(title: abstract("読み込み", "Reading")) var reading: ReadingFlags
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let printer = try DocumentPrinter(output)
    if let top, !(0...1_000_000).contains(top) {
      throw Findings([Finding(CommandRule.badNumber("--top", from: 0, to: 1_000_000), text: String(top))], kind: .usage)
    }
    switch (LedgerDifference.path(of: old), LedgerDifference.path(of: new)) {
    case (let first?, let second?):
      let ledgers = Dataset(name: "ledgers", sources: [.file(path: first), .file(path: second)])
      try InputGuard.refuse(outputs: [output.output], of: ledgers)
      let comparison = try LedgerDifference(old: first, new: second)
      try printer.print(comparison.document)
      if comparison.hasDifferences { throw ExitCode(1) }
    case (nil, nil): try compareVersions(printer)
    default: throw Findings([Finding(CompareRule.onlyOneLedger, text: "\(old) \(new)")], kind: .usage)
    }
  }

  private func compareVersions(_ printer: DocumentPrinter) throws {
    let resolver = InputResolver(flags: reading)
    let (before, now) = (try resolver.dataset([old]).dataset, try resolver.dataset([new]).dataset)
    for dataset in [before, now] { try InputGuard.refuse(outputs: [output.output], of: dataset) }
    let comparison = try VersionComparison(old: before, new: now, keys: try key.map(Expressions.columnNames))
    if !output.quiet { StandardError.write(comparison.warnings, printer.language) }
    switch printer.format {
    case .text, .markdown, .html, .xlsx, .docx: try printer.print(comparison.document(top: top ?? 10))
    case .csv: try printer.print(comparison.table)
    case .json: try printer.print(json: comparison.json)
    }
    if comparison.hasDifferences { throw ExitCode(1) }
  }
}
