public import ShihyoModel

/// A dataset with what its descriptor says beyond the columns; both are nil where there is no descriptor.
public struct FoundDataset: Sendable {
  public var dataset: Dataset
  public var package: DataPackage?
  public var resource: Resource?

  public init(dataset: Dataset, package: DataPackage? = nil, resource: Resource? = nil) {
    self.dataset = dataset
    self.package = package
    self.resource = resource
  }

  /// The city profile that a column names, or else the package.
  ///
  /// - Errors: the profile is missing or wrong.
  public func profile(forColumn name: String? = nil) throws(Findings) -> CityProfile? {
    let field = name.flatMap { dataset.schema?.field(named: $0) }
    guard let package, let profile = field?.profile ?? package.profile else { return nil }
    return try ProfileFinder.find(profile, folder: package.folder)
  }
}

/// Finds datasets by name or path.
public struct DatasetFinder: Sendable {
  /// Folders in order, from `DatasetSearchPath`.
  public var searchPath: [String]

  public init(searchPath: [String]) { self.searchPath = searchPath }

  /// What an INPUT of the command line means: `-`, a CSV file, a `datapackage.json`, a folder with one, `NAME`, `NAME/RESOURCE`.
  ///
  /// A CSV file that a `datapackage.json` beside it lists is read as that descriptor says.
  /// - Errors: unknown names with the nearest one (`notFound`); every finding of a descriptor.
  public func resolve(_ input: String) throws(Findings) -> FoundDataset {
    switch DatasetInput(input, exists: DefinitionFile.exists) {
    case .standardInput: FoundDataset(dataset: Dataset(name: "-", sources: [.standardInput]))
    case .path(let path): try Self.find(path: path)
    case .name: try find(input)
    }
  }

  /// `NAME` or `NAME/RESOURCE` under the search path.
  public func find(_ name: String) throws(Findings) -> FoundDataset {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    return try Self.open(try package(named: parts.first ?? name), resource: parts.count > 1 ? parts[1] : nil)
  }

  /// The whole package that an INPUT means: a name, a folder, or a `datapackage.json`.
  ///
  /// - Errors: unknown names with the nearest one (`notFound`); every finding of the descriptor.
  public func package(_ input: String) throws(Findings) -> DataPackage {
    guard case .path(let path) = DatasetInput(input, exists: DefinitionFile.exists) else {
      return try package(named: input)
    }
    let isFolder = DefinitionFile.isFolder(path)
    return try DataPackage.load(path: isFolder ? FilePath.join(path, DataPackage.fileName) : path)
  }

  /// The package of that name under the search path.
  public func package(named name: String) throws(Findings) -> DataPackage {
    guard let path = descriptorPath(name) else {
      let names = all().map(\.name)
      let rule = DatasetRule.unknownDataset(name, nearest: NearestName.find(name, in: names), searched: searchPath)
      throw Findings([Finding(rule, text: name)], kind: .notFound)
    }
    return try DataPackage.load(path: path)
  }

  /// A file or folder, without a search.
  public static func find(path: String) throws(Findings) -> FoundDataset {
    if DefinitionFile.isFolder(path) {
      let descriptor = FilePath.join(path, DataPackage.fileName)
      guard DefinitionFile.exists(descriptor) else {
        let finding = Finding(DatasetRule.noDescriptorInFolder, at: Place(file: path), text: path)
        throw Findings([finding], kind: .notFound)
      }
      return try open(try DataPackage.load(path: descriptor), resource: nil)
    }
    if path.lowercased().hasSuffix(".json") {
      return try open(try DataPackage.load(path: path), resource: nil)
    }
    let descriptor = FilePath.join(FilePath.folder(of: path), DataPackage.fileName)
    let plain = Dataset(name: path, sources: [.file(path: path)])
    guard DefinitionFile.exists(path), DefinitionFile.exists(descriptor) else { return FoundDataset(dataset: plain) }
    let package = try DataPackage.load(path: descriptor)
    guard let resource = package.resource(listing: path) else { return FoundDataset(dataset: plain) }
    var dataset = plain
    dataset.schema = resource.schema
    dataset.reading = resource.reading
    dataset.notice = resource.notice
    return FoundDataset(dataset: dataset, package: package, resource: resource)
  }

  private static func open(_ package: DataPackage, resource name: String?) throws(Findings) -> FoundDataset {
    let resource = try package.resource(named: name)
    let dataset = try resource.dataset(packageName: package.name, folder: package.folder)
    return FoundDataset(dataset: dataset, package: package, resource: resource)
  }

  private func descriptorPath(_ name: String) -> String? {
    guard !name.isEmpty, name != ".", name != "..", !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return searchPath.lazy.map { FilePath.join(FilePath.join($0, name), DataPackage.fileName) }
      .first(where: DefinitionFile.exists)
  }
}

/// One dataset of the search path: its descriptor, or what is wrong with it.
public struct DatasetListing: Sendable {
  public var name: String
  public var folder: String
  public var package: Result<DataPackage, Findings>
}

extension DatasetFinder {
  /// Every dataset of the search path by name, in byte order; of two with one name, the one that `find` takes.
  public func all() -> [DatasetListing] {
    var listings: [Label: DatasetListing] = [:]
    for folder in searchPath {
      for name in DefinitionFile.names(in: folder) where listings[Label(name)] == nil {
        let place = FilePath.join(folder, name)
        let descriptor = FilePath.join(place, DataPackage.fileName)
        guard DefinitionFile.exists(descriptor) else { continue }
        listings[Label(name)] = DatasetListing(
          name: name, folder: place, package: Result { () throws(Findings) in try DataPackage.load(path: descriptor) })
      }
    }
    return listings.sorted { $0.key < $1.key }.map(\.value)
  }
}
