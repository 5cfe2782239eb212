import ArgumentParser
import Shihyo

struct ReportsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reports", abstract: abstract("使える報告書の一覧です。", "Lists the reports there are."))

  @Option(name: .long, help: help("報告書のフォルダ", "Folder of reports", placeholder: "dir"))
  var reports: String?
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let listing = ReportListingTable(SearchFolders.reports(option: reports).all())
    try DocumentPrinter(output).print(listing.document)
    if !listing.findings.isEmpty { throw Findings(listing.findings) }
  }
}
