public import ShihyoModel

/// One table of a data package: its files, what is known of its columns, and how its bytes are read.
public struct Resource: Hashable, Sendable {
  public struct Path: Hashable, Sendable {
    /// As written: relative to the descriptor's folder.
    public let text: String
    /// Where it stands in the descriptor.
    public let place: Place
  }

  public var name: String
  public var title: String?
  public var description: String?
  /// Files of one header, read as one.
  public var paths: [Path]
  /// nil: the descriptor has none, and the aggregate decides how a column is read.
  public var schema: Schema?
  public var reading: ReadingOptions
  public var hash: ResourceHash?
  /// Bytes of the file as declared.
  public var bytes: Int?
  /// Said beside figures of this table.
  public var notes: [String]
  /// How its records were collected; nil where the steward does not say.
  public var method: CollectionMethod?
  /// The notice of its package.
  public var notice: Bilingual?

  /// What an engine reads.
  ///
  /// - Errors: every file that is missing, or that lies outside `folder` after symbolic links.
  public func dataset(packageName: String, folder: String) throws(Findings) -> Dataset {
    var findings: [Finding] = []
    var isMissing = false
    var sources: [Dataset.Source] = []
    for path in paths {
      let full = FilePath.join(folder, path.text)
      if !DefinitionFile.exists(full) {
        isMissing = true
        findings.append(Finding(DatasetRule.missingFile, at: path.place, text: path.text))
      } else if !SafePath.isInside(full, folder: folder) {
        findings.append(Finding(DescriptorRule.pathLeavesFolder, at: path.place, text: path.text))
      }
      sources.append(.file(path: full))
    }
    guard findings.isEmpty else { throw Findings(findings, kind: isMissing ? .notFound : .data) }
    return Dataset(name: packageName + "/" + name, sources: sources, schema: schema, reading: reading, notice: notice)
  }
}
