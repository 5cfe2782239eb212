import ShihyoModel
import ShihyoStatistics

/// The table read as a reader would who wants to know what is hidden.
extension PublishedTable {
  /// What a reader can work out of each hidden entry.
  ///
  /// Values at several periods that do not add up over time (a state at the end of each) are taken apart by period.
  /// - Errors: `notAdditive` where the shown numbers contradict each other; `solverMissing`.
  var ranges: [(Entry, HiddenCellAudit.Range)] {
    get throws(Findings) {
      guard entries.contains(where: { $0.count == nil }) else { return [] }
      guard let solver = CbcSolver() else {
        throw Findings([Finding(StatisticsRule.solverMissing)], kind: .unavailable)
      }
      // Where the numbers contradict each other, the table is read in other ways that are usual: years of which not all
      // quarters are printed, no answer outside of its total, only some of the categories, states that do not add up over time.
      for reading in [self, open, withoutUnknown, withOthers] {
        if let ranges = try reading.additive(solver) { return ranges }
      }
      let axes = axes
      guard let time = axes.indices.first(where: { axes[$0].isNested }) else {
        throw Findings([Finding(DisclosureRule.notAdditive(table: name))])
      }
      var ranges: [(Entry, HiddenCellAudit.Range)] = []
      for table in apart(time) { ranges += try table.ranges }
      return ranges
    }
  }

  /// nil where the numbers contradict each other.
  private func additive(_ solver: any LinearSolver) throws(Findings) -> [(Entry, HiddenCellAudit.Range)]? {
    do throws(StatisticsRule) {
      return try ranges(axes, solver)
    } catch {
      if error == .notAdditive { return nil }
      throw Findings([Finding(error)])
    }
  }

  private func ranges(
    _ axes: [PublishedAxis], _ solver: any LinearSolver
  ) throws(StatisticsRule) -> [(Entry, HiddenCellAudit.Range)] {
    // A key of which only totals are printed takes no part.
    let keys = axes.indices.filter { axes[$0].labelled > 0 }
    guard !keys.isEmpty else {
      let shown = Set(entries.compactMap(\.count))
      return entries.filter { $0.count == nil && shown.isEmpty }.prefix(1).map {
        ($0, HiddenCellAudit.Range(lower: 0, upper: nil))
      }
    }
    let own = keys.map { axes[$0] }
    func place(_ entry: Entry) -> CountCube.Place { keys.map { axes[$0].place(entry.labels[$0]) } }
    var known: [CountCube.Place: Int] = [:]
    var hidden: [CountCube.Place: Entry] = [:]
    for entry in entries {
      guard let count = entry.count else {
        hidden[place(entry)] = entry
        continue
      }
      if let other = known[place(entry)], other != count { throw .notAdditive }
      known[place(entry)] = count
    }
    // One place that is shown elsewhere is not hidden.
    for place in known.keys { hidden[place] = nil }
    let audit = try PublishedAudit(
      sizes: own.map(\.size), subtotals: own.map(\.subtotals), known: Self.filled(known, own, hidden),
      hidden: Set(hidden.keys), solver: solver)
    return hidden.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { place in
      guard let entry = hidden[place], let range = audit.ranges[place] else { return nil }
      return (entry, range)
    }
  }

  /// Combinations without a row are 0 where the table prints any such combination: of the same totals, at the same period.
  private static func filled(
    _ known: [CountCube.Place: Int], _ axes: [PublishedAxis], _ hidden: [CountCube.Place: Entry]
  ) -> [CountCube.Place: Int] {
    let time = axes.firstIndex(where: \.isTime)
    let isCell = { (place: CountCube.Place) in
      place.indices.allSatisfy { $0 == time ? place[$0] != axes[$0].size : place[$0] < axes[$0].labelled }
    }
    let printed = (Array(known.keys) + Array(hidden.keys)).filter(isCell)
    guard !printed.isEmpty else { return known }
    let times = time.map { time in Set(printed.map { $0[time] }).sorted() } ?? []
    var cells: [CountCube.Place] = [[]]
    for key in axes.indices {
      let choices = key == time ? times : Array(0..<axes[key].labelled)
      cells = cells.flatMap { place in choices.map { place + [$0] } }
    }
    var filled = known
    for cell in cells where filled[cell] == nil && hidden[cell] == nil { filled[cell] = 0 }
    return filled
  }
}
