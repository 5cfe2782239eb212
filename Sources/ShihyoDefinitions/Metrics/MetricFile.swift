public import ShihyoModel

/// The `metrics.yaml` of a dataset.
public struct MetricFile: Hashable, Sendable {
  public static let fileName = "metrics.yaml"

  public var metrics: [MetricDefinition]
  public let path: String

  /// Reads the metrics of a package; a package without the file has none.
  ///
  /// - Errors: every finding of the file at once, columns that the resource does not have included.
  public static func load(for package: DataPackage) throws(Findings) -> MetricFile {
    let path = FilePath.join(package.folder, fileName)
    guard DefinitionFile.exists(path) else { return MetricFile(metrics: [], path: path) }
    let bytes = try DefinitionFile.read(path, limit: YAMLReader.sizeLimit)
    let content = try YAMLReader.read(bytes, file: path)
    let log = FindingLog(file: path)
    log.readSource(bytes)
    var metrics: [MetricDefinition] = []
    if let object = ObjectReader(content, key: fileName, log: log) {
      object.refuseKeys(otherThan: ["metrics"])
      if object.value("metrics") == nil { log.add(DescriptorRule.missingKey("metrics"), at: object.position) }
      for member in object.object("metrics")?.members ?? [] {
        guard let reader = ObjectReader(member.value, key: member.key, log: log) else { continue }
        if let metric = MetricReader(object: reader, package: package).read(id: member.key, at: member.keyPosition) {
          metrics.append(metric)
        }
      }
    }
    guard log.errors.isEmpty else { throw Findings(log.all.inLineOrder) }
    return MetricFile(metrics: metrics, path: path)
  }

  public func metric(named id: String) -> MetricDefinition? { metrics.first { Label($0.id) == Label(id) } }
}
