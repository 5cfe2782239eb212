import SeededRandom
import Testing

@testable import ShihyoEngine

struct ByteTableTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `numbers strings as a dictionary does`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table = ByteTable()
    var known: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...20, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...2, using: &random) }
      let found = bytes.withUnsafeBufferPointer { table.index(of: $0) }
      #expect(found.isNew == (known[bytes] == nil), "seed \(seed)")
      #expect(found.index == known[bytes] ?? known.count, "seed \(seed)")
      known[bytes] = found.index
    }
    #expect(table.count == known.count, "seed \(seed)")
    table.removeAll()
    #expect([UInt8]().withUnsafeBufferPointer { table.index(of: $0) } == (0, true))
  }
}
