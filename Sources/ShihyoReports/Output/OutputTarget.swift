import Glibc

/// What stands at the place where an output is to go.
struct OutputTarget {
  enum Kind {
    /// nil: there is no file yet.
    case file(mode: mode_t?)
    /// A device or a pipe.
    case stream
  }

  /// With symbolic links followed, also to a file that does not exist yet.
  let path: String
  let kind: Kind

  init(path typed: String) throws(OutputRule) {
    guard !typed.isEmpty, !typed.utf8.contains(0) else {
      throw .cannotCreate(reason: SystemError(number: ENOENT).text)
    }
    let resolved = try Self.followLinks(typed)
    path = resolved
    var status = stat()
    guard stat(resolved, &status) == 0 else {
      guard errno == ENOENT, resolved.utf8.last != UInt8(ascii: "/") else {
        throw .cannotCreate(reason: SystemError(number: errno).text)
      }
      kind = .file(mode: nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isDirectory
    case S_IFREG:
      // Renaming would replace a file that its owner has write-protected.
      guard access(resolved, W_OK) == 0 else { throw .cannotCreate(reason: SystemError(number: errno).text) }
      kind = .file(mode: status.st_mode & 0o7777)
    default: kind = .stream
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func followLinks(_ typed: String) throws(OutputRule) -> String {
    var path = typed
    for _ in 0..<40 {
      guard let next = link(at: path) else { return path }
      path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
    }
    throw .cannotCreate(reason: SystemError(number: ELOOP).text)
  }

  /// nil where `path` is no symbolic link.
  private static func link(at path: String) -> String? {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &characters, characters.count)
    guard count > 0, count < characters.count else { return nil }
    return String(validating: characters[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
