import ShihyoStatistics
import Testing

/// Reference rows of statistics.md, section 8; shares of 100.0 are given in tenths.
@Suite struct LargestRemainderTests {
  @Test(
    arguments: [
      ([47000, 16000, 15900, 12000, 6100, 3100], 10, [5, 2, 1, 1, 1, 0]),
      ([6, 6, 2], 10, [4, 4, 2]),
      ([6, 6, 2], 11, [5, 5, 1]),
      ([1, 1, 1], 1000, [334, 333, 333]),
      ([1, 1, 1, 1, 1, 1], 1000, [167, 167, 167, 167, 166, 166]),
      ([1, 1, 1, 1, 1, 1, 1], 1000, [143, 143, 143, 143, 143, 143, 142]),
      ([13, 118, 1], 1000, [98, 894, 8]),
      ([0, 5], 100, [0, 100]),
    ] as [([Int], Int, [Int])])
  func `hands out the published units`(_ weights: [Int], _ units: Int, _ expected: [Int]) throws {
    #expect(try LargestRemainder.apportion(weights.map { Int128($0) }, units: units) == expected)
  }

  @Test func `refuses parts that cannot be shares`() {
    #expect(throws: StatisticsRule.noWeight) { try LargestRemainder.apportion([0, 0], units: 100) }
    #expect(throws: StatisticsRule.noWeight) { try LargestRemainder.apportion([], units: 100) }
    #expect(throws: StatisticsRule.negativeWeight) { try LargestRemainder.apportion([3, -1], units: 100) }
    #expect(throws: StatisticsRule.tooManyDigits) { try LargestRemainder.apportion([.max, 1], units: 100) }
  }

  @Test func `is exact where a product would overflow`() throws {
    let huge = Int128.max / 4
    #expect(try LargestRemainder.apportion([huge, huge, huge], units: 1000) == [334, 333, 333])
  }

  @Test func `stays within one unit of the quota for seeded weights`() throws {
    var state: UInt64 = 20_250_930
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for round in 0..<500 {
      let weights = (0...next(9)).map { _ in next(1000) } + [1]
      let total = weights.reduce(0, +)
      let result = try LargestRemainder.apportion(weights.map { Int128($0) }, units: 1000)
      #expect(result.reduce(0, +) == 1000, "round \(round): \(weights)")
      let near = zip(weights, result).allSatisfy { abs($1 * total - $0 * 1000) < total }
      #expect(near, "round \(round): \(weights)")
    }
  }
}
