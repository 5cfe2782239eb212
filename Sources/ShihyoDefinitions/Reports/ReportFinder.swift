public import ShihyoModel

/// Finds reports by name or path, as datasets are found.
public struct ReportFinder: Sendable {
  /// Folders in order; the first that has the name wins.
  public var searchPath: [String]

  public init(searchPath: [String]) { self.searchPath = searchPath }

  /// Folders in order: `--reports`, which is then the only one; else `SHIHYO_REPORTS`, `./reports`, the working folder, and
  /// `../share/shihyo/reports` beside the binary.
  public static func folders(option: String?, environment: String?, executable: String?) -> [String] {
    if let option, !option.isEmpty { return [option] }
    var folders = (environment ?? "").split(separator: ":").map(String.init) + ["reports", "."]
    if let executable {
      folders.append(FilePath.join(FilePath.join(FilePath.folder(of: executable), ".."), "share/shihyo/reports"))
    }
    return folders
  }

  /// `NAME`, or the path of a folder or of a `report.yaml`.
  public func find(_ name: String) throws(Findings) -> ReportDefinition {
    if name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let isFolder = DefinitionFile.isFolder(name)
      return try ReportDefinition.load(path: isFolder ? FilePath.join(name, ReportDefinition.fileName) : name)
    }
    let candidates = searchPath.map { FilePath.join(FilePath.join($0, name), ReportDefinition.fileName) }
    if name != ".", name != "..", let path = candidates.first(where: DefinitionFile.exists) {
      return try ReportDefinition.load(path: path, name: name)
    }
    let nearest = NearestName.find(name, in: all().map(\.name))
    let rule = ReportRule.unknownReport(name, nearest: nearest, searched: searchPath)
    throw Findings([Finding(rule, text: name)], kind: .notFound)
  }

  /// Every report of the search path by name, in byte order; a broken one is listed with what is wrong.
  public func all() -> [ReportListing] {
    var listings: [Label: ReportListing] = [:]
    for folder in searchPath {
      for name in DefinitionFile.names(in: folder) where listings[Label(name)] == nil {
        let path = FilePath.join(FilePath.join(folder, name), ReportDefinition.fileName)
        guard DefinitionFile.exists(path) else { continue }
        let report = Result { () throws(Findings) in try whole(path, name) }
        listings[Label(name)] = ReportListing(name: name, report: report)
      }
    }
    return listings.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A definition without faults; one that could be read with faults is for whoever runs it, who adds what the data say.
  private func whole(_ path: String, _ name: String) throws(Findings) -> ReportDefinition {
    let report = try ReportDefinition.load(path: path, name: name)
    guard report.problems.isEmpty else { throw Findings(report.problems) }
    return report
  }
}

public struct ReportListing: Sendable {
  public var name: String
  public var report: Result<ReportDefinition, Findings>
}
