/// What a reader can work out about hidden counts from a table as it is published, without knowing the true counts.
///
/// - Shape: places as in `CountCube`; a place that is neither known nor hidden is printed nowhere.
/// - Units: counts. The reader is taken to know that they are whole and not below 0, and that parts add up to totals.
/// - Cost: two whole-number programmes for each hidden place.
/// - Source: statistics.md, section 10.
public struct PublishedAudit {
  public let ranges: [CountCube.Place: HiddenCellAudit.Range]

  /// - Errors: `noValues` where a key has no category; `lengthsDiffer`; `notAdditive` where the known counts contradict each other.
  public init(
    sizes: [Int], subtotals: [[Set<Int>]] = [], known: [CountCube.Place: Int], hidden: Set<CountCube.Place>,
    solver: any LinearSolver
  ) throws(StatisticsRule) {
    let cube = try CountCube(sizes: sizes, cells: [:], subtotals: subtotals)
    let free = cube.places.filter { known[$0] == nil }
    let numbers = Dictionary(free.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { one, _ in one })
    let most = Double(known.values.max() ?? 0) * 4 + 1000
    var rows: [LinearProgramme.Row] = []
    for equation in cube.equations {
      var terms = equation.parts.compactMap { numbers[$0].map { LinearProgramme.Term($0, 1) } }
      if let total = numbers[equation.total] { terms.append(LinearProgramme.Term(total, -1)) }
      let shown = (known[equation.total] ?? 0) - equation.parts.reduce(0) { $0 + (known[$1] ?? 0) }
      if terms.isEmpty {
        guard shown == 0 else { throw .notAdditive }
        continue
      }
      rows.append(LinearProgramme.Row(terms, lower: Double(shown), upper: Double(shown)))
    }
    var ranges: [CountCube.Place: HiddenCellAudit.Range] = [:]
    for place in hidden {
      guard let number = numbers[place] else { continue }
      func end(_ sign: Double) -> Double? {
        var costs = Array(repeating: 0.0, count: free.count)
        costs[number] = sign
        return solver.solve(
          LinearProgramme(
            costs: costs, lower: Array(repeating: 0, count: free.count),
            upper: Array(repeating: most, count: free.count), rows: rows, isWhole: true))?[number]
      }
      guard let least = end(1), let largest = end(-1) else { throw .notAdditive }
      ranges[place] = HiddenCellAudit.Range(
        lower: Int(least.rounded()), upper: largest >= most - 0.5 ? nil : Int(largest.rounded()))
    }
    self.ranges = ranges
  }
}
