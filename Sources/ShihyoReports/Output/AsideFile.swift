import Glibc
import ShihyoEngine

/// A new hidden file beside the one that it is to replace: the same folder, so that renaming is one step.
struct AsideFile {
  let path: String
  private let descriptor: Int32

  /// Created with what the umask (or the folder's default rights) allows.
  init(besides target: String) throws(OutputRule) {
    let folder = OutputTarget.folder(of: target)
    while true {
      let number = String(UInt32.random(in: .min ... .max), radix: 36)
      let candidate = folder + "/.shihyo-" + number + ".part"
      var (opened, failure): (Int32, Int32) = (-1, 0)
      let made = TemporaryFiles.making {
        opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        failure = errno
        return opened < 0 ? nil : candidate
      }
      if let made {
        path = made
        descriptor = opened
        return
      }
      guard failure == EEXIST || failure == EINTR else {
        throw .cannotCreate(reason: SystemError(number: failure).text)
      }
    }
  }

  /// Writes the first bytes; `write` or `abandon` follows.
  func append(_ bytes: [UInt8]) throws(SystemError) { try DescriptorWriter.write(bytes, to: descriptor) }

  /// Closes and removes it.
  func abandon() {
    close(descriptor)
    remove()
  }

  /// Writes, syncs and closes.
  func write(_ bytes: [UInt8], mode: mode_t?) throws(SystemError) {
    var failure: SystemError?
    do {
      try DescriptorWriter.write(bytes, to: descriptor)
      if let mode, fchmod(descriptor, mode) != 0 { failure = SystemError(number: errno) }
      if failure == nil, fsync(descriptor) != 0 { failure = SystemError(number: errno) }
    } catch {
      failure = error
    }
    if close(descriptor) != 0, failure == nil { failure = SystemError(number: errno) }
    if let failure { throw failure }
  }

  func remove() { _ = TemporaryFiles.settle(path) { unlink(path) } }

  /// Gives it the name of what it replaces.
  ///
  /// - Throws: the system's error number; then it is gone.
  func rename(to target: String) throws(SystemError) {
    let failure = TemporaryFiles.settle(path) { () -> Int32? in
      if Glibc.rename(path, target) == 0 { return nil }
      let failure = errno
      unlink(path)
      return failure
    }
    if let failure { throw SystemError(number: failure) }
  }
}
