import Glibc

/// The bytes of one block in memory that is used again for the next, with room around them: words may be read beyond.
struct BlockMemory: ~Copyable {
  /// How far beyond its end a block is read for the end of its last record; a longer record goes the plain way.
  static let tailRoom = 1 << 16
  /// Bytes behind the text that may be read, and are never taken for text.
  static let padding = 64

  let base: UnsafeMutablePointer<UInt8>
  private let room: Int
  private(set) var count = 0

  init(blockBytes: Int) {
    room = blockBytes + 1 + Self.tailRoom
    base = .allocate(capacity: room + 2 * Self.padding)
    base.initialize(repeating: 0, count: room + 2 * Self.padding)
  }

  deinit { base.deallocate() }

  /// Replaces what is held by `count` bytes of the file from `offset`; false where they are not to be had.
  mutating func read(_ descriptor: Int32, from offset: Int, count wanted: Int) -> Bool {
    count = 0
    return more(descriptor, from: offset, count: wanted)
  }

  /// The index wants a line feed behind the last record too; there is always room for it behind the text.
  ///
  /// - Returns: the end of the text, behind its line feed.
  mutating func endingLine(at end: Int) -> Int {
    if base[end - 1] == 0x0A { return end }
    base[end] = 0x0A
    return end + 1
  }

  /// Replaces what is held by the first bytes of `pending`, from `start`, and what follows in the stream, `wanted` bytes in all.
  ///
  /// - Parameter descriptor: −1 where the stream has ended already.
  /// - Returns: whether the stream has ended, or cannot be read: then who reads it next finds out why.
  mutating func read(_ descriptor: Int32, after pending: [UInt8], from start: inout Int, count wanted: Int) -> Bool {
    count = min(wanted, pending.count - start)
    pending.withUnsafeBufferPointer { bytes in
      if let bytes = bytes.baseAddress { memcpy(base, bytes + start, count) }
    }
    start += count
    while count < wanted {
      let got = descriptor < 0 ? 0 : Glibc.read(descriptor, base + count, wanted - count)
      if got > 0 {
        count += got
      } else if got == 0 || errno != EINTR {
        return true
      }
    }
    return false
  }

  /// Adds `wanted` bytes; `offset` is where the held bytes begin in the file.
  mutating func more(_ descriptor: Int32, from offset: Int, count wanted: Int) -> Bool {
    let target = count + wanted
    guard target <= room else { return false }
    while count < target {
      let got = pread(descriptor, base + count, target - count, off_t(offset + count))
      if got > 0 {
        count += got
      } else if got == 0 || errno != EINTR {
        return false
      }
    }
    return true
  }
}
