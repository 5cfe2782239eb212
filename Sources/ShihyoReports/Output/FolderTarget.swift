import Glibc
import ShihyoEngine

/// The place of a folder of outputs, and what stands there.
struct FolderTarget {
  /// With symbolic links followed where something is there; no slash at the end.
  let path: String
  /// Where the old folder stands between two renames, on a file system that cannot exchange.
  let aside: String

  /// - Errors: `output.cannot-create` for an empty name and for a link to nothing, `output.working-folder`.
  init(_ typed: String) throws(OutputRule) {
    guard !typed.isEmpty, !typed.utf8.contains(0) else {
      throw .cannotCreate(reason: SystemError(number: ENOENT).text)
    }
    var path = typed
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      path = String(cString: resolved)
      // The folder is exchanged as a whole: whoever stands in it would stand in the old one.
      if let working = getcwd(nil, 0) {
        defer { free(working) }
        if (String(cString: working) + "/").hasPrefix(path == "/" ? path : path + "/") { throw .workingFolder }
      }
    } else if errno != ENOENT {
      throw .cannotCreate(reason: SystemError.last.text)
    } else {
      var status = stat()
      // A link to nothing: making its target would be a guess.
      if lstat(path, &status) == 0 { throw .cannotCreate(reason: SystemError(number: ENOENT).text) }
    }
    self.path = path
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    aside = OutputTarget.folder(of: path) + "/." + name + ".shihyo-old"
  }

  /// Whether a folder is there that may be replaced.
  ///
  /// - Errors: something else is there (`output.cannot-create`), or a folder with other things (`output.foreign-file`).
  func isThere(_ names: [String]) throws(OutputRule) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotCreate(reason: SystemError(number: ENOTDIR).text)
    }
    // A folder that its owner has write-protected is not exchanged; the system asks for rights on its parent only.
    guard access(path, R_OK | W_OK | X_OK) == 0 else { throw .cannotCreate(reason: SystemError.last.text) }
    if let foreign = Self.foreignName(in: path, ours: names) { throw .foreignFile(foreign) }
    for name in names where access(path + "/" + name, W_OK) != 0 && errno != ENOENT {
      throw .cannotCreate(reason: SystemError.last.text)
    }
    return true
  }

  /// What a killed run moved away and did not replace comes back.
  func putBack() {
    var status = stat()
    guard lstat(path, &status) != 0, lstat(aside, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    rename(aside, path)
  }

  /// Something that no run wrote: another name, or a folder of one of these names; nil where there is none.
  static func foreignName(in path: String, ours: [String]) -> String? {
    FolderNames.all(in: path).first { name in
      guard ours.contains(name) else { return true }
      var status = stat()
      return lstat(path + "/" + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }
}

/// Two folders change their names in one step.
enum FolderExchange {
  /// Swift's module of the C library does not show `renameat2`, so it is looked up by name; 2 is RENAME_EXCHANGE.
  ///
  /// - Returns: nil where they have changed names.
  static func exchange(_ first: String, _ second: String) -> SystemError? {
    typealias Exchange = @convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt
    guard let symbol = dlsym(nil, "renameat2") else { return SystemError(number: ENOSYS) }
    return unsafeBitCast(symbol, to: Exchange.self)(AT_FDCWD, first, AT_FDCWD, second, 2) == 0 ? nil : .last
  }

  /// The system or the file system does not know how.
  static func isUnknown(_ failure: SystemError) -> Bool {
    [ENOSYS, EINVAL, ENOTSUP].contains(failure.number)
  }
}
