package import Glibc

/// A new hidden file beside the one that it is to replace: the same folder, so that renaming is one step.
///
/// Noncopyable: it is put in its place once, or it is gone. It is locked as long as it lives, so that another run can tell
/// what a killed one left behind (`StaleOutputs`) from what is being written.
package struct AsideFile: ~Copyable {
  package let path: String
  /// To be written to as long as the file lives.
  package let descriptor: Int32
  private var isSettled = false

  /// - Parameter mode: before the umask or the folder's default rights.
  package init(besides target: String, mode: mode_t = 0o666) throws(SystemError) {
    let folder = OutputTarget.folder(of: target)
    StaleOutputs.remove(in: folder)
    while true {
      let candidate = AsideName.make(in: folder)
      var (opened, failure): (Int32, Int32) = (-1, 0)
      let made = TemporaryFiles.making {
        opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        failure = errno
        return opened < 0 ? nil : candidate
      }
      guard let made else {
        guard failure == EEXIST || failure == EINTR else { throw SystemError(number: failure) }
        continue
      }
      if AsideName.hold(opened) {
        path = made
        descriptor = opened
        return
      }
      TemporaryFiles.settle(made) {}
      close(opened)
    }
  }

  package func write(_ bytes: [UInt8]) throws(SystemError) { try DescriptorWriter.write(bytes, to: descriptor) }

  /// All of it is on the disk afterwards, with the mode and the owner of what it is to replace.
  package func sync(like old: FileOwner?) throws(SystemError) {
    try old?.give(to: descriptor)
    if fsync(descriptor) != 0 { throw .last }
  }

  /// Gives it the name of what it replaces.
  package mutating func rename(to target: String) throws(SystemError) {
    let failure = TemporaryFiles.settle(path) { () -> SystemError? in
      Glibc.rename(path, target) == 0 ? nil : .last
    }
    // Where it failed, the file still has to go.
    if let failure {
      unlink(path)
      isSettled = true
      throw failure
    }
    isSettled = true
  }

  deinit {
    if !isSettled { _ = TemporaryFiles.settle(path) { unlink(path) } }
    close(descriptor)
  }
}

/// Names and locks of what is written aside.
package enum AsideName {
  static let (start, end) = (".shihyo-", ".part")

  package static func make(in folder: String) -> String {
    folder + "/" + start + String(UInt32.random(in: .min ... .max), radix: 36) + end
  }

  static func isOne(_ name: String) -> Bool { name.hasPrefix(start) && name.hasSuffix(end) }

  /// - Returns: false where another run took the new file for a stale one and removed it.
  package static func hold(_ descriptor: Int32) -> Bool {
    // A file system without locks keeps others from removing, too.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }
}
