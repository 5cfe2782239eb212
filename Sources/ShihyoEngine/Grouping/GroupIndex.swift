/// Numbers the groups of one query 0, 1, 2, … in order of first appearance: a chain of (group so far, code of the next key).
///
/// Note to the next reader: the first key is looked up in an array, since its codes are dense; every further key by a `PairTable`. A
/// group's keys are found again by walking the chain backwards, so no list of keys is stored per group.
struct GroupIndex: Sendable {
  private static let none = UInt32.max

  let keyCount: Int
  private(set) var count = 0
  /// Code of the first key → its group, or `none`.
  private var firstOfCode: [UInt32] = []
  private var codeOfFirst: [UInt32] = []
  private var chain: [PairTable]

  init(keyCount: Int) {
    self.keyCount = keyCount
    chain = Array(repeating: PairTable(), count: max(0, keyCount - 1))
    // Without keys all records are one group, which is there even if no record is.
    if keyCount == 0 { count = 1 }
  }

  /// The group of the keys; `code` tells the code of each key by its place.
  @inline(__always)
  mutating func group(_ code: (Int) -> UInt32) -> UInt32 {
    if keyCount == 0 { return 0 }
    var group = first(code(0))
    var place = 1
    while place < keyCount {
      group = UInt32(truncatingIfNeeded: chain[place - 1].index(of: group, code(place)))
      place += 1
    }
    if Int(group) >= count { count = Int(group) + 1 }
    return group
  }

  /// The codes of a group's keys.
  func codes(of group: Int) -> [UInt32] {
    var codes = [UInt32](repeating: 0, count: keyCount)
    var group = UInt32(group)
    var place = keyCount - 1
    while place > 0 {
      let pair = chain[place - 1].pair(at: Int(group))
      codes[place] = pair.right
      group = pair.left
      place -= 1
    }
    if keyCount > 0 { codes[0] = codeOfFirst[Int(group)] }
    return codes
  }

  /// The code of one key of a group.
  func code(ofKey key: Int, in group: Int) -> UInt32 {
    var group = UInt32(group)
    var place = keyCount - 1
    while place > key {
      group = chain[place - 1].pair(at: Int(group)).left
      place -= 1
    }
    return key == 0 ? codeOfFirst[Int(group)] : chain[key - 1].pair(at: Int(group)).right
  }

  @inline(__always)
  private mutating func first(_ code: UInt32) -> UInt32 {
    let place = Int(code)
    if place < firstOfCode.count, firstOfCode[place] != Self.none { return firstOfCode[place] }
    return addFirst(code)
  }

  private mutating func addFirst(_ code: UInt32) -> UInt32 {
    if Int(code) >= firstOfCode.count {
      firstOfCode.append(contentsOf: repeatElement(Self.none, count: Int(code) + 1 - firstOfCode.count))
    }
    firstOfCode[Int(code)] = UInt32(codeOfFirst.count)
    codeOfFirst.append(code)
    return UInt32(codeOfFirst.count - 1)
  }
}
