import Glibc

/// What a killed run left behind: files and folders that were written aside and never got their names.
///
/// The next run that writes into the same folder removes them. What another run is writing just now is locked by it and stays.
package enum StaleOutputs {
  /// - Parameter isOurs: names that a run writes into a folder; a folder with others stays. nil: folders are not looked at.
  /// - Cost: one reading of the folder.
  package static func remove(in folder: String, isOurs: ((String) -> Bool)? = nil) {
    for name in FolderNames.all(in: folder) where AsideName.isOne(name) { remove(folder + "/" + name, isOurs) }
  }

  /// Folders of one's own that a killed run left in a folder for temporary files, by their names.
  package static func removeFolders(in folder: String, isOne: (String) -> Bool) {
    for name in FolderNames.all(in: folder) where isOne(name) { remove(folder + "/" + name) { _ in true } }
  }

  private static func remove(_ path: String, _ isOurs: ((String) -> Bool)?) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid == geteuid() else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard isFolder ? isOurs != nil : status.st_mode & S_IFMT == S_IFREG else { return }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    // The name may have gone to another file meanwhile.
    var held = stat()
    guard fstat(descriptor, &held) == 0, lstat(path, &status) == 0, held.st_ino == status.st_ino,
      held.st_dev == status.st_dev
    else { return }
    if !isFolder {
      unlink(path)
    } else if let isOurs, FolderNames.all(in: path).allSatisfy(isOurs) {
      FolderNames.removeFolder(path)
    }
  }
}

/// The names in a folder, and folders that hold files only.
package enum FolderNames {
  /// In byte order, hidden ones too; empty where there is no folder.
  package static func all(in path: String) -> [String] {
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

  /// - Returns: false where something in it is no file and stays.
  @discardableResult
  package static func removeFolder(_ path: String) -> Bool {
    for name in all(in: path) { unlink(path + "/" + name) }
    return rmdir(path) == 0
  }
}
