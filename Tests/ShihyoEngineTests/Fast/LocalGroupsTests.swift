import Testing

@testable import ShihyoEngine

@Suite struct LocalGroupsTests {
  @Test func `keys are numbered in order of first appearance, whatever their length`() {
    var random = SeededGenerator(seed: 3)
    var groups = LocalGroups()
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      // Few letters, so that many keys are the beginning of others.
      let key = (0..<Int.random(in: 0...40, using: &random)).map { place in
        place < 30 ? UInt8(0x61) : UInt8.random(in: 0x61...0x63, using: &random)
      }
      let expected = known[key] ?? known.count
      known[key] = expected
      var bytes = key + Array("other bytes behind".utf8)
      bytes.swapAt(key.count, bytes.count - 1 - Int.random(in: 0...5, using: &random))
      let found = bytes.withUnsafeBufferPointer { text in
        text.baseAddress.map { groups.index(of: $0, count: key.count) }
      }
      #expect(found == expected)
      #expect(Array(groups.key(expected)) == key)
    }
    #expect(groups.count == known.count)
  }

  @Test func `a hundred thousand keys keep their numbers while the table grows`() {
    var groups = LocalGroups()
    for round in 0..<2 {
      for number in 0..<100_000 {
        let bytes = Array("U\(number)--------".utf8)
        let found = bytes.withUnsafeBufferPointer { text in
          text.baseAddress.map { groups.index(of: $0, count: text.count - 8) }
        }
        #expect(found == number, "round \(round)")
      }
    }
  }
}
