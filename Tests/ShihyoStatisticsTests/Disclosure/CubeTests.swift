import ShihyoStatistics
import Testing

@Suite struct CubeTests {
  /// statistics.md, section 10.
  static func reference() throws -> CountCube {
    var cells: [CountCube.Place: Int] = [:]
    for (row, counts) in [[20, 4, 16], [15, 12, 3], [25, 14, 11]].enumerated() {
      for (column, count) in counts.enumerated() { cells[[row, column]] = count }
    }
    return try CountCube(sizes: [3, 3], cells: cells)
  }

  @Test func `adds up all totals`() throws {
    let cube = try Self.reference()
    #expect(cube[[0, 3]] == 40)
    #expect(cube[[3, 1]] == 30)
    #expect(cube[[3, 3]] == 120)
    #expect(cube.places.count == 16)
    #expect(cube.isTotal([3, 1]) && !cube.isTotal([0, 1]))
    #expect(throws: StatisticsRule.noValues) { try CountCube(sizes: [0], cells: [:]) }
    #expect(throws: StatisticsRule.negativeCount) { try CountCube(sizes: [1], cells: [[0]: -1]) }
    #expect(throws: StatisticsRule.lengthsDiffer(1, 2)) { try CountCube(sizes: [1, 1], cells: [[0]: 1]) }
  }

  @Test func `a table of two keys needs no solver`() throws {
    let cube = try Self.reference()
    let plan = try CubeSuppression(
      cube, primary: cube.hidden(by: .threshold(5)), width: 5, solver: nil)
    #expect(plan.primary == [[0, 1], [1, 2]])
    #expect(plan.secondary == [[0, 2], [1, 1]])
    let audit = try CubeAudit(cube, hidden: plan.hidden, solver: nil)
    #expect(audit.ranges[[0, 1]] == HiddenCellAudit.Range(lower: 1, upper: 16))
    #expect(audit.ranges[[1, 2]] == HiddenCellAudit.Range(lower: 0, upper: 15))
  }

  /// Cells that are printed nowhere protect others for free, and need no protection.
  @Test func `what is not published protects`() throws {
    let cube = try Self.reference()
    let cells = Set(cube.places.filter { !cube.isTotal($0) })
    let plan = try CubeSuppression(
      cube, primary: cube.hidden(by: .threshold(5)), width: 5, unpublished: cells, solver: nil)
    #expect(plan.hidden.isEmpty)
  }

  @Test func `a table of three keys says that it needs a solver`() throws {
    let cube = try CountCube(sizes: [2, 2, 2], cells: [[0, 0, 0]: 3, [1, 1, 1]: 9, [0, 1, 0]: 8])
    #expect(throws: StatisticsRule.solverMissing) {
      try CubeSuppression(cube, primary: [[0, 0, 0]], width: 5, solver: nil)
    }
    #expect(CbcSolver(library: "libNoSuchSolver.so.1") == nil)
  }

  @Test(.enabled(if: CbcSolver() != nil, "coinor-libcbc3 is not installed"))
  func `hides enough of a cube, and the audit of what is published agrees`() throws {
    let solver = try #require(CbcSolver())
    var cells: [CountCube.Place: Int] = [:]
    for a in 0..<3 { for b in 0..<2 { for c in 0..<3 { cells[[a, b, c]] = 6 + a * 5 + b * 3 + c * c } } }
    cells[[1, 0, 1]] = 2
    let cube = try CountCube(sizes: [3, 2, 3], cells: cells)
    let plan = try CubeSuppression(cube, primary: [[1, 0, 1]], width: 5, solver: solver)
    #expect(plan.primary == [[1, 0, 1]] && plan.secondary.count >= 7)
    let audit = try CubeAudit(cube, hidden: plan.hidden, solver: solver)
    let range = try #require(audit.ranges[[1, 0, 1]])
    #expect(range.lower <= 2 && range.isWide(5))
    let shown = Dictionary(
      cube.places.filter { !plan.hidden.contains($0) }.map { ($0, cube[$0]) }, uniquingKeysWith: { one, _ in one })
    let published = try PublishedAudit(sizes: cube.sizes, known: shown, hidden: plan.hidden, solver: solver)
    #expect(published.ranges == audit.ranges)
    var wrong = shown
    wrong[[3, 2, 3]] = (shown[[3, 2, 3]] ?? 0) + 1
    #expect(throws: StatisticsRule.notAdditive) {
      try PublishedAudit(sizes: cube.sizes, known: wrong, hidden: plan.hidden, solver: solver)
    }
  }
}
