import ShihyoModel
import ShihyoStatistics
import Testing

@Suite struct RankTransitionsTests {
  static let moves: [(before: String?, after: String?, count: Int)] = [
    ("B", "A", 4), ("A", "A", 3), ("A", "C", 1), ("C", nil, 2), (nil, "B", 5), ("B", "A", 1), (nil, nil, 6),
  ]

  @Test func `counts each move once`() throws {
    let transitions = try RankTransitions(Self.moves, ranks: ["A", "B", "C"])
    #expect(transitions.counts == [[3, 0, 1], [5, 0, 0], [0, 0, 0]])
    #expect(transitions.both == 9 && transitions.improved == 5)
    #expect(transitions.unchanged == 3 && transitions.worsened == 1)
    #expect(transitions.onlyBefore == 2 && transitions.onlyAfter == 5 && transitions.unranked == 6)
    #expect(transitions.completionRate == quotient("9/11"))
  }

  @Test func `has no completion rate where nothing was ranked before`() throws {
    let transitions = try RankTransitions([(before: nil, after: "A", count: 2)], ranks: ["A"])
    #expect(transitions.completionRate == nil)
  }

  @Test func `refuses ranks that nobody declared`() {
    #expect(throws: StatisticsRule.unknownRank(position: 3)) { try RankTransitions(Self.moves, ranks: ["A", "B"]) }
    #expect(throws: StatisticsRule.negativeCount) {
      try RankTransitions([(before: "A", after: "A", count: -1)], ranks: ["A"])
    }
  }
}
