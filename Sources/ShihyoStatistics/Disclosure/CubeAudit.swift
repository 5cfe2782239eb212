/// What a reader can work out about each hidden count of a cube: its least and its largest possible value.
///
/// - Units: counts. The reader is taken to know that counts are whole and not below 0, and all equations of the cube.
/// - Cost: where the cube is a network (`CellNetwork`) by largest flows; else two whole-number programmes for each hidden count.
/// - Source: statistics.md, section 10.
public struct CubeAudit {
  public let ranges: [CountCube.Place: HiddenCellAudit.Range]

  /// - Parameter solver: what solves programmes; needed where `cube.needsSolver`.
  /// - Errors: `solverMissing` without a solver where one is needed.
  public init(
    _ cube: CountCube, hidden: Set<CountCube.Place>, of wanted: Set<CountCube.Place>? = nil,
    solver: (any LinearSolver)?
  ) throws(StatisticsRule) {
    if let network = CellNetwork(cube) {
      let numbers = Dictionary(cube.places.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
      let edges = Set(hidden.compactMap { numbers[$0] })
      var ranges: [CountCube.Place: HiddenCellAudit.Range] = [:]
      for place in (wanted ?? hidden).intersection(hidden) {
        if let number = numbers[place] { ranges[place] = network.range(of: number, hidden: edges) }
      }
      self.ranges = ranges
      return
    }
    guard let solver else { throw .solverMissing }
    let problem = CubeProblem(cube, hidden: hidden)
    var ranges: [CountCube.Place: HiddenCellAudit.Range] = [:]
    for place in (wanted ?? hidden).intersection(hidden) { ranges[place] = problem.range(of: place, solver) }
    self.ranges = ranges
  }
}

/// The equations between the hidden counts of a cube, as programmes.
struct CubeProblem {
  let cube: CountCube
  let hidden: [CountCube.Place]
  private let numbers: [CountCube.Place: Int]
  private let rows: [LinearProgramme.Row]

  init(_ cube: CountCube, hidden: Set<CountCube.Place>) {
    self.cube = cube
    let ordered = cube.places.filter(hidden.contains)
    self.hidden = ordered
    let numbers = Dictionary(ordered.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    self.numbers = numbers
    // What is shown is a number, so an equation is one of its hidden counts: Σ parts − total is what the shown ones leave.
    rows = cube.equations.compactMap { equation in
      var terms = equation.parts.compactMap { numbers[$0].map { LinearProgramme.Term($0, 1) } }
      if let total = numbers[equation.total] { terms.append(LinearProgramme.Term(total, -1)) }
      guard !terms.isEmpty else { return nil }
      let sum = terms.reduce(0.0) { $0 + $1.factor * Double(cube[ordered[$1.variable]]) }
      return LinearProgramme.Row(terms, lower: sum, upper: sum)
    }
  }

  func range(of place: CountCube.Place, _ solver: any LinearSolver) -> HiddenCellAudit.Range {
    guard let number = numbers[place] else { return HiddenCellAudit.Range(lower: cube[place], upper: cube[place]) }
    // Beyond every count there is: a bound that is never reached where nothing shown limits the count.
    let most = Double(cube[cube.sizes] + 1) * 4 + 1000
    func end(_ sign: Double) -> Double? {
      var costs = Array(repeating: 0.0, count: hidden.count)
      costs[number] = sign
      let programme = LinearProgramme(
        costs: costs, lower: Array(repeating: 0, count: hidden.count),
        upper: Array(repeating: most, count: hidden.count), rows: rows, isWhole: true)
      return solver.solve(programme)?[number]
    }
    // A solver that finds nothing proves nothing: the count is then taken to be known.
    guard let least = end(1), let largest = end(-1) else {
      return HiddenCellAudit.Range(lower: cube[place], upper: cube[place])
    }
    return HiddenCellAudit.Range(
      lower: Int(least.rounded()), upper: largest >= most - 0.5 ? nil : Int(largest.rounded()))
  }
}
