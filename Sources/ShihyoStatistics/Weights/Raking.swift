public import ShihyoModel

/// Weights that meet the margins of a population one list after another, until they meet all (iterative proportional
/// fitting).
///
/// - Note: scaling a whole category at once never changes an odds ratio; the fitted table keeps those of the sample.
/// - Source: statistics.md, section 6 (Deming & Stephan 1940).
public struct Raking: Hashable, Sendable {
  /// A kind of respondent: where it stands in each target list, from 0, and how many there are (or Σ of base weights).
  public struct Cell: Hashable, Sendable {
    public var categories: [Int]
    public var amount: Double

    public init(categories: [Int], amount: Double) {
      self.categories = categories
      self.amount = amount
    }
  }

  /// Fitted amounts, one per cell, in the unit of the targets; the weight of a respondent is fitted / amount.
  public let fitted: [Double]
  /// Rounds over all lists that it took.
  public let rounds: Int

  /// - Shape: `targets[list][category]`; every cell names one category of each list.
  /// - Units: people of one population in all lists, whose sums agree exactly.
  /// - Missing: unknown categories are a category with a target of its own, or are left out before.
  /// - Parameters:
  ///   - tolerance: the largest relative distance from any target.
  ///   - limit: rounds after which zeros in the table, or a slow fit, are given up on.
  /// - Errors: `noValues` without cells or lists, `lengthsDiffer`, `notFinite`, `negativeWeight`, `targetsDisagree`,
  ///   `targetUnreachable`, `notConverged`.
  /// - Complexity: O(cells · lists) per round.
  public init(
    _ cells: [Cell], targets: [[ExactDecimal]], tolerance: Double = 1e-9, limit: Int = 1000
  ) throws(StatisticsRule) {
    try Self.check(cells, targets)
    let goals = targets.map { $0.map { Rational($0).nearestDouble } }
    var fitted = cells.map(\.amount)
    for round in 1...max(1, limit) {
      for list in goals.indices {
        let sums = try Self.sums(fitted, cells, list, goals[list].count)
        for index in cells.indices {
          let category = cells[index].categories[list]
          // A category without a target is left empty; `check` has seen that every target above 0 can be reached.
          fitted[index] = sums[category] > 0 ? fitted[index] / sums[category] * goals[list][category] : 0
        }
      }
      var isMet = true
      for list in goals.indices {
        for (sum, goal) in zip(try Self.sums(fitted, cells, list, goals[list].count), goals[list])
        where (sum - goal).magnitude > tolerance * goal { isMet = false }
      }
      if isMet {
        self.fitted = fitted
        rounds = round
        return
      }
    }
    throw .notConverged(rounds: limit)
  }

  private static func sums(
    _ fitted: [Double], _ cells: [Cell], _ list: Int, _ count: Int
  ) throws(StatisticsRule) -> [Double] {
    var sums = Array(repeating: DoubleSum(), count: count)
    for (amount, cell) in zip(fitted, cells) { try sums[cell.categories[list]].add(amount) }
    var values: [Double] = []
    for sum in sums { values.append(try sum.value()) }
    return values
  }
}
