import ArgumentParser
import Shihyo

struct DatasetsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", abstract: abstract("使えるデータセットの一覧です。", "Lists the datasets there are."))

  @Option(name: .long, help: help("データセットのフォルダ", "Folder of datasets", placeholder: "dir"))
  var datasets: String?
  @OptionGroup(title: abstract("出力", "Output")) var output: OutputOptions

  func run() async throws {
    let listing = DatasetListingTable(SearchFolders.datasets(option: datasets).all())
    try DocumentPrinter(output).print(listing.document)
    if !listing.findings.isEmpty { throw Findings(listing.findings) }
  }
}
