import Glibc
public import ShihyoModel

/// A file that is there as a whole or not at all: written aside in the same folder, synced, renamed over the old one.
///
/// - Mode: a new file gets what the umask allows; an old one keeps its mode. A symbolic link stays, its target is replaced.
/// - Devices and pipes (`/dev/stdout`, a named pipe) are written to directly.
/// - Errors: `output.cannot-create`, `output.is-directory` (73), `output.write-failed` (74), each with the path as typed; what
///   stood there before is untouched.
public enum AtomicOutput {
  /// - Parameter isConfidential: the file is for its owner alone (mode 0600), whatever it was before.
  public static func write(_ text: String, to path: String, isConfidential: Bool = false) throws(Findings) {
    try write(bytes: Array(text.utf8), to: path, isConfidential: isConfidential)
  }

  public static func write(bytes: [UInt8], to path: String, isConfidential: Bool = false) throws(Findings) {
    do {
      let target = try OutputTarget(path: path)
      switch target.kind {
      case .stream: try writeDirectly(bytes, to: path)
      case .file(let oldMode): try replace(target.path, with: bytes, oldMode: isConfidential ? 0o600 : oldMode)
      }
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  /// As `write`, piece by piece.
  public static func stream(
    to path: String, isConfidential: Bool = false, _ body: (inout ByteSink) -> Void
  ) throws(Findings) {
    do {
      let target = try OutputTarget(path: path)
      switch target.kind {
      case .stream: try streamDirectly(to: path, body)
      case .file(let oldMode): try replace(target.path, oldMode: isConfidential ? 0o600 : oldMode, body)
      }
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  /// As `write`, but a file that is there already is an error (`output.exists`): what a person has edited is never replaced.
  public static func writeNew(_ text: String, to path: String) throws(Findings) {
    do throws(OutputRule) {
      guard case .file(nil) = try OutputTarget(path: path).kind else { throw .exists }
      try create(path, with: text)
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  private static func create(_ path: String, with text: String) throws(OutputRule) {
    let aside = try AsideFile(besides: path)
    defer { aside.remove() }
    do { try aside.write(Array(text.utf8), mode: nil) } catch { throw .writeFailed(reason: error.text) }
    // A link fails where a file has come to be in the meantime; a rename would replace it.
    guard link(aside.path, path) == 0 else {
      throw errno == EEXIST ? .exists : .cannotCreate(reason: SystemError(number: errno).text)
    }
    syncFolder(of: path)
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(OutputRule) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotCreate(reason: SystemError(number: errno).text) }
    defer { close(descriptor) }
    _ = try StandardOutput.write(bytes, to: descriptor)
  }

  private static func streamDirectly(to path: String, _ body: (inout ByteSink) -> Void) throws(OutputRule) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotCreate(reason: SystemError(number: errno).text) }
    defer { close(descriptor) }
    var sink = ByteSink { bytes throws(OutputRule) in try StandardOutput.write(bytes, to: descriptor) }
    body(&sink)
    try sink.finish()
  }

  private static func replace(
    _ path: String, oldMode: mode_t?, _ body: (inout ByteSink) -> Void
  ) throws(OutputRule) {
    let aside = try AsideFile(besides: path)
    var sink = ByteSink { bytes throws(OutputRule) in
      do throws(SystemError) { try aside.append(bytes) } catch { throw .writeFailed(reason: error.text) }
      return true
    }
    body(&sink)
    do throws(OutputRule) {
      try sink.finish()
    } catch {
      aside.abandon()
      throw error
    }
    try settle(aside, writing: [], at: path, oldMode: oldMode)
  }

  private static func replace(_ path: String, with bytes: [UInt8], oldMode: mode_t?) throws(OutputRule) {
    try settle(try AsideFile(besides: path), writing: bytes, at: path, oldMode: oldMode)
  }

  /// Writes the last bytes and gives the file its name.
  private static func settle(
    _ aside: AsideFile, writing bytes: [UInt8], at path: String, oldMode: mode_t?
  ) throws(OutputRule) {
    do {
      try aside.write(bytes, mode: oldMode)
    } catch {
      aside.remove()
      throw .writeFailed(reason: error.text)
    }
    do { try aside.rename(to: path) } catch { throw .cannotCreate(reason: error.text) }
    syncFolder(of: path)
  }

  /// So that the new name survives a power cut. Some file systems cannot do it; the file itself is safe then.
  private static func syncFolder(of path: String) {
    let descriptor = open(OutputTarget.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
