import Glibc
import ShihyoModel

/// A file that is written piece by piece aside, and put in its place only when all of it is there.
///
/// - Safety: mode 0600, since a rejected row may hold anything (design.md, section 8). A link is followed, a device written
///   to: nothing but a file is ever replaced.
struct AsideWriter: ~Copyable {
  private let path: String
  private let target: OutputTarget
  /// nil for a device or a pipe, which is `stream`.
  private var aside: AsideFile?
  private var stream: Int32 = -1
  private var pending: [UInt8] = []

  init(path: String) throws(Findings) {
    try PublishedFolder.refuse(path)
    do throws(SystemError) {
      let target = try OutputTarget(path: path)
      if case .stream = target.kind {
        stream = open(path, O_WRONLY | O_CLOEXEC)
        guard stream >= 0 else { throw .last }
        aside = nil
      } else {
        aside = try AsideFile(besides: target.path, mode: 0o600)
      }
      self.target = target
      self.path = path
    } catch {
      throw Self.failure(RejectsRule.cannotCreate, path, error, .cannotCreate)
    }
  }

  mutating func write(_ bytes: some Sequence<UInt8>) throws(Findings) {
    pending.append(contentsOf: bytes)
    if pending.count > 1 << 16 { try flush() }
  }

  /// All of it is on the disk afterwards; only its name is missing.
  mutating func sync() throws(Findings) {
    try flush()
    do throws(SystemError) { try aside?.sync(like: nil) } catch {
      throw Self.failure(RejectsRule.writeFailed, path, error, .inputOutput)
    }
  }

  /// Puts the file in its place, instead of one that is there.
  mutating func finish() throws(Findings) {
    try sync()
    if stream >= 0 { close(stream) }
    stream = -1
    do throws(SystemError) {
      try aside?.rename(to: target.path)
      try FolderSync.sync(OutputTarget.folder(of: target.path))
    } catch {
      throw Self.failure(RejectsRule.cannotCreate, path, error, .cannotCreate)
    }
  }

  private mutating func flush() throws(Findings) {
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    do throws(SystemError) {
      if stream >= 0 { try DescriptorWriter.write(bytes, to: stream) }
      try aside?.write(bytes)
    } catch {
      // A reader that has gone (`--rejects >(head)`) is no failure.
      if stream >= 0, error.number == EPIPE { return }
      throw Self.failure(RejectsRule.writeFailed, path, error, .inputOutput)
    }
  }

  private static func failure(
    _ rule: (String) -> RejectsRule, _ path: String, _ error: SystemError, _ kind: FailureKind
  ) -> Findings {
    Findings([Finding(rule(error.text), at: Place(file: path))], kind: kind)
  }
}
