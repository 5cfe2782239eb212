import Glibc
import ShihyoEngine

/// A folder of one's own for files on their way, under `TMPDIR` or `/tmp`; nobody else may look into it.
///
/// Noncopyable, so that it is removed once, with all that lies in it. It is locked as long as it lives: what a killed run left
/// is not, and the next run removes it.
struct TemporaryFolder: ~Copyable {
  private static let start = "shihyo-work-"
  private static let randomLetters = 6
  let path: String
  private let descriptor: Int32

  init() throws(SystemError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    StaleOutputs.removeFolders(in: parent) {
      $0.hasPrefix(Self.start) && $0.utf8.count == Self.start.utf8.count + Self.randomLetters
    }
    while true {
      var template = Array((parent + "/" + Self.start + String(repeating: "X", count: Self.randomLetters)).utf8CString)
      var failure: Int32 = 0
      let made = TemporaryFiles.making { () -> String? in
        if mkdtemp(&template) == nil {
          failure = errno
          return nil
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
      guard let made else { throw SystemError(number: failure) }
      let opened = open(made, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      failure = errno
      if opened >= 0, AsideName.hold(opened) {
        path = made
        descriptor = opened
        return
      }
      // Another run took it for a stale one, or no more files may be open.
      TemporaryFiles.settle(made) { _ = rmdir(made) }
      if opened >= 0 { close(opened) } else if failure != ENOENT { throw SystemError(number: failure) }
    }
  }

  /// All that lies in it goes, folders within included; nothing of it is worth keeping.
  deinit {
    TemporaryFiles.settle(path) { Self.remove(path) }
    close(descriptor)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws(SystemError) {
    let descriptor = open(file(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    try DescriptorWriter.write(bytes, to: descriptor)
  }

  func read(_ name: String) throws(SystemError) -> [UInt8] {
    let descriptor = open(file(name), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError(number: errno) }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  private static func remove(_ path: String) {
    if let handle = opendir(path) {
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        guard name != ".", name != ".." else { continue }
        if unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
      }
      closedir(handle)
    }
    rmdir(path)
  }
}
