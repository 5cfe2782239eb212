import Glibc
public import ShihyoModel

/// Writes rejected records as read: aside first, and under the name asked for only when all of them are there.
///
/// - Safety: mode 0600, since a rejected row may hold anything (design.md, section 8).
/// - Order: file order. A record without a line end gets one.
struct RejectsWriter: ~Copyable {
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

  mutating func write(_ record: [UInt8]) throws(Findings) {
    pending.append(contentsOf: record)
    if let last = record.last, last != 0x0A, last != 0x0D { pending.append(0x0A) }
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

/// What can go wrong with the file of rejected rows.
public enum RejectsRule: FindingRule {
  case cannotCreate(String)
  case writeFailed(String)

  public static let examples: [RejectsRule] = [
    .cannotCreate("Permission denied"), .writeFailed("No space left on device"),
  ]

  public var code: String {
    switch self {
    case .cannotCreate: "rejects.cannot-create"
    case .writeFailed: "rejects.write-failed"
    }
  }
  public var message: Bilingual {
    switch self {
    case .cannotCreate(let reason):
      Bilingual(ja: "除外した行のファイルを作れません (\(reason))", en: "the file of rejected rows cannot be created (\(reason))")
    case .writeFailed(let reason):
      Bilingual(ja: "除外した行を書けませんでした (\(reason))", en: "the rejected rows could not be written (\(reason))")
    }
  }
  public var hint: Bilingual {
    switch self {
    case .cannotCreate:
      Bilingual(
        ja: "書き込めるフォルダーのファイル名を --rejects に指定してください", en: "give --rejects a file in a folder that you may write to")
    case .writeFailed:
      Bilingual(ja: "ディスクの空きを確かめてください", en: "check that the disk has room")
    }
  }
}
