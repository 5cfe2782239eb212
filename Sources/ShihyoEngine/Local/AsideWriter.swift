import Glibc
import ShihyoModel

/// A file that is written aside, and put in its place only when all of it is there.
///
/// - Safety: mode 0600, since a rejected row may hold anything (design.md, section 8).
struct AsideWriter: ~Copyable {
  private let path: String
  private let aside: String
  private var descriptor: Int32
  private var pending: [UInt8] = []

  init(path: String) throws(Findings) {
    self.path = path
    var template = Array((path + ".XXXXXX").utf8CString)
    var opened: Int32 = -1
    let made = TemporaryFiles.making {
      opened = mkstemp(&template)
      return opened < 0 ? nil : String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    descriptor = opened
    aside = made ?? ""
    guard made != nil else { throw Self.failure(RejectsRule.cannotCreate, path, .cannotCreate) }
  }

  mutating func write(_ bytes: some Sequence<UInt8>) throws(Findings) {
    pending.append(contentsOf: bytes)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Puts the file in its place, instead of one that is there.
  mutating func finish() throws(Findings) {
    try flush()
    guard fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw Self.failure(RejectsRule.writeFailed, path, .inputOutput)
    }
    descriptor = -1
    let failure = TemporaryFiles.settle(aside) { () -> Findings? in
      if rename(aside, path) == 0 { return nil }
      let failure = Self.failure(RejectsRule.cannotCreate, path, .cannotCreate)
      unlink(aside)
      return failure
    }
    if let failure { throw failure }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    _ = TemporaryFiles.settle(aside) { unlink(aside) }
  }

  private mutating func flush() throws(Findings) {
    var written = 0
    while written < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(RejectsRule.writeFailed, path, .inputOutput) }
      written += count
    }
    pending.removeAll(keepingCapacity: true)
  }

  private static func failure(
    _ rule: (String) -> RejectsRule, _ path: String, _ kind: FailureKind
  ) -> Findings {
    Findings([Finding(rule(String(cString: strerror(errno))), at: Place(file: path))], kind: kind)
  }
}
