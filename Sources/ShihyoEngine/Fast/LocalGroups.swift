import Glibc

/// Numbers the spellings of group keys 0, 1, 2, … in order of first appearance to one worker.
///
/// - Two spellings of one key ("門司区" with quotes and without) are two local groups; they meet when blocks are merged.
/// - Cost: one hash and, nearly always, one comparison per look-up, eight bytes at a time; memory is the spellings and
///   about 32 bytes each.
/// - Trick: a slot holds half of the hash beside the number, so a foreign key is compared only where 32 bits agree.
struct LocalGroups: ~Copyable {
  private struct Entry: BitwiseCopyable {
    let start: Int
    let count: Int
  }

  /// Upper 32 bits: hash; lower 32 bits: number + 1; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 10
  private var entries = GrowableBuffer<Entry>(capacity: 512)
  private var arena = GrowableBuffer<UInt8>(capacity: 1 << 14)

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
  }

  deinit { slots.deallocate() }

  var count: Int { entries.count }

  /// The bytes of a group's keys; valid until the next look-up.
  func key(_ group: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena.base + entries.base[group].start, count: entries.base[group].count)
  }

  /// The number of `key`, given out now if it is new.
  ///
  /// - Precondition: eight bytes can be read beyond the key.
  @inline(__always)
  mutating func index(of key: UnsafePointer<UInt8>, count: Int) -> Int {
    let hash = Self.hash(key, count)
    let mask = slotCount &- 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return add(key, count, hash, at: place) }
      if slot >> 32 == hash >> 32 {
        let number = Int(slot & 0xFFFF_FFFF) &- 1
        let entry = entries.base[number]
        if entry.count == count, Self.agree(arena.base + entry.start, key, count) { return number }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Finds the group of every record of a chunk by the bytes of one span.
  ///
  /// The same as `index(of:count:)` for each, but what does not change from record to record stays in registers.
  mutating func findAll(_ chunk: FieldChunk, _ span: FastPlan.Span, into ids: UnsafeMutablePointer<UInt32>) {
    var row = 0
    while row < chunk.rows {
      row = findKnown(chunk, span, into: ids, from: row)
      guard row < chunk.rows else { return }
      let field = chunk.bounds(row, span.first, span.last)
      ids[row] = UInt32(truncatingIfNeeded: index(of: chunk.text + field.start, count: field.count))
      row += 1
    }
  }

  /// Goes on until a key is new; returns its record, or the number of records.
  private func findKnown(
    _ chunk: FieldChunk, _ span: FastPlan.Span, into ids: UnsafeMutablePointer<UInt32>, from first: Int
  ) -> Int {
    let (slots, entries, arena) = (slots, entries.base, arena.base)
    let mask = slotCount &- 1
    for row in first..<chunk.rows {
      let field = chunk.bounds(row, span.first, span.last)
      let key = chunk.text + field.start
      let hash = Self.hash(key, field.count)
      var place = Int(truncatingIfNeeded: hash >> 32) & mask
      while true {
        let slot = slots[place]
        if slot == 0 { return row }
        if slot >> 32 == hash >> 32 {
          let number = Int(slot & 0xFFFF_FFFF) &- 1
          let entry = entries[number]
          if entry.count == field.count, Self.agree(arena + entry.start, key, entry.count) {
            ids[row] = UInt32(truncatingIfNeeded: number)
            break
          }
        }
        place = (place &+ 1) & mask
      }
    }
    return chunk.rows
  }

  @inline(never)
  private mutating func add(_ key: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt64, at place: Int) -> Int {
    let number = entries.count
    entries.append(Entry(start: arena.count, count: count))
    // Comparing reads whole words, so there is always room behind the last key.
    arena.reserve(count + 16)
    arena.append(key, count: count)
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    if (number + 1) * 2 > slotCount { grow() }
    return number
  }

  private mutating func grow() {
    let larger = slotCount * 4
    let moved = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    moved.initialize(repeating: 0, count: larger)
    for old in 0..<slotCount where slots[old] != 0 {
      var place = Int(slots[old] >> 32) & (larger - 1)
      while moved[place] != 0 { place = (place + 1) & (larger - 1) }
      moved[place] = slots[old]
    }
    slots.deallocate()
    slots = moved
    slotCount = larger
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Keeps the first `count` bytes (0 to 8) of a word that was loaded from memory.
  @inline(__always)
  private static func first(_ count: Int, of word: UInt64) -> UInt64 {
    UInt64(littleEndian: word) & ~(~0 << UInt64(8 * count))
  }

  @inline(__always)
  private static func agree(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var offset = 0
    while offset &+ 8 <= count {
      if word(left, offset) != word(right, offset) { return false }
      offset = offset &+ 8
    }
    return first(count &- offset, of: word(left, offset) ^ word(right, offset)) == 0
  }

  /// Two words at a time, multiplied with each other; the products do not wait for one another. The order of results
  /// never depends on it.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 16 <= count {
      sum = sum &+ product(word(bytes, offset), word(bytes, offset &+ 8))
      sum = sum << 7 | sum >> 57
      offset = offset &+ 16
    }
    var left = count &- offset
    var low = word(bytes, offset)
    var high: UInt64 = 0
    if left >= 8 {
      left = left &- 8
      high = first(left, of: word(bytes, offset &+ 8))
    } else {
      low = first(left, of: low)
    }
    return product(sum &+ product(low, high), 0)
  }

  @inline(__always)
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let full = (left ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: right ^ 0xE703_7ED1_A0B4_28DB)
    return full.high ^ full.low
  }
}
