/// Numbers pairs of numbers 0, 1, 2, … in order of first appearance: (group of the keys so far, code of the next key) → group.
///
/// - Cost: O(1) per look-up; 12 to 28 bytes per pair.
struct PairTable: Sendable {
  /// Pair `i`, left half upper.
  private(set) var pairs: [UInt64] = []
  /// Index + 1; 0 is free. The number of slots is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { pairs.count }

  func pair(at index: Int) -> (left: UInt32, right: UInt32) {
    (UInt32(truncatingIfNeeded: pairs[index] >> 32), UInt32(truncatingIfNeeded: pairs[index]))
  }

  /// The number of the pair, given out now if it is new.
  @inline(__always)
  mutating func index(of left: UInt32, _ right: UInt32) -> Int {
    let pair = UInt64(left) << 32 | UInt64(right)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: ByteTable.mixed(pair) >> 16) & mask
    while slots[place] != 0 {
      let index = Int(slots[place]) - 1
      if pairs[index] == pair { return index }
      place = (place + 1) & mask
    }
    slots[place] = UInt32(pairs.count + 1)
    pairs.append(pair)
    if pairs.count * 2 > slots.count { grow() }
    return pairs.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * (slots.count < 1 << 16 ? 4 : 2))
    let mask = slots.count - 1
    for (index, pair) in pairs.enumerated() {
      var place = Int(truncatingIfNeeded: ByteTable.mixed(pair) >> 16) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(index + 1)
    }
  }
}
