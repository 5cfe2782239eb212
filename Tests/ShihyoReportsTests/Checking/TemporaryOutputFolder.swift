import Glibc

/// A flat folder that goes away with the test.
final class TemporaryOutputFolder {
  let path: String

  struct NotMade: Error {}

  init() throws {
    var template = Array("/tmp/shihyo-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw NotMade() }
    path = String(cString: made)
  }

  deinit {
    if let handle = opendir(path) {
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink(path + "/" + name) }
      }
      closedir(handle)
    }
    rmdir(path)
  }
}
