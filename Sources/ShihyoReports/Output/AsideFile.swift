import Glibc

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
      let opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if opened >= 0 {
        path = candidate
        descriptor = opened
        return
      }
      guard errno == EEXIST || errno == EINTR else { throw .cannotCreate(reason: SystemError(number: errno).text) }
    }
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

  func remove() { unlink(path) }
}
