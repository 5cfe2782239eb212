import Glibc
import Shihyo

/// Keeps an output from replacing the file that is read: raw files are never changed.
enum InputGuard {
  /// - Errors: `command.output-is-input` (64) for every output that is one of the files of `dataset`, also by another name.
  static func refuse(outputs: [String?], of dataset: Dataset) throws(Findings) {
    let known = dataset.sources.compactMap { source in
      switch source {
      case .file(let path): FileIdentity(path)
      case .standardInput: FileIdentity(descriptor: STDIN_FILENO)
      }
    }
    let outputs = outputs + [dataset.reading.rejectReasonsPath]
    try refuse(outputs, known)
    try refuseEqual(outputs.compactMap { $0 })
  }

  /// - Parameter inputs: paths of what is read.
  static func refuse(outputs: [String?], inputs: [String]) throws(Findings) {
    try refuse(outputs, inputs.compactMap { FileIdentity($0) })
  }

  private static func refuse(_ outputs: [String?], _ known: [FileIdentity]) throws(Findings) {
    let refused = outputs.compactMap { $0 }.filter { path in
      FileIdentity(path).map { known.contains($0) || isDefinition(path) } ?? false
    }
    guard refused.isEmpty else {
      throw Findings(refused.map { Finding(CommandRule.outputIsInput, text: $0) }, kind: .usage)
    }
  }

  /// Two outputs of one name: the second would replace the first.
  private static func refuseEqual(_ outputs: [String]) throws(Findings) {
    let places = outputs.map { path in
      DefinitionFile.realPath(path) ?? DefinitionFile.realPath(FilePath.folder(of: path)).map {
        $0 + "/" + FilePath.name(of: path)
      } ?? path
    }
    for (index, path) in outputs.enumerated() where path != "-" && places[..<index].contains(places[index]) {
      throw Findings([Finding(CommandRule.outputTwice, text: path)], kind: .usage)
    }
  }

  /// A definition that is there: `-o datapackage.json` asks for JSON, but what a person has written is not replaced.
  private static func isDefinition(_ path: String) -> Bool {
    [DataPackage.fileName, MetricFile.fileName, ReportDefinition.fileName].contains(FilePath.name(of: path))
  }
}

/// Device and number of a file that exists.
private struct FileIdentity: Hashable {
  let device: UInt
  let number: UInt

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// nil for what is no ordinary file.
  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
