import Glibc
import ShihyoEngine
package import ShihyoModel

/// Bytes and SHA-256 of an input file.
package struct FileDigest: Hashable {
  package let path: String
  package let bytes: Int
  package let sha256: String

  /// - Errors: the system's reason why the file cannot be read (74); a device or a pipe has no end, or no second reading.
  package init(path: String) throws(Findings) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.failure(path, SystemError(number: errno).text) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, SystemError(number: errno).text) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Self.failure(path, "not a regular file") }
    var hash = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.failure(path, SystemError(number: errno).text) }
      if count == 0 { break }
      total += count
      block.withUnsafeBufferPointer { hash.update(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
    self.path = path
    bytes = total
    sha256 = hash.finish()
  }

  private static func failure(_ path: String, _ reason: String) -> Findings {
    let rule = LedgerRule.inputUnreadable(reason)
    return Findings([Finding(rule, at: Place(file: path), text: path)], kind: .inputOutput)
  }
}
