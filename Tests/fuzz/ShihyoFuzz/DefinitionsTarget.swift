import ShihyoDefinitions
import ShihyoModel
import ShihyoVerification

/// The files that an analyst writes: descriptors, profiles, metrics, reports, known figures.
enum DefinitionsTarget {
  static func descriptor(_ input: [UInt8], _ scratch: Scratch) {
    if let package = try? DataPackage.load(path: scratch.write(input, as: DataPackage.fileName)) {
      for resource in package.resources {
        _ = try? resource.dataset(packageName: package.name, folder: package.folder)
      }
    }
    _ = try? CityProfile.load(path: scratch.folder + "/" + DataPackage.fileName)
  }

  static func report(_ input: [UInt8], _ scratch: Scratch) {
    _ = try? ReportDefinition.read(input, path: scratch.folder + "/report.yaml", name: nil)
    _ = scratch.write(Array(table.utf8), as: DataPackage.fileName)
    guard let package = try? DataPackage.load(path: scratch.folder + "/" + DataPackage.fileName) else {
      preconditionFailure("the sample table cannot be read")
    }
    _ = scratch.write(input, as: MetricFile.fileName)
    _ = try? MetricFile.load(for: package)
  }

  static func figures(_ input: [UInt8], _ scratch: Scratch) {
    let path = scratch.write(input, as: KnownFigureFile.fileName)
    guard let file = try? KnownFigureFile(path: path, dataset: "input") else { return }
    precondition(file.figures.allSatisfy { $0.dataset == "input" }, "a figure of another dataset")
  }

  private static let table = """
    {"name": "sample", "resources": [{"name": "sample", "path": "sample.csv", "schema": {"fields": [
      {"name": "区", "type": "string"}, {"name": "利用日", "type": "date"}, {"name": "人数", "type": "integer"}]}}]}
    """
}
