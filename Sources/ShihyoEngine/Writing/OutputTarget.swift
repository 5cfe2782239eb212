package import Glibc

/// What stands at the place where an output is to go.
package struct OutputTarget {
  package enum Kind {
    /// nil: there is no file yet.
    case file(old: FileOwner?)
    /// A device or a pipe: written to, never replaced.
    case stream
  }

  /// With symbolic links followed, also to a file that does not exist yet.
  package let path: String
  package let kind: Kind

  /// - Errors: the system's number; EISDIR where a folder stands there, EACCES where its owner has write-protected the file.
  package init(path typed: String) throws(SystemError) {
    guard !typed.isEmpty, !typed.utf8.contains(0) else { throw SystemError(number: ENOENT) }
    var status = stat()
    // A link of the system to a pipe (/dev/stdout) names no path that could be followed.
    if stat(typed, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      path = typed
      kind = .stream
      return
    }
    let resolved = try Self.followLinks(typed)
    path = resolved
    guard stat(resolved, &status) == 0 else {
      guard errno == ENOENT, resolved.utf8.last != UInt8(ascii: "/") else { throw .last }
      kind = .file(old: nil)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw SystemError(number: EISDIR)
    case S_IFREG:
      // Renaming would replace a file that its owner has write-protected; root is not asked by `access`.
      guard access(resolved, W_OK) == 0 else { throw .last }
      kind = .file(old: FileOwner(status))
    default: kind = .stream
    }
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func followLinks(_ typed: String) throws(SystemError) -> String {
    var path = typed
    for _ in 0..<40 {
      guard let next = link(at: path) else { return path }
      path = next.hasPrefix("/") ? next : folder(of: path) + "/" + next
    }
    throw SystemError(number: ELOOP)
  }

  /// nil where `path` is no symbolic link.
  private static func link(at path: String) -> String? {
    var characters = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &characters, characters.count)
    guard count > 0, count < characters.count else { return nil }
    return String(validating: characters[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// What a file or folder keeps when it is replaced: its mode, and its owner and group where the system lets us give them.
package struct FileOwner: Hashable {
  package var mode: mode_t
  private let user: uid_t
  private let group: gid_t

  package init(_ status: stat) {
    mode = status.st_mode & 0o7777
    user = status.st_uid
    group = status.st_gid
  }

  /// The owner first: changing it takes bits of the mode away.
  package func give(to descriptor: Int32) throws(SystemError) {
    if fchown(descriptor, user, group) != 0 { _ = fchown(descriptor, .max, group) }
    if fchmod(descriptor, mode) != 0 { throw .last }
  }
}
