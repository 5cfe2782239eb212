import ArgumentParser
import Shihyo

/// Where reports and datasets stand.
struct FolderOptions: ParsableArguments {
  @Option(name: .long, help: help("報告書のフォルダ", "Folder of reports", placeholder: "dir"))
  var reports: String?

  @Option(name: .long, help: help("データセットのフォルダ", "Folder of datasets", placeholder: "dir"))
  var datasets: String?

  var reportFinder: ReportFinder { SearchFolders.reports(option: reports) }
  var datasetFinder: DatasetFinder { SearchFolders.datasets(option: datasets) }
}
