import Glibc
import ShihyoModel

/// Files of a dataset whose rows would be counted twice: the same file under two names, or a copy of it.
///
/// - Errors: a file that cannot be opened is left to its reader, which says why.
/// - Cost: files of equal size are read until they differ.
enum RepeatedSources {
  struct Found: Equatable {
    /// Place among the sources of the dataset.
    let source: Int
    let finding: Finding
  }

  static func findings(of sources: [Dataset.Source]) -> [Found] {
    var found: [Found] = []
    var earlier: [(file: OpenFile, path: String)] = []
    for (index, source) in sources.enumerated() where sources.count > 1 {
      guard case .file(let path) = source, let file = OpenFile(path) else { continue }
      if let same = earlier.first(where: { $0.file.isSame(as: file) }) {
        found.append(Found(source: index, finding: Finding(ReadingRule.fileTwice(same.path), at: Place(file: path))))
      } else if let copy = earlier.first(where: { $0.file.hasContent(of: file) }) {
        found.append(Found(source: index, finding: Finding(ReadingRule.fileCopied(copy.path), at: Place(file: path))))
      } else {
        earlier.append((file, path))
      }
    }
    return found
  }
}

/// What a path leads to.
private struct OpenFile {
  private let path: String
  private let device: UInt
  private let number: UInt
  private let size: Int

  /// nil for what is no ordinary file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = path
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
    size = Int(status.st_size)
  }

  func isSame(as other: OpenFile) -> Bool { device == other.device && number == other.number }

  /// Two empty files are no copies: there is nothing to count.
  func hasContent(of other: OpenFile) -> Bool {
    guard size == other.size, size > 0, let mine = fopen(path, "re") else { return false }
    defer { fclose(mine) }
    guard let theirs = fopen(other.path, "re") else { return false }
    defer { fclose(theirs) }
    var (left, right) = ([UInt8](repeating: 0, count: 1 << 16), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = fread(&left, 1, left.count, mine)
      guard fread(&right, 1, right.count, theirs) == count, left[..<count] == right[..<count] else { return false }
      if count < left.count { return ferror(mine) == 0 && ferror(theirs) == 0 }
    }
  }
}
