import Glibc
import ShihyoEngine
public import ShihyoModel

/// A folder of outputs that is there as a whole or not at all: written aside, synced, and exchanged with the old one in one
/// step where the system can (renameat2), else renamed after the old one has been moved away.
///
/// Files that an earlier run left in the folder are gone afterwards: the folder holds one run.
/// - Errors: `output.cannot-create` (73), `output.write-failed` (74); what stood there before is untouched.
public enum AtomicFolder {
  ///
  /// - Parameter names: of the files that an earlier run may have left in the folder; it is replaced only where it holds no other.
  public static func write(
    _ files: [OutputFile], to path: String, replacing names: [String] = ReportOutputs.names
  ) throws(Findings) {
    do {
      try replace(path, with: files, names: names + files.map(\.name))
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  /// Writes a folder that must not be there yet; what stands there is never touched.
  ///
  /// - Returns: false where something of that name is there already.
  static func writeNew(_ files: [OutputFile], to path: String) throws(Findings) -> Bool {
    do throws(OutputRule) {
      let aside = try filled(files, besides: path)
      // Renaming takes the place of an empty folder only: an edition holds files.
      if rename(aside, path) == 0 { return true }
      let number = errno
      remove(aside)
      if [EEXIST, ENOTEMPTY, ENOTDIR].contains(number) { return false }
      throw .cannotCreate(reason: SystemError(number: number).text)
    } catch {
      throw Findings([Finding(error, at: Place(file: path))], kind: error.kind)
    }
  }

  private static func replace(_ typed: String, with files: [OutputFile], names: [String]) throws(OutputRule) {
    var path = typed
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFDIR {
      throw .cannotCreate(reason: SystemError(number: ENOTDIR).text)
    }
    // Replacing a folder that holds other things would lose them.
    if isThere, let foreign = Self.names(in: path).first(where: { !names.contains($0) }) { throw .foreignFile(foreign) }
    let aside = try filled(files, besides: path)
    do throws(OutputRule) {
      try exchange(aside, path, isThere: isThere)
    } catch {
      TemporaryFiles.settle(aside) { remove(aside) }
      throw error
    }
  }

  /// As one step for whoever stops the process, too: nothing is removed between two renames.
  /// A new folder beside `path` that holds the files; it is gone again where one cannot be written.
  private static func filled(_ files: [OutputFile], besides path: String) throws(OutputRule) -> String {
    let aside = try newFolder(besides: path)
    for file in files {
      do throws(Findings) {
        try AtomicOutput.write(bytes: file.bytes, to: aside + "/" + file.name)
      } catch {
        remove(aside)
        throw .writeFailed(reason: error.findings.first?.message.en ?? "")
      }
    }
    return aside
  }

  private static func exchange(_ aside: String, _ path: String, isThere: Bool) throws(OutputRule) {
    let failure = TemporaryFiles.settle(aside) { () -> OutputRule? in
      let failed = { OutputRule.cannotCreate(reason: SystemError(number: errno).text) }
      guard isThere else { return rename(aside, path) == 0 ? nil : failed() }
      if exchangeInOneStep(aside, path) {
        remove(aside)
        return nil
      }
      let old = aside + ".old"
      guard rename(path, old) == 0 else { return failed() }
      guard rename(aside, path) == 0 else {
        let failure = failed()
        rename(old, path)
        return failure
      }
      remove(old)
      return nil
    }
    if let failure { throw failure }
  }

  /// false where the system or the file system cannot. Swift's module of the C library does not show `renameat2`, so it is
  /// looked up by name; 2 is RENAME_EXCHANGE.
  private static func exchangeInOneStep(_ first: String, _ second: String) -> Bool {
    typealias Exchange = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    guard let symbol = dlsym(nil, "renameat2") else { return false }
    return unsafeBitCast(symbol, to: Exchange.self)(AT_FDCWD, first, AT_FDCWD, second, 2) == 0
  }

  private static func newFolder(besides path: String) throws(OutputRule) -> String {
    let parent = OutputTarget.folder(of: path)
    while true {
      let candidate = parent + "/.shihyo-" + String(UInt32.random(in: .min ... .max), radix: 36) + ".part"
      var failure: Int32 = 0
      let made = TemporaryFiles.making {
        if mkdir(candidate, 0o777) == 0 { return candidate }
        failure = errno
        return nil
      }
      if let made { return made }
      guard failure == EEXIST || failure == EINTR else {
        throw .cannotCreate(reason: SystemError(number: failure).text)
      }
    }
  }

  private static func names(in path: String) -> [String] {
    guard let handle = opendir(path) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// A folder of files only, which is all that is ever written.
  private static func remove(_ path: String) {
    for name in names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }
}
