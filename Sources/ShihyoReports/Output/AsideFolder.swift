import Glibc
import ShihyoEngine

/// A new hidden folder beside the one that it is to replace, with files that are whole and on the disk.
///
/// Noncopyable: it is put in its place once, or it is gone with all that is in it. It is locked as long as it lives, as
/// `AsideFile` is.
struct AsideFolder: ~Copyable {
  let path: String
  private let descriptor: Int32
  private var isSettled = false

  private init(_ path: String, _ descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// - Parameter old: the folder that it is to replace; nil where there is none. Its mode, and those of its files of the same
  ///   names, are kept.
  static func filled(
    with files: [OutputFile], besides target: String, like old: String?
  ) throws(OutputRule) -> AsideFolder {
    let folder: AsideFolder
    do { folder = try make(in: OutputTarget.folder(of: target)) } catch { throw .cannotCreate(reason: error.text) }
    do throws(SystemError) {
      for file in files { try folder.fill(file, like: old.flatMap { owner($0 + "/" + file.name) }) }
      try old.flatMap(owner)?.give(to: folder.descriptor)
      if fsync(folder.descriptor) != 0 { throw .last }
    } catch {
      throw .writeFailed(reason: error.text)
    }
    return folder
  }

  deinit {
    if !isSettled { TemporaryFiles.settle(path) { _ = FolderNames.removeFolder(path) } }
    close(descriptor)
  }

  /// One step for whoever stops the process, too: nothing is removed while `body` moves folders.
  ///
  /// - Parameter body: puts the folder in its place; what it throws leaves it to be removed.
  mutating func settle(_ body: (String) -> OutputRule?) throws(OutputRule) {
    let failure = TemporaryFiles.settle(path) { () -> OutputRule? in
      let failure = body(path)
      if failure != nil { FolderNames.removeFolder(path) }
      return failure
    }
    isSettled = true
    if let failure { throw failure }
  }

  private static func make(in parent: String) throws(SystemError) -> AsideFolder {
    StaleOutputs.remove(in: parent, isOurs: ReportOutputs.isName)
    while true {
      let candidate = AsideName.make(in: parent)
      var failure: Int32 = 0
      let made = TemporaryFiles.making {
        if mkdir(candidate, 0o777) == 0 { return candidate }
        failure = errno
        return nil
      }
      guard let made else {
        guard failure == EEXIST || failure == EINTR else { throw SystemError(number: failure) }
        continue
      }
      let opened = open(made, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      let number = errno
      if opened >= 0, AsideName.hold(opened) { return AsideFolder(made, opened) }
      TemporaryFiles.settle(made) { _ = rmdir(made) }
      if opened >= 0 { close(opened) } else if number != ENOENT { throw SystemError(number: number) }
    }
  }

  private func fill(_ file: OutputFile, like old: FileOwner?) throws(SystemError) {
    let opened = openat(descriptor, file.name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw .last }
    defer { close(opened) }
    try DescriptorWriter.write(file.bytes, to: opened)
    try old?.give(to: opened)
    if fsync(opened) != 0 { throw .last }
  }

  private static func owner(_ path: String) -> FileOwner? {
    var status = stat()
    return stat(path, &status) == 0 ? FileOwner(status) : nil
  }
}
