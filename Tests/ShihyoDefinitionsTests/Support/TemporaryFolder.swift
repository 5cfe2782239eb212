import Glibc

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() {
    var template = Array("/tmp/shihyo-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp/shihyo-test"
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let handle = opendir(path) {
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        var status = stat()
        let full = path + "/" + name
        guard name != ".", name != "..", lstat(full, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { remove(full) } else { unlink(full) }
      }
      closedir(handle)
    }
    rmdir(path)
  }

  /// Writes a file, with its folders, and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) -> String {
    let full = path + "/" + name
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    if let file = fopen(full, "w") {
      fputs(text, file)
      fclose(file)
    }
    return full
  }

  func link(_ name: String, to target: String) { symlink(target, path + "/" + name) }
}
