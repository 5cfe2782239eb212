import Glibc
import ShihyoEngine
import ShihyoModel

/// What the inputs of a report were before it was run. A report reads them several times, and once more for their digests: all
/// of that must be one state of each file.
struct InputStates {
  private struct State: Equatable {
    let device: UInt
    let number: UInt
    let size: Int
    let changed: [Int]

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
      size = Int(status.st_size)
      // Also the time that nobody can set back.
      changed = [
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
  }

  private let states: [(path: String, state: State?)]

  init(_ datasets: [Dataset]) {
    let paths = datasets.flatMap(\.sources).compactMap { source -> String? in
      if case .file(let path) = source { path } else { nil }
    }
    states = paths.map { ($0, State($0)) }
  }

  /// - Errors: `file.changed` (74) for every file that is another one now, or has been written to.
  func checkUnchanged() throws(Findings) {
    let changed = states.filter { State($0.path) != $0.state }
    if changed.isEmpty { return }
    throw Findings(
      changed.map { Finding(ReadingRule.fileChanged, at: Place(file: $0.path)) }, kind: .inputOutput)
  }
}
