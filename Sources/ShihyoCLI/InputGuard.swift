import Glibc
import Shihyo

/// Keeps an output from replacing the file that is read: raw files are never changed.
enum InputGuard {
  /// - Errors: `command.output-is-input` (64) for every output that is one of the files of `dataset`, also by another name.
  static func refuse(outputs: [String?], of dataset: Dataset) throws(Findings) {
    let inputs = dataset.sources.compactMap { if case .file(let path) = $0 { path } else { nil } }
    try refuse(outputs: outputs + [dataset.reading.rejectReasonsPath], inputs: inputs)
  }

  /// - Parameter inputs: paths of what is read.
  static func refuse(outputs: [String?], inputs: [String]) throws(Findings) {
    let known = inputs.compactMap { FileIdentity($0) }
    let refused = outputs.compactMap { $0 }.filter { path in
      FileIdentity(path).map { known.contains($0) || isDefinition(path) } ?? false
    }
    guard refused.isEmpty else {
      throw Findings(refused.map { Finding(CommandRule.outputIsInput, text: $0) }, kind: .usage)
    }
  }

  /// A descriptor that is there: `-o datapackage.json` asks for JSON, but what a person has written is not replaced.
  private static func isDefinition(_ path: String) -> Bool { path.split(separator: "/").last == "datapackage.json" }
}

/// Device and number of a file that exists.
private struct FileIdentity: Hashable {
  let device: UInt
  let number: UInt

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
