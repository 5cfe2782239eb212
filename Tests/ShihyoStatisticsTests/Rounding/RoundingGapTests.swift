import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct RoundingGapTests {
  @Test(arguments: [(1, 0), (2, 1), (3, 1), (6, 3), (7, 3)])
  func `allows half of the parts to either side`(_ parts: Int, _ bound: Int) {
    #expect(RoundingGap.allowed(parts: parts) == -bound...bound)
  }

  @Test func `allows truncation one side only`() {
    #expect(RoundingGap.allowed(parts: 6, mode: .down) == 0...5)
    #expect(RoundingGap.allowed(parts: 6, mode: .up) == -5...0)
    #expect(RoundingGap.allowed(parts: 0, mode: .down) == 0...0)
  }

  /// Six sixths print 16.7 each: 100.2 against 100.0, two units of the three allowed.
  @Test func `holds for six equal parts`() {
    #expect(RoundingGap.allowed(parts: 6).contains(1000 - 6 * 167))
  }
}
