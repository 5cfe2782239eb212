import ShihyoModel
import ShihyoStatistics
import Testing

/// statistics.md, section 6: first cell 5√601 − 105.
@Suite struct RakingTests {
  static let table = [[10.0, 20], [30, 40]]

  @Test func `meets the reference`() throws {
    let fitted = try Raking.table(Self.table, rows: decimals("40 60"), columns: decimals("50 50"))
    let published = [[17.576506723, 22.423493277], [32.423493277, 27.576506723]]
    for (actual, expected) in zip(fitted.flatMap { $0 }, published.flatMap { $0 }) {
      #expect(isClose(actual, expected, relative: 1e-8))  // margins agree to 1e-9, cells a little less
    }
    let exact = try Raking.table(
      Self.table, rows: decimals("40 60"), columns: decimals("50 50"), tolerance: 1e-14)
    #expect(isClose(exact[0][0], 5 * 601.0.squareRoot() - 105, relative: 1e-12))
    let oddsRatio = exact[0][0] * exact[1][1] / (exact[0][1] * exact[1][0])
    #expect(isClose(oddsRatio, 10.0 * 40 / (20 * 30), relative: 1e-12))
  }

  @Test func `meets three lists of targets on seeded respondents`() throws {
    var numbers = SeededNumbers(601)
    for round in 0..<20 {
      var cells: [Raking.Cell] = []
      for a in 0..<3 {
        for b in 0..<2 {
          for c in 0..<4 { cells.append(Raking.Cell(categories: [a, b, c], amount: Double(1 + numbers.next(60)))) }
        }
      }
      let targets = [decimals("3000 5000 2000"), decimals("4800 5200"), decimals("1000 2500.5 3500.5 2999")]
      let raked = try Raking(cells, targets: targets)
      for (list, goals) in targets.enumerated() {
        for (category, goal) in goals.enumerated() {
          let sum = zip(cells, raked.fitted).filter { $0.0.categories[list] == category }.map(\.1).reduce(0, +)
          #expect(isClose(sum, Rational(goal).nearestDouble, relative: 2e-9), "round \(round)")
        }
      }
    }
  }

  @Test func `refuses targets that cannot be met`() {
    #expect(throws: StatisticsRule.targetsDisagree(list: 2)) {
      try Raking.table(Self.table, rows: decimals("40 60"), columns: decimals("50 51"))
    }
    #expect(throws: StatisticsRule.targetUnreachable(list: 1, position: 2)) {
      try Raking.table([[1, 2], [0, 0]], rows: decimals("40 60"), columns: decimals("50 50"))
    }
    // The only cells of row 1 and of column 2 are the same, so both cannot be met.
    #expect(throws: StatisticsRule.notConverged(rounds: 1000)) {
      try Raking.table([[0, 2], [3, 0]], rows: decimals("40 60"), columns: decimals("50 50"))
    }
  }

  @Test func `refuses what is no table of weights`() {
    let (rows, columns) = (decimals("40 60"), decimals("50 50"))
    #expect(throws: StatisticsRule.lengthsDiffer(1, 2)) { try Raking.table([[1, 2]], rows: rows, columns: columns) }
    #expect(throws: StatisticsRule.raggedTable(row: 2)) {
      try Raking.table([[1, 2], [3]], rows: rows, columns: columns)
    }
    #expect(throws: StatisticsRule.negativeWeight) {
      try Raking.table([[1, 2], [3, -1]], rows: rows, columns: columns)
    }
    #expect(throws: StatisticsRule.notFinite) { try Raking.table([[1, 2], [3, .nan]], rows: rows, columns: columns) }
    #expect(throws: StatisticsRule.noValues) { try Raking([], targets: []) }
    #expect(throws: StatisticsRule.noWeight) {
      try Raking.table(Self.table, rows: decimals("0 0"), columns: decimals("0 0"))
    }
    #expect(throws: StatisticsRule.lengthsDiffer(3, 2)) {
      try Raking([Raking.Cell(categories: [2], amount: 1)], targets: [columns])
    }
  }
}
