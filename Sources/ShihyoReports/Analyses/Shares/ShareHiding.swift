import ShihyoModel

/// Which amounts and shares of a table of shares are hidden.
///
/// - Note: a share tells its base where the part is shown, and the part where the base is: a hidden base hides all shares of its group.
struct ShareHiding {
  private let decision: DisclosureDecision?
  /// Of answers that overlap: each beside the rest of its base.
  private let slices: [(category: KeyValue, decision: DisclosureDecision)]
  private let request: DisclosureRequest

  private static let yes = KeyValue.text(Label("in"))
  private static let rest = KeyValue.text(Label("rest"))

  init(_ groups: [ShareGroup], _ request: DisclosureRequest, measure: Measure) throws(Findings) {
    self.request = request
    let name = measure.machineName
    guard groups.contains(where: \.isOverlapping) else {
      decision = try DisclosureDecision(
        groups.flatMap { group in group.entries.map { (keys: group.keys + [$0.category], count: $0.amount) } },
        request: request, name: name)
      slices = []
      return
    }
    decision = nil
    var slices: [(category: KeyValue, decision: DisclosureDecision)] = []
    for category in groups.flatMap({ $0.entries.map(\.category) }).uniqued {
      var cells: [(keys: [KeyValue], count: Figure)] = []
      for group in groups {
        let part = group.entries.first { $0.category == category }?.number ?? .zero
        guard let rest = group.base.subtracting(part) else { continue }
        cells.append((group.keys + [Self.yes], Figure(kind: .count, value: .decimal(part))))
        cells.append((group.keys + [Self.rest], Figure(kind: .count, value: .decimal(rest))))
      }
      slices.append((category, try DisclosureDecision(cells, request: request, name: name)))
    }
    self.slices = slices
  }

  func hides(_ entry: ShareGroup.Entry, of group: ShareGroup) -> Bool {
    if let decision { return decision.hides(group.keys + [entry.category]) }
    return slices.contains { $0.category == entry.category && $0.decision.hides(group.keys + [Self.yes]) }
  }

  func hidesBase(of group: ShareGroup) -> Bool {
    let total: [KeyValue?] = group.keys + [nil]
    if let decision { return decision.hides(total) }
    return slices.contains { $0.decision.hides(total) }
  }

  /// Totals over the groups, which the table does not print.
  ///
  /// - Parameter hasGroups: without, the table has a row for its only total.
  func hiddenTotals(hasGroups: Bool) -> [DisclosureDecision.Place] {
    guard hasGroups else { return [] }
    if let decision { return decision.hiddenTotals.filter { $0.dropLast().contains(nil) } }
    return slices.flatMap { category, decision in
      decision.hiddenTotals.filter { $0.dropLast().contains(nil) && $0.last != .some(Self.rest) }.map { place in
        Array(place.dropLast()) + [place.last == .some(nil) ? nil : category]
      }
    }.uniqued
  }

  /// Rows of one group as `SharesAnalysis.rows` makes them: the entries, then the base; the amount first in each.
  func rows(_ rows: [ReportTable.Row], of group: ShareGroup) -> [ReportTable.Row] {
    let hidesBase = hidesBase(of: group)
    return rows.enumerated().map { place, row in
      var row = row
      let isEntry = place < group.entries.count
      let isHidden = isEntry ? hides(group.entries[place], of: group) : hidesBase
      row.figures = row.figures.enumerated().map { column, figure in
        isHidden || (hidesBase && column > 0) ? figure.hidden(request) : figure
      }
      return row
    }
  }
}
