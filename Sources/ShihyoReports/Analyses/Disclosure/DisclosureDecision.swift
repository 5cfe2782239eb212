import ShihyoModel
import ShihyoStatistics

/// Which groups and totals of one count are hidden: one decision for all that is printed of them.
struct DisclosureDecision: Hashable {
  let request: DisclosureRequest
  /// Places by the keys of their groups; nil stands for the total over a key.
  private let hidden: Set<[KeyValue?]>

  func hides(_ keys: [KeyValue?]) -> Bool { hidden.contains(keys) }
  func hides(_ keys: [KeyValue]) -> Bool { hidden.contains(keys.map { $0 }) }

  /// - Parameters:
  ///   - groups: the count of each group; every combination that is not there counts 0.
  ///   - published: whether a place is printed; all are where nil, since totals can be asked for by anyone.
  /// - Errors: `DisclosureRule`, and `solverMissing` above two keys.
  init(
    _ groups: [(keys: [KeyValue], count: Figure)], request: DisclosureRequest, name: String,
    published: (([KeyValue?]) -> Bool)? = nil
  ) throws(Findings) {
    self.request = request
    let width = groups.first?.keys.count ?? 0
    var labels: [[KeyValue]] = Array(repeating: [], count: width)
    var places: [[KeyValue: Int]] = Array(repeating: [:], count: width)
    var cells: [CountCube.Place: Int] = [:]
    for group in groups {
      var place: CountCube.Place = []
      for (key, value) in group.keys.enumerated() {
        switch CategoryClass(value) {
        case .total, .recount:
          let label = ReportTable.KeyCell(value).label.ja
          throw Findings([Finding(DisclosureRule.totalsAmongGroups(label: label))])
        case .part, .unknown: break
        }
        if places[key][value] == nil {
          places[key][value] = labels[key].count
          labels[key].append(value)
        }
        place.append(places[key][value] ?? 0)
      }
      cells[place, default: 0] += try Self.count(group.count, of: group.keys, name: name)
    }
    guard width > 0 else {
      let count = cells[[]] ?? 0
      hidden = PrimaryRule.threshold(request.threshold).hides(count: count) ? [[]] : []
      return
    }
    guard !cells.isEmpty else {
      hidden = []
      return
    }
    func keys(_ place: CountCube.Place) -> [KeyValue?] {
      place.enumerated().map { key, index in index < labels[key].count ? labels[key][index] : nil }
    }
    do throws(StatisticsRule) {
      let cube = try CountCube(sizes: labels.map(\.count), cells: cells)
      let unpublished = published.map { published in Set(cube.places.filter { !published(keys($0)) }) } ?? []
      let primary = cube.hidden(by: .threshold(request.threshold)).subtracting(unpublished)
      let plan = try CubeSuppression(
        cube, primary: primary, width: request.threshold, unpublished: unpublished,
        solver: width > 2 && !primary.isEmpty ? CbcSolver() : nil)
      hidden = Set(plan.hidden.map(keys))
    } catch {
      switch error {
      case .cannotProtect: throw Findings([Finding(DisclosureRule.cannotProtect)])
      case .solverMissing: throw Findings([Finding(error)], kind: .unavailable)
      default: throw Findings([Finding(error)])
      }
    }
  }

  private static func count(_ figure: Figure, of keys: [KeyValue], name: String) throws(Findings) -> Int {
    switch figure.value {
    case .absent, .undefined: return 0
    case .decimal(let number):
      let whole = number.reduced
      if whole.decimals == 0, let count = Int(exactly: whole.coefficient), count >= 0 { return count }
    case .exact, .approximate, .text, .date: break
    }
    let group = keys.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・")
    throw Findings([Finding(DisclosureRule.notCounts(measure: name, group: group))])
  }
}

extension DisclosureRequest {
  /// What became of the records is printed under every table, so their number is published as well.
  ///
  /// - Errors: `tooFewRecords`.
  func check(_ accounting: Accounting) throws(Findings) {
    let rule = PrimaryRule.threshold(threshold)
    let left = accounting.filteredOut + accounting.leftOut.total
    guard column == nil, rule.hides(count: accounting.accepted) || rule.hides(count: left) else { return }
    throw Findings([Finding(DisclosureRule.tooFewRecords(threshold: threshold))])
  }
}
