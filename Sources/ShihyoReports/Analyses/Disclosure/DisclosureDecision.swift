import ShihyoModel
import ShihyoStatistics

/// Which groups and totals of one count are hidden: one decision for all that is printed of them.
struct DisclosureDecision: Hashable {
  /// By the keys of groups; nil stands for the total over a key, the label of a `KnownTotal` for that.
  typealias Place = [KeyValue?]

  let request: DisclosureRequest
  private let hidden: Set<Place>
  /// The totals among what is hidden, in the order of the groups; without those that are printed nowhere.
  let hiddenTotals: [Place]

  func hides(_ keys: Place) -> Bool { hidden.contains(keys) }

  /// - Parameters:
  ///   - groups: the count of each group; every combination that is not there counts 0.
  ///   - totals: of each key, totals that are known beside the total over it; nil: of periods those of `KnownTotal.ofPeriods`.
  ///   - published: whether a place is printed; all are where nil, since totals can be asked for by anyone.
  /// - Errors: `DisclosureRule`, and `solverMissing` above two keys.
  init(
    _ groups: [(keys: [KeyValue], count: Figure)], request: DisclosureRequest, name: String,
    totals: [[KnownTotal]]? = nil, published: ((Place) -> Bool)? = nil
  ) throws(Findings) {
    self.request = request
    let cells = try Cells(groups, name: name)
    let totals = totals ?? cells.labels.map { KnownTotal.ofPeriods($0) }
    guard !cells.labels.isEmpty else {
      hidden = PrimaryRule.threshold(request.threshold).hides(count: cells.counts[[]] ?? 0) ? [[]] : []
      hiddenTotals = hidden.map { $0 }
      return
    }
    guard !cells.counts.isEmpty else {
      (hidden, hiddenTotals) = ([], [])
      return
    }
    func keys(_ place: CountCube.Place) -> Place {
      place.enumerated().map { key, index in
        let labels = cells.labels[key]
        if index < labels.count { return labels[index] }
        return index > labels.count ? totals[key][index - labels.count - 1].label : nil
      }
    }
    do throws(StatisticsRule) {
      let cube = try CountCube(
        sizes: cells.labels.map(\.count), cells: cells.counts,
        subtotals: zip(cells.labels, totals).map { labels, totals in
          totals.map { total in Set(labels.indices.filter { total.parts.contains(labels[$0]) }) }
        })
      let unpublished = published.map { published in Set(cube.places.filter { !published(keys($0)) }) } ?? []
      let primary = cube.hidden(by: .threshold(request.threshold)).subtracting(unpublished)
      // The number of all records stands under every table.
      let shown: Set<CountCube.Place> = request.column == nil && published == nil ? [cube.sizes] : []
      let plan = try CubeSuppression(
        cube, primary: primary, width: request.threshold, unpublished: unpublished, shown: shown,
        solver: !primary.isEmpty && cube.needsSolver ? CbcSolver() : nil)
      let places = cube.places.filter(plan.hidden.contains)
      hidden = Set(places.map(keys))
      hiddenTotals = places.filter(cube.isTotal).map(keys)
    } catch {
      switch error {
      case .cannotProtect: throw Findings([Finding(DisclosureRule.cannotProtect)])
      case .solverMissing: throw Findings([Finding(error)], kind: .unavailable)
      default: throw Findings([Finding(error)])
      }
    }
  }

  /// The groups as cells of a cube.
  private struct Cells {
    /// Of each key, in the order of the groups.
    var labels: [[KeyValue]]
    var counts: [CountCube.Place: Int] = [:]

    /// - Errors: `totalsAmongGroups`, `notCounts`.
    init(_ groups: [(keys: [KeyValue], count: Figure)], name: String) throws(Findings) {
      let width = groups.first?.keys.count ?? 0
      labels = Array(repeating: [], count: width)
      var places: [[KeyValue: Int]] = Array(repeating: [:], count: width)
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
        counts[place, default: 0] += try Self.count(group.count, of: group.keys, name: name)
      }
    }

    private static func count(_ figure: Figure, of keys: [KeyValue], name: String) throws(Findings) -> Int {
      switch figure.value {
      case .absent, .undefined: return 0
      case .decimal(let number):
        let whole = number.reduced
        if whole.decimals == 0, let count = Int(exactly: whole.coefficient), count >= 0 { return count }
      case .exact(let number):
        if number.isWhole, let count = Int(number.numerator), count >= 0 { return count }
      case .approximate, .text, .date: break
      }
      let group = keys.map { ReportTable.KeyCell($0).label.ja }.joined(separator: "・")
      throw Findings([Finding(DisclosureRule.notCounts(measure: name, group: group))])
    }
  }
}
