public import ShihyoModel

/// A `datapackage.json` (Data Package v2 with Table Schema v2, Table Dialect v2 and the one extra key `shihyo`).
///
/// The reference of what is read is `Sources/Shihyo/Shihyo.docc/Descriptor.md`.
public struct DataPackage: Hashable, Sendable {
  public static let fileName = "datapackage.json"

  /// As declared, else the name of its folder.
  public var name: String
  public var title: String?
  public var description: String?
  public var resources: [Resource]
  /// Name of the city profile, for reports.
  public var profile: String?
  /// Said beside every figure of the package.
  public var notes: [String]
  /// What every output of the package's figures carries in every row (`架空データ`); inputs of different notices are never
  /// read together.
  public var notice: Bilingual?
  /// Digest of `known-figures.csv` as declared; nil where none is.
  public var knownFiguresHash: ResourceHash?
  /// Which of its tables and columns are an issue register; nil where it is none.
  public var register: RegisterDefinition?
  /// The descriptor's path as given.
  public let path: String
  /// Its folder: resource paths start here.
  public let folder: String
  /// Findings that did not stop the reading.
  public var warnings: [Finding]

  /// Reads and checks a descriptor; the data files are not touched.
  ///
  /// - Errors: every finding of the file at once; `notFound` where there is no such file.
  public static func load(path: String) throws(Findings) -> DataPackage {
    try read(try DefinitionFile.read(path), path: path)
  }

  /// The same of a text that is not written yet; `path` is where it is to stand.
  package static func read(_ bytes: [UInt8], path: String) throws(Findings) -> DataPackage {
    let content = try JSONReader.read(bytes, file: path)
    let log = FindingLog(file: path)
    let package = ObjectReader(content, key: "datapackage.json", log: log).flatMap { read($0, path: path) }
    guard let package, log.errors.isEmpty else { throw Findings(log.all) }
    return package
  }

  /// The resource of that name; where no name is given, the only one.
  ///
  /// - Errors: the names there are, and the nearest one.
  public func resource(named name: String?) throws(Findings) -> Resource {
    let names = resources.map(\.name)
    if let name {
      if let resource = resources.first(where: { $0.name == name }) { return resource }
      let rule = DatasetRule.unknownResource(name, nearest: NearestName.find(name, in: names), names: names)
      throw Findings([Finding(rule, at: Place(file: path), text: name)], kind: .notFound)
    }
    guard resources.count == 1 else {
      throw Findings([Finding(DatasetRule.severalResources(names), at: Place(file: path))], kind: .usage)
    }
    return resources[0]
  }

  /// The resource that lists this file, if any: its descriptor applies when a person names the file itself.
  func resource(listing filePath: String) -> Resource? {
    guard let wanted = DefinitionFile.realPath(filePath) else { return nil }
    return resources.first { resource in
      resource.paths.contains { DefinitionFile.realPath(FilePath.join(folder, $0.text)) == wanted }
    }
  }
}
