import ShihyoModel

/// Keys seen so far and where each stood first, so that a second one is found at once.
///
/// - Memory: the distinct keys and 16 bytes each; it grows with the rows, because a key is as good as unique.
struct KeyIndex: Sendable {
  struct Stand: Sendable {
    let source: Int
    let line: Int
  }

  private var keys = ByteTable()
  private var stands: [Stand] = []

  /// Where the same key stood before; nil where it is new.
  mutating func add(_ key: KeyText, at stand: Stand) -> Stand? {
    let (index, isNew) = key.bytes.withUnsafeBufferPointer { keys.index(of: $0) }
    if !isNew { return stands[index] }
    stands.append(stand)
    return nil
  }
}

/// What one cell adds to a key.
enum KeyPart: Hashable, Sendable {
  case value(String)
  case absent
  /// The cell itself is refused, so nothing can be said of its key.
  case unreadable

  init(_ cell: TypedCell) {
    switch cell {
    case .absent: self = .absent
    case .refused: self = .unreadable
    default: self = cell.identity.map { .value($0) } ?? .absent
    }
  }
}

/// The values of several columns as one key: no two lists of values give the same bytes.
struct KeyText: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ identity: String) {
    bytes.append(contentsOf: String(identity.utf8.count).utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: identity.utf8)
  }
}
