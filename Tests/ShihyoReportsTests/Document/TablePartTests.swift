import Testing

@testable import ShihyoReports

struct TablePartTests {
  private func parts(_ keys: [Int], _ values: [Int]) -> [TablePart] {
    TablePart.parts(keys: keys, values: values, room: 100, least: 30)
  }

  @Test func `what fits is one part`() {
    #expect(parts([50, 50], []) == [TablePart(keys: [0, 1], values: 0..<0)])
    #expect(parts([], []) == [TablePart(keys: [], values: 0..<0)])
    #expect(parts([40], [30, 30]) == [TablePart(keys: [0], values: 0..<2)])
  }

  @Test func `figures stand beside all keys`() {
    #expect(
      parts([20, 20], [30, 30, 30]) == [.init(keys: [0, 1], values: 0..<2), .init(keys: [0, 1], values: 2..<3)])
  }

  @Test func `61 texts are cut, and the first stands in each part`() {
    let parts = parts(Array(repeating: 9, count: 61), [])
    #expect(parts.count == 6)
    #expect(parts.allSatisfy { $0.keys.first == 0 && $0.keys.count <= 11 })
    #expect(parts.flatMap { $0.keys.dropFirst() } == Array(1..<61))
  }

  @Test func `keys that leave no room are cut, and figures follow them`() {
    #expect(
      parts([20, 40, 40], [30, 30])
        == [TablePart(keys: [0, 1, 2], values: 0..<0), TablePart(keys: [0], values: 0..<2)])
    #expect(parts([20, 40], [30, 30]) == [.init(keys: [0, 1], values: 0..<1), .init(keys: [0, 1], values: 1..<2)])
    #expect(parts([20, 60], [20, 60]) == [.init(keys: [0, 1], values: 0..<1), .init(keys: [0], values: 1..<2)])
  }

  @Test func `a column as wide as the page is a part of its own`() {
    #expect(parts([120, 10], []).map(\.keys) == [[0], [1]])
    #expect(parts([10, 120, 120], []).map(\.keys) == [[0, 1], [0, 2]])
  }
}
