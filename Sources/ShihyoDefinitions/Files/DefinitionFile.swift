import Glibc
package import ShihyoModel

/// Reads definition files and asks the system what a path is, without Foundation.
package enum DefinitionFile {
  /// The bytes of a regular file.
  package static func read(_ path: String, limit: Int = JSONReader.sizeLimit) throws(Findings) -> [UInt8] {
    // A pipe would block for ever: a definition is a file.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw failure(.isFolder, path)
    default: throw failure(.notAFile, path)
    }
    guard status.st_size <= limit else {
      throw Findings([Finding(JSONRule.tooLarge(limit: limit), at: Place(file: path))])
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, errno) }
      if count == 0 { break }
      bytes.append(contentsOf: block[0..<count])
    }
    return bytes
  }

  private static func failure(_ path: String, _ code: Int32) -> Findings {
    switch code {
    case ENOENT, ENOTDIR: failure(.notFound, path)
    case EACCES, EPERM: failure(.notReadable, path)
    case EISDIR: failure(.isFolder, path)
    default: failure(.readingFailed(String(cString: strerror(code))), path)
    }
  }

  private static func failure(_ rule: DefinitionFileRule, _ path: String) -> Findings {
    Findings([Finding(rule, at: Place(file: path), text: path)], kind: rule.kind)
  }

  package static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
  package static func exists(_ path: String) -> Bool { mode(path) != nil }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The path after every symbolic link; nil where nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// Names in a folder, in byte order, without hidden ones; empty where there is no folder.
  package static func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else { return [] }
    defer { closedir(handle) }
    var names: [Label] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
      }
      if let name, !name.hasPrefix(".") { names.append(Label(name)) }
    }
    return names.sorted().map(\.text)
  }
}
