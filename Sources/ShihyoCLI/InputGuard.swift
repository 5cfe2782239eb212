import Glibc
import Shihyo

/// Keeps an output from replacing the file that is read: raw files are never changed.
enum InputGuard {
  /// - Errors: `command.output-is-input` (64) for every output that is one of the files of `dataset`, also by another name.
  static func refuse(outputs: [String?], of dataset: Dataset) throws(Findings) {
    let inputs = dataset.sources.compactMap { if case .file(let path) = $0 { FileIdentity(path) } else { nil } }
    let all = outputs + [dataset.reading.rejectReasonsPath]
    let refused = all.compactMap { $0 }.filter { path in FileIdentity(path).map(inputs.contains) ?? false }
    guard refused.isEmpty else {
      throw Findings(refused.map { Finding(CommandRule.outputIsInput, text: $0) }, kind: .usage)
    }
  }
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
