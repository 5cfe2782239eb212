import ArgumentParser
import Shihyo

struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: abstract(
      "課題管理表: 領域、インパクト×緊急度、四半期の計画、進捗、番号の新旧、表記の不一致です。",
      "Issue register: areas, impact × urgency, plan by quarter, progress, old and new numbers."),
    discussion: abstract(
      "例: shihyo register kitakyushu-issue-registers --where 組織=総務市民局 --part matrix",
      "Example: shihyo register kitakyushu-issue-registers --where 組織=総務市民局 --part matrix"))

  @Argument(
    help: help(
      "データセット名、フォルダ、または datapackage.json (shihyo.register を宣言したもの)",
      "Name of a dataset, its folder, or a datapackage.json; it declares shihyo.register", placeholder: "input"))
  var input: String

  @Option(
    name: .customLong("where"),
    help: help(
      "課題の条件。例 '組織=門司区'。= != < <= > >= ~ (含む)。繰り返すと「かつ」",
      "Condition on the issues, for example 'organisation=A'; = != < <= > >= ~ (contains); repeated means and",
      placeholder: "cond"))
  var conditions: [String] = []

  @Option(
    name: .long,
    help: help(
      "出す部分 (コンマ区切り): \(RegisterPart.names) (省略時は全部)",
      "Parts to print, with commas between: \(RegisterPart.names) (all if not given)", placeholder: "parts"))
  var part: String?

  @Option(
    name: .long,
    help: help("進捗の記入の時点 (省略時は最新)。例 令和7年12月", "Date of the entries of progress (the newest), for example 2025-12"))
  var asOf: String?

  @Option(name: .long, help: help("動きを比べる前回の時点 (省略時は一つ前)", "Earlier date that they are compared with (the one before)"))
  var previous: String?

  @Option(name: .long, help: help("データセットのフォルダ", "Folder of datasets", placeholder: "dir"))
  var datasets: String?

  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let printer = try DocumentPrinter(output)
    let parts = try RegisterPart.read(part)
    let package = try SearchFolders.datasets(option: datasets).package(input)
    let analysis = try RegisterAnalysis(
      package, filter: try conditions.map(Expressions.condition), parts: parts, asOf: try date(asOf, "--as-of"),
      previous: try date(previous, "--previous"))
    for request in analysis.requests { try InputGuard.refuse(outputs: [output.output], of: request.dataset) }
    var answers: [ResultTable] = []
    for request in analysis.requests {
      answers += try await LocalEngine().run([request.query], on: request.dataset)
    }
    var (document, warnings) = try analysis.document(answers)
    if parts.isEmpty || parts.contains(.versions), let versions = package.register?.versions {
      document.append(try compared(versions, in: package, printer))
    }
    if !output.quiet { StandardError.write(warnings, printer.language) }
    document.addDeclaredNotes(of: package)
    try printer.print(document)
  }

  /// 新旧対照: the two versions side by side; as CSV what `compare` says.
  private func compared(
    _ versions: RegisterDefinition.Versions, in package: DataPackage, _ printer: DocumentPrinter
  ) throws -> ReportDocument {
    func resource(_ name: String) throws -> (Dataset, title: String) {
      let resource = try package.resource(named: name)
      let dataset = try resource.dataset(packageName: package.name, folder: package.folder)
      try InputGuard.refuse(outputs: [output.output], of: dataset)
      return (dataset, resource.title ?? name)
    }
    let (old, new) = (try resource(versions.old), try resource(versions.new))
    let sides = try IssueVersions(old: old.0, new: new.0, titles: (old.title, new.title))
    if !output.quiet { StandardError.write(sides.warnings, printer.language) }
    guard printer.format == .csv else { return sides.document }
    return try VersionComparison(old: old.0, new: new.0, keys: nil).table
  }

  private func date(_ text: String?, _ option: String) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let value = try? TimeGrammar().read(text).value else {
      throw Findings([Finding(RegisterRule.badDate(option: option), text: text)], kind: .usage)
    }
    return value.last
  }
}

extension RegisterPart {
  static let names = allCases.map(\.rawValue).joined(separator: ", ")

  /// - Errors: every name that is no part, with the nearest one.
  static func read(_ text: String?) throws(Findings) -> [RegisterPart] {
    guard let text else { return [] }
    var parts: [RegisterPart] = []
    var findings: [Finding] = []
    let known = allCases.map(\.rawValue)
    for name in text.split(separator: ",").map({ TextFolding.fold(String($0)) }) {
      if let part = RegisterPart(rawValue: name) {
        parts.append(part)
      } else {
        let rule = RegisterRule.unknownPart(name, nearest: NearestName.find(name, in: known), known: known)
        findings.append(Finding(rule, text: name))
      }
    }
    if !findings.isEmpty { throw Findings(findings, kind: .usage) }
    return parts
  }
}
