/// Which counts of a cube, totals included, are not shown, so that no small one can be worked out.
///
/// - Note: safe by audit; that it hides the fewest possible is not promised. Never a zero is hidden, since readers know it.
/// - Source: statistics.md, section 10; domain.md, section 11; above two keys the cheapest changes that a linear programme finds,
///   one protected count after another (Kelly, Golden & Assad 1992).
public struct CubeSuppression {
  /// Hidden for their own sake.
  public let primary: Set<CountCube.Place>
  /// Hidden so that the others cannot be worked out.
  public let secondary: Set<CountCube.Place>

  public var hidden: Set<CountCube.Place> { primary.union(secondary) }

  /// - Parameters:
  ///   - width: how far apart the ends of each protected range must be at least.
  ///   - unpublished: places that are printed nowhere: they are unknown to readers and need no protection.
  ///   - shown: places that stay shown whatever happens, since they are published elsewhere.
  /// - Errors: `solverMissing` without a solver where `cube.needsSolver`; `cannotProtect`.
  public init(
    _ cube: CountCube, primary: Set<CountCube.Place>, width: Int, unpublished: Set<CountCube.Place> = [],
    shown: Set<CountCube.Place> = [], solver: (any LinearSolver)?
  ) throws(StatisticsRule) {
    let protected = primary.subtracting(unpublished)
    self.primary = protected
    if protected.isEmpty {
      secondary = []
      return
    }
    if let network = CellNetwork(cube) {
      let places = cube.places
      let cover = NetworkCover(
        network: network, width: max(1, width),
        costs: places.map { shown.contains($0) ? nil : NetworkCover.cost(cube[$0], isTotal: cube.isTotal($0)) })
      do {
        let secondary = try cover.secondary(
          protecting: places.indices.filter { protected.contains(places[$0]) },
          unknown: Set(places.indices.filter { unpublished.contains(places[$0]) }))
        self.secondary = Set(secondary.map { places[$0] })
        return
      } catch {
        throw .cannotProtect(place: places[error.edge])
      }
    }
    guard let solver else { throw .solverMissing }
    var cover = CubeCover(
      cube, hidden: protected.union(unpublished), shown: shown, width: max(1, width), solver: solver)
    try cover.run(protecting: protected)
    cover.showSpare(protecting: protected, never: protected.union(unpublished))
    secondary = cover.hidden.subtracting(protected).subtracting(unpublished)
  }
}

/// Hides one cheapest change after another.
private struct CubeCover {
  let cube: CountCube
  private(set) var hidden: Set<CountCube.Place>
  let shown: Set<CountCube.Place>
  let width: Int
  let solver: any LinearSolver

  init(
    _ cube: CountCube, hidden: Set<CountCube.Place>, shown: Set<CountCube.Place>, width: Int,
    solver: any LinearSolver
  ) {
    self.cube = cube
    self.hidden = hidden
    self.shown = shown
    self.width = width
    self.solver = solver
  }

  /// - Errors: `cannotProtect` where even hiding all counts but zeros leaves one too well known.
  mutating func run(protecting protected: Set<CountCube.Place>) throws(StatisticsRule) {
    for place in protected.sorted(by: { (cube[$1], $0.description) < (cube[$0], $1.description) }) {
      var amount = width
      while !isSafe(place, hidden) {
        let found = changes(place, by: amount)
        let added = found.subtracting(hidden)
        if !added.isEmpty {
          hidden.formUnion(added)
        } else if amount > 1 {
          amount /= 2
        } else {
          let all = hidden.union(cube.places.filter { cube[$0] > 0 && !shown.contains($0) })
          guard isSafe(place, all) else { throw .cannotProtect(place: place) }
          hidden = all
        }
      }
    }
  }

  /// Shows again what is not needed, the dearest first; beyond so many the time is not worth it.
  mutating func showSpare(protecting protected: Set<CountCube.Place>, never: Set<CountCube.Place>) {
    let spare = hidden.subtracting(never).sorted { (cost($1), $0.description) < (cost($0), $1.description) }
    for place in spare.prefix(40) {
      let fewer = hidden.subtracting([place])
      if protected.allSatisfy({ isSafe($0, fewer) }) { hidden = fewer }
    }
  }

  private func isSafe(_ place: CountCube.Place, _ hidden: Set<CountCube.Place>) -> Bool {
    CubeProblem(cube, hidden: hidden).range(of: place, solver).isWide(width)
  }

  /// Cells before totals, small ones among them.
  private func cost(_ place: CountCube.Place) -> Double {
    let totals = zip(place, cube.sizes).count { $0 >= $1 }
    return (1 + Double(cube[place]) / Double(max(1, cube[cube.sizes]))) * Double(1 << min(2 * totals, 20))
  }

  /// The counts that change in the cheapest way to raise one by `amount` with all equations kept.
  private func changes(_ place: CountCube.Place, by amount: Int) -> Set<CountCube.Place> {
    let places = cube.places.filter { hidden.contains($0) || (cube[$0] > 0 && !shown.contains($0)) }
    let numbers = Dictionary(places.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    let count = places.count
    // Variables: how far each count rises, then how far each falls.
    var costs = places.map { hidden.contains($0) ? 0 : cost($0) }
    costs += costs
    var lower = Array(repeating: 0.0, count: 2 * count)
    var upper = Array(repeating: Double(amount) * 1000, count: count) + places.map { Double(cube[$0]) }
    guard let number = numbers[place] else { return [] }
    (lower[number], upper[number], upper[count + number]) = (Double(amount), Double(amount), 0)
    let rows = cube.equations.compactMap { equation -> LinearProgramme.Row? in
      var terms: [LinearProgramme.Term] = []
      for part in equation.parts {
        if let part = numbers[part] {
          terms += [LinearProgramme.Term(part, 1), LinearProgramme.Term(count + part, -1)]
        }
      }
      if let total = numbers[equation.total] {
        terms += [LinearProgramme.Term(total, -1), LinearProgramme.Term(count + total, 1)]
      }
      return terms.isEmpty ? nil : LinearProgramme.Row(terms, lower: 0, upper: 0)
    }
    let programme = LinearProgramme(costs: costs, lower: lower, upper: upper, rows: rows, isWhole: false)
    guard let values = solver.solve(programme) else { return [] }
    return Set(places.indices.filter { values[$0] + values[count + $0] > 1e-6 }.map { places[$0] })
  }
}

extension CountCube {
  /// Whether what a reader can conclude takes programmes to find out: three keys or more, or totals that overlap.
  public var needsSolver: Bool { CellNetwork(self) == nil }
}

extension StatisticsRule {
  fileprivate static func cannotProtect(place: CountCube.Place) -> StatisticsRule {
    .cannotProtect(row: (place.first ?? 0) + 1, column: (place.dropFirst().first ?? 0) + 1)
  }
}
