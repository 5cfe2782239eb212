import SeededRandom
import Testing

@testable import ShihyoEngine

struct GroupIndexTests {
  @Test(arguments: [0, 1, 2, 3])
  func `numbers lists of codes as a dictionary does`(_ keyCount: Int) {
    var random = SeededGenerator(seed: UInt64(keyCount) + 1)
    var index = GroupIndex(keyCount: keyCount)
    var known: [[UInt32]: UInt32] = [:]
    for _ in 0..<5_000 {
      let codes = (0..<keyCount).map { _ in UInt32.random(in: 0...12, using: &random) }
      let group = index.group { codes[$0] }
      #expect(group == known[codes] ?? UInt32(known.count))
      known[codes] = group
    }
    #expect(index.count == known.count)
    for (codes, group) in known { #expect(index.codes(of: Int(group)) == codes) }
  }
}
