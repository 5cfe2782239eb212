public import ShihyoModel

/// How ranks moved between two assessments of the same things.
///
/// - Shape: `counts[before][after]`, ranks by their position in the declared order, from 0, the best first.
/// - Units: things assessed.
/// - Missing: what has a rank on one side only is counted in `onlyBefore` or `onlyAfter`, never in `counts`.
/// - Source: design.md, section 5 (movement: joined tables).
public struct RankTransitions<Rank: Hashable & Sendable>: Hashable, Sendable {
  public let ranks: [Rank]
  public let counts: [[Int]]
  /// Ranked before, not assessed again.
  public let onlyBefore: Int
  /// Assessed for the first time.
  public let onlyAfter: Int
  /// Ranked on neither side.
  public let unranked: Int

  /// - Parameters:
  ///   - ranks: every rank once, the best first.
  ///   - pairs: how many things moved from one rank to another; nil for no rank.
  /// - Errors: `negativeCount`; `unknownRank` where a pair names a rank that is not declared.
  public init(
    _ pairs: [(before: Rank?, after: Rank?, count: Int)], ranks: [Rank]
  ) throws(StatisticsRule) {
    var positions: [Rank: Int] = [:]
    for (position, rank) in ranks.enumerated() where positions[rank] == nil { positions[rank] = position }
    var counts = Array(repeating: Array(repeating: 0, count: ranks.count), count: ranks.count)
    var (onlyBefore, onlyAfter, unranked) = (0, 0, 0)
    for (index, pair) in pairs.enumerated() {
      guard pair.count >= 0 else { throw .negativeCount }
      switch (try Self.find(pair.before, positions, index), try Self.find(pair.after, positions, index)) {
      case (let before?, let after?): counts[before][after] += pair.count
      case (_?, nil): onlyBefore += pair.count
      case (nil, _?): onlyAfter += pair.count
      case (nil, nil): unranked += pair.count
      }
    }
    self.ranks = ranks
    self.counts = counts
    self.onlyBefore = onlyBefore
    self.onlyAfter = onlyAfter
    self.unranked = unranked
  }

  private static func find(_ rank: Rank?, _ positions: [Rank: Int], _ index: Int) throws(StatisticsRule) -> Int? {
    guard let rank else { return nil }
    guard let position = positions[rank] else { throw .unknownRank(position: index + 1) }
    return position
  }

  /// Things ranked on both sides.
  public var both: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
  /// Moved to a better rank.
  public var improved: Int { moved { $0 > $1 } }
  public var unchanged: Int { moved { $0 == $1 } }
  /// Moved to a worse rank.
  public var worsened: Int { moved { $0 < $1 } }

  /// Of the things ranked before, the share that was assessed again; exact, nil where none was ranked before.
  public var completionRate: Rational? { Rational(both, over: both + onlyBefore) }

  private func moved(_ matches: (_ before: Int, _ after: Int) -> Bool) -> Int {
    var total = 0
    for (before, row) in counts.enumerated() {
      for (after, count) in row.enumerated() where matches(before, after) { total += count }
    }
    return total
  }
}
