import Glibc
import ShihyoEngine
public import ShihyoModel

/// A folder of outputs that is there as a whole or not at all: written aside, synced, and exchanged with the old one in one
/// step (renameat2).
///
/// Files that an earlier run left in the folder are gone afterwards: the folder holds one run. A symbolic link to a folder
/// stays, its target is replaced; modes of the folder and of its files are kept.
/// - Fallback: where the file system cannot exchange, the old folder is moved to `.NAME.shihyo-old` beside it before the new
///   one takes its name. A run that is killed between the two leaves it there, and the next one puts it back first.
/// - Errors: `output.published`, `output.cannot-create`, `output.foreign-file`, `output.working-folder` (73),
///   `output.write-failed` (74); what stood there before is untouched. `output.not-secured` (74): in its place, but the disk does not vouch for the name.
public enum AtomicFolder {
  /// - Parameter names: of the files that an earlier run may have left in the folder; it is replaced only where it holds no other.
  public static func write(
    _ files: [OutputFile], to path: String, replacing names: [String] = ReportOutputs.names
  ) throws(Findings) {
    try PublishedFolder.refuse(path)
    do {
      try replace(try FolderTarget(path), with: files, names: names + files.map(\.name))
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  /// Writes a folder that must not be there yet; what stands there is never touched.
  ///
  /// - Returns: false where something of that name is there already.
  public static func writeNew(_ files: [OutputFile], to path: String) throws(Findings) -> Bool {
    // A folder that is there already is the caller's to name.
    try PublishedFolder.refuse(OutputTarget.folder(of: path))
    do throws(OutputRule) {
      var aside = try AsideFolder.filled(with: files, besides: path, like: nil)
      var isThere = false
      do throws(OutputRule) {
        try aside.settle { aside in
          // Renaming takes the place of an empty folder only: an edition holds files.
          if rename(aside, path) == 0 { return nil }
          isThere = [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno)
          return .cannotCreate(reason: SystemError.last.text)
        }
      } catch {
        if isThere { return false }
        throw error
      }
      try secure(OutputTarget.folder(of: path))
      return true
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  private static func replace(
    _ target: FolderTarget, with files: [OutputFile], names: [String]
  ) throws(OutputRule) {
    target.putBack()
    let isThere = try target.isThere(names)
    var aside = try AsideFolder.filled(with: files, besides: target.path, like: isThere ? target.path : nil)
    try aside.settle { aside in
      if !isThere, rename(aside, target.path) == 0 { return nil }
      if !isThere, ![EEXIST, ENOTEMPTY].contains(errno) { return failed() }
      // Another run may have made the folder since.
      do throws(OutputRule) { _ = try target.isThere(names) } catch { return error }
      return exchange(aside, target, names)
    }
    try secure(OutputTarget.folder(of: target.path))
  }

  private static func exchange(_ aside: String, _ target: FolderTarget, _ names: [String]) -> OutputRule? {
    if let failure = FolderExchange.exchange(aside, target.path) {
      guard FolderExchange.isUnknown(failure) else { return .cannotCreate(reason: failure.text) }
      guard rename(target.path, target.aside) == 0 else { return failed() }
      guard rename(aside, target.path) == 0 else {
        let failure = failed()
        target.putBack()
        return failure
      }
      return removeOld(
        target.aside, names, restore: { rename(target.path, aside) == 0 && rename($0, target.path) == 0 })
    }
    return removeOld(aside, names, restore: { FolderExchange.exchange($0, target.path) == nil })
  }

  /// Somebody may have put a file there since it was looked at: then everything goes back. Where it cannot, the old folder
  /// stays beside the new one, with all that is in it.
  private static func removeOld(_ old: String, _ names: [String], restore: (String) -> Bool) -> OutputRule? {
    if let foreign = FolderTarget.foreignName(in: old, ours: names) {
      return restore(old) ? .foreignFile(foreign) : nil
    }
    FolderNames.removeFolder(old)
    return nil
  }

  private static func failed() -> OutputRule { .cannotCreate(reason: SystemError.last.text) }

  private static func secure(_ folder: String) throws(OutputRule) {
    do { try FolderSync.sync(folder) } catch { throw .notSecured(reason: error.text) }
  }
}
