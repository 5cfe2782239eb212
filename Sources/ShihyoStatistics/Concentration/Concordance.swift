public import ShihyoModel

/// Kendall's W: how far several people rank the same things alike.
///
/// - Units: `value` from 0 (no agreement) to 1 (the same ranks); exact.
/// - Source: statistics.md, section 11.
public struct Concordance: Hashable, Sendable {
  /// 12 S / (m²(n³ − n) − m Σ(t³ − t)).
  public let value: Rational
  /// Sum of the ranks of each thing, exact; the mean rank is this over the number of people.
  public let rankSums: [Rational]
  /// m (n − 1) W, to be compared with χ² of n − 1 degrees.
  public let chiSquare: Rational
  public let degreesOfFreedom: Int

  /// - Shape: `scores[person][thing]`: ranks or any scores, low first; equal ones share the mean of their ranks.
  /// - Missing: unranked things need a rule of the caller's before (excluded, or the lowest mid-rank), stated with W.
  /// - Errors: `noValues` without people, `raggedTable`, `tableTooSmall` below two things, `noVariation` where everybody
  ///   ranks all things alike.
  public init(_ scores: [[ExactDecimal]]) throws(StatisticsRule) {
    guard let things = scores.first?.count else { throw .noValues }
    guard things >= 2 else { throw .tableTooSmall }
    var sums = Array(repeating: Rational.zero, count: things)
    var ties = 0
    for (person, row) in scores.enumerated() {
      guard row.count == things else { throw .raggedTable(row: person + 1) }
      for (thing, rank) in MidRanks.of(row).enumerated() { sums[thing] = sums[thing] + rank }
      var groups: [ExactDecimal: Int] = [:]
      for score in row { groups[score, default: 0] += 1 }
      ties += groups.values.reduce(0) { $0 + $1 * $1 * $1 - $1 }
    }
    let people = scores.count
    let mean = try sums.total().divided(by: Rational(things), else: .noValues)
    let spread = sums.map { ($0 - mean).squared }.total()
    let divisor = Rational(people * people * (things * things * things - things) - people * ties)
    value = try (Rational(12) * spread).divided(by: divisor, else: .noVariation)
    rankSums = sums
    degreesOfFreedom = things - 1
    chiSquare = Rational(people * (things - 1)) * value
  }

  /// P(χ² > chiSquare); an approximation that needs several people or things.
  public var p: Double? {
    ChiSquareDistribution.upperTail(chiSquare.nearestDouble, degreesOfFreedom: degreesOfFreedom)
  }
}
