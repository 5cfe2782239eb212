import ShihyoStatistics
import Testing

/// Totals over some categories of a key: quarters and their years.
@Suite struct CubeSubtotalTests {
  /// Two wards over six quarters of two years.
  static func quarters() throws -> CountCube {
    var cells: [CountCube.Place: Int] = [:]
    for (ward, counts) in [[9, 3, 12, 8, 11, 7], [14, 10, 15, 13, 9, 16]].enumerated() {
      for (quarter, count) in counts.enumerated() { cells[[ward, quarter]] = count }
    }
    return try CountCube(sizes: [2, 6], cells: cells, subtotals: [[], [[0, 1, 2, 3], [4, 5]]])
  }

  @Test func `adds up the years of quarters`() throws {
    let cube = try Self.quarters()
    #expect(cube[[0, 6]] == 50 && cube[[0, 7]] == 32 && cube[[0, 8]] == 18)
    #expect(cube[[2, 7]] == 84 && cube[[2, 6]] == 127)
    #expect(cube.places.count == 27 && !cube.needsSolver)
    #expect(cube.isTotal([0, 7]) && !cube.isTotal([1, 5]))
    #expect(throws: StatisticsRule.lengthsDiffer(1, 2)) { try CountCube(sizes: [2, 6], cells: [:], subtotals: [[]]) }
    #expect(throws: StatisticsRule.lengthsDiffer(2, 2)) {
      try CountCube(sizes: [2, 2], cells: [:], subtotals: [[], [[2]]])
    }
  }

  /// Without the years the box of 3 and 7 (quarters of two years) would do; their years' totals tell both.
  @Test func `a hidden quarter needs a partner within its year`() throws {
    let cube = try Self.quarters()
    let plan = try CubeSuppression(cube, primary: [[0, 1]], width: 5, solver: nil)
    let partners = plan.secondary.filter { $0[0] == 0 && $0[1] < 4 }
    #expect(partners.count == 1 && plan.secondary.count == 3)
    let across = try CubeAudit(cube, hidden: [[0, 1], [1, 1], [0, 5], [1, 5]], solver: nil)
    #expect(across.ranges[[0, 1]] == HiddenCellAudit.Range(lower: 3, upper: 3))
  }

  @Test func `totals that overlap need a solver`() throws {
    let cube = try CountCube(sizes: [4], cells: [[0]: 1], subtotals: [[[0, 1], [1, 2]]])
    #expect(cube.needsSolver)
    let nested = try CountCube(
      sizes: [4], cells: [[0]: 1], subtotals: [[[0, 1], [0, 1, 2], [0], [3], [0, 1, 2, 3]]])
    #expect(!nested.needsSolver)
  }

  /// nil where nothing protects.
  private static func plan(_ cube: CountCube, _ primary: Set<CountCube.Place>) throws -> Set<CountCube.Place>? {
    do {
      return try CubeSuppression(cube, primary: primary, width: 5, solver: nil).hidden
    } catch StatisticsRule.cannotProtect {
      return nil
    }
  }

  /// Seeded cubes: largest flows and whole-number programmes find the same ranges, and the plan protects.
  @Test(.enabled(if: CbcSolver() != nil, "coinor-libcbc3 is not installed"), arguments: 1...12)
  func `flows and programmes agree`(seed: UInt64) throws {
    let solver = try #require(CbcSolver())
    var numbers = SeededNumbers(seed)
    let (wards, quarters) = (1 + numbers.next(3), 3 + numbers.next(5))
    var cells: [CountCube.Place: Int] = [:]
    for ward in 0..<wards { for quarter in 0..<quarters { cells[[ward, quarter]] = numbers.next(14) } }
    let cut = 1 + numbers.next(quarters - 1)
    let years: [Set<Int>] = [Set(0..<cut), Set(cut..<quarters), Set(0..<(cut + 1) / 2)]
    let cube = try CountCube(sizes: [wards, quarters], cells: cells, subtotals: [[], years])
    let primary = cube.hidden(by: .threshold(5))
    guard cube[[wards, quarters]] >= 5, !primary.isEmpty else { return }
    let plan = try Self.plan(cube, primary)
    let hidden = plan ?? primary
    if plan != nil {
      let ranges = try CubeAudit(cube, hidden: hidden, solver: nil).ranges
      for place in primary { #expect(ranges[place]?.isWide(5) == true, "seed \(seed): \(place)") }
    }
    let shown = Dictionary(
      cube.places.filter { !hidden.contains($0) }.map { ($0, cube[$0]) }, uniquingKeysWith: { one, _ in one })
    let slow = try PublishedAudit(
      sizes: cube.sizes, subtotals: cube.subtotals, known: shown, hidden: hidden, solver: solver)
    #expect(try CubeAudit(cube, hidden: hidden, solver: nil).ranges == slow.ranges, "seed \(seed)")
  }
}
