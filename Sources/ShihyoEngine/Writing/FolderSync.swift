import Glibc

/// Puts the names of a folder on the disk, so that a rename survives a power cut.
package enum FolderSync {
  /// - Errors: a failure of the disk. Where a folder cannot be synced at all (some file systems, a folder that may not be
  ///   read), the file itself is safe and nothing is said.
  package static func sync(_ folder: String) throws(SystemError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == EACCES { return }
      throw .last
    }
    defer { close(descriptor) }
    guard fsync(descriptor) != 0 else { return }
    let failure = SystemError.last
    if [EINVAL, ENOTSUP, ENOSYS, EROFS, EBADF].contains(failure.number) { return }
    throw failure
  }
}
