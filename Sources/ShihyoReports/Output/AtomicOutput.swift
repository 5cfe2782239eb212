import Glibc
import ShihyoEngine
public import ShihyoModel

/// A file that is there as a whole or not at all: written aside in the same folder, synced, renamed over the old one.
///
/// - Mode: a new file gets what the umask allows; an old one keeps its mode, and its owner where the system lets us give it.
///   A symbolic link stays, its target is replaced.
/// - Devices and pipes (`/dev/stdout`, a named pipe) are written to directly.
/// - Errors: `output.cannot-create`, `output.is-directory`, `output.published` (73), `output.write-failed` (74), each with the
///   path as typed; what
///   stood there before is untouched. `output.not-secured` (74): it is in its place, but the disk does not vouch for the name.
public enum AtomicOutput {
  /// - Parameter isConfidential: the file is for its owner alone (mode 0600), whatever it was before.
  public static func write(_ text: String, to path: String, isConfidential: Bool = false) throws(Findings) {
    try write(bytes: Array(text.utf8), to: path, isConfidential: isConfidential)
  }

  public static func write(bytes: [UInt8], to path: String, isConfidential: Bool = false) throws(Findings) {
    try stream(to: path, isConfidential: isConfidential) { $0.append(bytes) }
  }

  /// As `write`, piece by piece: `body` appends to the sink.
  public static func stream(
    to path: String, isConfidential: Bool = false, _ body: (inout ByteSink) -> Void
  ) throws(Findings) {
    try PublishedFolder.refuse(path)
    do throws(OutputRule) {
      let target = try target(path)
      switch target.kind {
      case .stream: try writeDirectly(to: path, body)
      case .file(var old):
        if isConfidential { old?.mode = 0o600 }
        try replace(target.path, old: old, mode: isConfidential ? 0o600 : 0o666, body)
      }
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  /// Several files that belong together: all are whole and on the disk before the first one is put in its place.
  ///
  /// - Errors: as `write`, nothing is changed then; `output.partly-replaced` where a file cannot be put in its place after
  ///   others were, with their names. Streams are not for this: they are refused.
  public static func write(all files: [(path: String, text: String)]) throws(Findings) {
    // Editions too: what a person accepts (`verify --accept`) is written into their ledgers.
    var written: [String] = []
    try replace(files[...], &written)
    for (path, _) in files {
      do throws(OutputRule) { try secure(try target(path).path) } catch {
        throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
      }
    }
  }

  /// - Parameter written: the files that are in their places.
  private static func replace(
    _ files: ArraySlice<(path: String, text: String)>, _ written: inout [String]
  ) throws(Findings) {
    guard let (path, text) = files.first else { return }
    // What the others throw says of which of them it is.
    var ofOthers: Findings?
    do throws(OutputRule) {
      let target = try target(path)
      guard case .file(let old) = target.kind else { throw .cannotCreate(reason: SystemError(number: EINVAL).text) }
      var file = try aside(besides: target.path, old: old, mode: 0o666) { $0.append(text) }
      do { try replace(files.dropFirst(), &written) } catch { ofOthers = error }
      if ofOthers == nil {
        do { try file.rename(to: target.path) } catch {
          throw written.isEmpty
            ? .cannotCreate(reason: error.text) : .partlyReplaced(written: written, reason: error.text)
        }
        written.append(path)
      }
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
    if let ofOthers { throw ofOthers }
  }

  /// As `write`, but a file that is there already is an error (`output.exists`): what a person has edited is never replaced.
  public static func writeNew(_ text: String, to path: String) throws(Findings) {
    try PublishedFolder.refuse(path)
    do throws(OutputRule) {
      guard case .file(nil) = try target(path).kind else { throw .exists }
      try create(path, with: text)
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  private static func target(_ path: String) throws(OutputRule) -> OutputTarget {
    do { return try OutputTarget(path: path) } catch {
      throw error.number == EISDIR ? .isDirectory : .cannotCreate(reason: error.text)
    }
  }

  /// Whole and on the disk, but not yet in its place.
  private static func aside(
    besides path: String, old: FileOwner?, mode: mode_t, _ body: (inout ByteSink) -> Void
  ) throws(OutputRule) -> AsideFile {
    let file: AsideFile
    do { file = try AsideFile(besides: path, mode: mode) } catch { throw .cannotCreate(reason: error.text) }
    let descriptor = file.descriptor
    var sink = ByteSink { bytes throws(OutputRule) in
      do throws(SystemError) { try DescriptorWriter.write(bytes, to: descriptor) } catch {
        throw .writeFailed(reason: error.text)
      }
      return true
    }
    body(&sink)
    try sink.finish()
    do { try file.sync(like: old) } catch { throw .writeFailed(reason: error.text) }
    return file
  }

  private static func create(_ path: String, with text: String) throws(OutputRule) {
    let file = try aside(besides: path, old: nil, mode: 0o666) { $0.append(text) }
    // A link fails where a file has come to be in the meantime; a rename would replace it.
    guard link(file.path, path) == 0 else {
      throw errno == EEXIST ? .exists : .cannotCreate(reason: SystemError.last.text)
    }
    try secure(path)
  }

  private static func writeDirectly(to path: String, _ body: (inout ByteSink) -> Void) throws(OutputRule) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotCreate(reason: SystemError.last.text) }
    defer { close(descriptor) }
    var sink = ByteSink { bytes throws(OutputRule) in try StandardOutput.write(bytes, to: descriptor) }
    body(&sink)
    try sink.finish()
  }

  private static func replace(
    _ path: String, old: FileOwner?, mode: mode_t, _ body: (inout ByteSink) -> Void
  ) throws(OutputRule) {
    var file = try aside(besides: path, old: old, mode: mode, body)
    do { try file.rename(to: path) } catch { throw .cannotCreate(reason: error.text) }
    try secure(path)
  }

  private static func secure(_ path: String) throws(OutputRule) {
    do { try FolderSync.sync(OutputTarget.folder(of: path)) } catch { throw .notSecured(reason: error.text) }
  }
}
