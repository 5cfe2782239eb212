import ShihyoDefinitions
import ShihyoModel

/// Whether some metric hides small counts of a dataset: outside its report nobody decides which of its rows may be listed.
enum HidingData {
  /// - Parameter dataset: its name is `dataset/resource`.
  /// - Errors: none; metrics that cannot be read are taken to hide, since it cannot be told.
  static func isHiding(_ dataset: Dataset, finder: DatasetFinder) -> Bool {
    let names = dataset.name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let name = names.first, let package = try? finder.package(named: name) else { return false }
    guard DefinitionFile.exists(FilePath.join(package.folder, MetricFile.fileName)) else { return false }
    guard let file = try? MetricFile.load(for: package) else { return true }
    return file.metrics.contains { metric in
      guard metric.disclosure != nil else { return false }
      guard let resource = try? package.resource(named: metric.resource) else { return true }
      return names.count < 2 || resource.name == names[1]
    }
  }

  /// Below which some metric of a dataset hides counts; nil where none does.
  static func threshold(of name: String, finder: DatasetFinder) -> Int? {
    guard let package = try? finder.package(named: name),
      DefinitionFile.exists(FilePath.join(package.folder, MetricFile.fileName))
    else { return nil }
    guard let file = try? MetricFile.load(for: package) else { return .max }
    return file.metrics.compactMap(\.disclosure).max()
  }
}
