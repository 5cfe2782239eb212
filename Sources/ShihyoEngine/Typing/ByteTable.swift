import Glibc

/// Numbers byte strings 0, 1, 2, … in order of first appearance: the dictionary under every group key and every cell cache.
///
/// - Cost: one hash and, nearly always, one comparison per look-up; memory is the distinct strings and 24 to 40 bytes each.
/// - Trick: a slot holds the upper half of the hash beside the index, so that a foreign string is compared only where 32 bits
///   agree by chance. Index and hash must stay in the same slot when the table grows.
struct ByteTable: Sendable {
  /// Upper 32 bits: hash; lower 32 bits: index + 1; 0 is free. The number of slots is a power of two.
  private var slots: [UInt64]
  private var arena: [UInt8] = []
  /// String `i` stands in the arena from `bounds[i]` to `bounds[i + 1]`.
  private var bounds: [Int] = [0]

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { bounds.count - 1 }

  /// The number of `bytes`, given out now if it is new.
  mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(bytes)
    let (known, place) = find(bytes, hash: hash)
    if let known { return (known, false) }
    return (add(bytes, hash, at: place), true)
  }

  /// The number of `bytes`, given out now if it is new and allowed; nil where it is not.
  @inline(__always)
  mutating func index(
    of bytes: UnsafeBufferPointer<UInt8>, ifNew isAllowed: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> (index: Int, isNew: Bool)? {
    let hash = Self.hash(bytes)
    let (known, place) = find(bytes, hash: hash)
    if let known { return (known, false) }
    return isAllowed(bytes) ? (add(bytes, hash, at: place), true) : nil
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, at place: Int) -> Int {
    let index = count
    arena.append(contentsOf: bytes)
    bounds.append(arena.count)
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
    if (index + 1) * 2 > slots.count { grow() }
    return index
  }

  /// The number of `bytes` if they were seen before.
  func known(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? { find(bytes, hash: Self.hash(bytes)).index }

  /// The slot of `bytes`, or the free one where they belong.
  @inline(__always)
  private func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> (index: Int?, place: Int) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return (nil, place) }
      if slot >> 32 == hash >> 32 {
        let index = Int(slot & 0xFFFF_FFFF) - 1
        if holds(bytes, at: index) { return (index, place) }
      }
      place = (place + 1) & mask
    }
  }

  /// Calls `body` with string `index`; the pointer is valid only inside.
  func withBytes<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    arena.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[bounds[index]..<bounds[index + 1]])) }
  }

  /// String `index`, which must be UTF-8.
  func string(at index: Int) -> String { withBytes(at: index) { String(decoding: $0, as: UTF8.self) } }

  /// Forgets everything but keeps the memory.
  mutating func removeAll() {
    for place in slots.indices { slots[place] = 0 }
    arena.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
  }

  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let (start, end) = (bounds[index], bounds[index + 1])
    guard end - start == bytes.count else { return false }
    guard let theirs = bytes.baseAddress else { return true }
    return arena.withUnsafeBufferPointer { arena in
      arena.baseAddress.map { memcmp($0 + start, theirs, bytes.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    // A large table grows less at a time, since most of what it gains stays free.
    var larger = [UInt64](repeating: 0, count: slots.count * (slots.count < 1 << 16 ? 4 : 2))
    HugePages.advise(&larger)
    HugePages.advise(&arena)
    let mask = larger.count - 1
    for slot in slots where slot != 0 {
      var place = Int(slot >> 32) & mask
      while larger[place] != 0 { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }

  /// Eight bytes at a time, multiplied and folded: good enough spread for labels and much faster than a keyed hash. The order
  /// of results never depends on it.
  @inline(__always)
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    guard let base = bytes.baseAddress else { return mixed(hash) }
    let raw = UnsafeRawPointer(base)
    var place = 0
    while place + 8 <= bytes.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    if place < bytes.count {
      var tail: UInt64 = 0
      while place < bytes.count {
        tail = tail << 8 | UInt64(bytes[place])
        place += 1
      }
      hash = mixed(hash ^ tail)
    }
    return mixed(hash)
  }

  @inline(__always)
  static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
  }
}
