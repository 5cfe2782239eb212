import CFieldIndex
import Glibc

/// Numbers the spellings of group keys 0, 1, 2, … in order of first appearance to one worker.
///
/// - Two spellings of one key ("門司区" with quotes and without) are two local groups; they meet when blocks are merged.
/// - Cost: one hash and, nearly always, one comparison per look-up; memory is the spellings and about 56 bytes each.
/// - Trick: a slot holds half of the hash beside the number, so a foreign key is compared only where 32 bits agree. Keys
///   that are known, which nearly all are, are found in C (keys.h), which reads the table through `table`.
struct LocalGroups: ~Copyable {
  /// Bytes that must be readable from the start of a key on, whatever its length.
  static let slack = Int(FIELD_KEYS_SLACK)

  /// Upper 32 bits: hash; lower 32 bits: number + 1; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 10
  private var entries = GrowableBuffer<field_keys_entry>(capacity: 512)
  private var arena = GrowableBuffer<UInt8>(capacity: 1 << 14)
  private let path: field_index_path

  init(path: field_index_path = field_index_best_path()) {
    self.path = path
    slots = HugePages.zeros(slotCount, of: UInt64.self)
  }

  deinit { free(slots) }

  var count: Int { entries.count }

  /// The bytes of a group's keys; valid until the next look-up.
  func key(_ group: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena.base + entries.base[group].start, count: entries.base[group].count)
  }

  /// Asks for the place of a group's keys, which will be needed soon; once it is there, for the keys.
  func prefetch(_ group: Int) { field_index_prefetch(entries.base + group) }
  func prefetchKey(_ group: Int) { field_index_prefetch(arena.base + entries.base[group].start) }

  /// The number of `key`, given out now if it is new.
  ///
  /// - Precondition: `slack` bytes can be read from its start on, and `count` if that is more.
  mutating func index(of key: UnsafePointer<UInt8>, count: Int) -> Int {
    index(of: key, count: count, hash: field_keys_hash(path, key, count))
  }

  /// The same of a key whose hash is known.
  mutating func index(of key: UnsafePointer<UInt8>, count: Int, hash: UInt64) -> Int {
    let mask = slotCount &- 1
    var place = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return add(key, count, hash, at: place) }
      if slot >> 32 == hash >> 32 {
        let number = Int(slot & 0xFFFF_FFFF) &- 1
        let known = self.key(number)
        if known.elementsEqual(UnsafeBufferPointer(start: key, count: count)) { return number }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Finds the group of every record of a chunk by the bytes of one span.
  mutating func findAll(_ chunk: FieldChunk, _ span: FastPlan.Span, into ids: UnsafeMutablePointer<UInt32>) {
    var keys = chunk.columns(span.first, span.last)
    var row = 0
    while true {
      var known = table
      row = field_keys_find(path, &known, &keys, row, chunk.rows, ids)
      guard row < chunk.rows else { return }
      let field = chunk.bounds(row, span.first, span.last)
      ids[row] = UInt32(truncatingIfNeeded: index(of: chunk.text + field.start, count: field.count))
      row += 1
    }
  }

  /// Finds the groups of rows `order[from]`, …, whose keys stand in `text`, until one is new.
  ///
  /// - Returns: the place in `order` of the new one, else `order.count`.
  func findRows(
    _ order: UnsafeBufferPointer<UInt32>, from: Int, _ rows: UnsafePointer<field_keys_row>,
    _ text: UnsafePointer<UInt8>, into ids: UnsafeMutablePointer<UInt32>
  ) -> Int {
    guard let start = order.baseAddress else { return order.count }
    var known = table
    return field_keys_find_rows(path, &known, text, rows, start, from, order.count, ids)
  }

  private var table: field_keys_table {
    field_keys_table(slots: slots, mask: slotCount - 1, entries: entries.base, bytes: arena.base)
  }

  private mutating func add(_ key: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt64, at place: Int) -> Int {
    let number = entries.count
    entries.append(field_keys_entry_of(key, count, arena.count))
    arena.reserve(count + Self.slack)
    arena.append(key, count: count)
    slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    if (number + 1) * 2 > slotCount { grow() }
    return number
  }

  private mutating func grow() {
    // A large table grows less at a time, since most of what it gains stays free.
    let larger = slotCount * (slotCount < 1 << 16 ? 4 : 2)
    let moved = HugePages.zeros(larger, of: UInt64.self)
    for old in 0..<slotCount where slots[old] != 0 {
      var place = Int(slots[old] >> 32) & (larger - 1)
      while moved[place] != 0 { place = (place + 1) & (larger - 1) }
      moved[place] = slots[old]
    }
    free(slots)
    slots = moved
    slotCount = larger
  }
}
