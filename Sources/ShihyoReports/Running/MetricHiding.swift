import ShihyoDefinitions
import ShihyoModel

/// Which metrics of a report hide small counts, and by which keys the report prints each of them.
///
/// All places at which a metric is printed are decided together, so that one table does not tell what another hides.
struct MetricHiding {
  /// A metric under the same conditions, other than those that choose one group.
  struct Use: Hashable {
    var metric: MetricDefinition
    var dataset: Dataset
    var filter: [Condition]
    var request: DisclosureRequest
    /// Every key by which it is printed somewhere.
    var keys: [GroupKey] = []
    /// The sets of keys that it is printed by; the empty one is its total.
    var published: Set<Set<GroupKey>> = []
  }

  private(set) var uses: [Use] = []

  /// A metric as one place of the report prints it: by keys, of one group of each fixed key.
  struct Placed: Hashable {
    var use: Use
    var keys: [GroupKey]
    var fixed: [GroupKey: String]
  }

  /// Enters a place; nil for a metric that hides nothing.
  ///
  /// - Errors: a threshold that is out of range.
  mutating func enter(
    _ metric: MetricDefinition, dataset: Dataset, keys: [GroupKey], filter: [Condition]
  ) throws(Findings) -> Placed? {
    guard let threshold = metric.disclosure else { return nil }
    var fixed: [GroupKey: String] = [:]
    var rest: [Condition] = []
    for condition in filter {
      let key = GroupKey(column: condition.column)
      if condition.comparison == .equal, condition.values.count == 1, fixed[key] == nil, !keys.contains(key) {
        fixed[key] = condition.values[0]
      } else {
        rest.append(condition)
      }
    }
    let found = uses.firstIndex { $0.metric.id == metric.id && $0.dataset == dataset && $0.filter == rest }
    let place = found ?? uses.count
    if found == nil {
      uses.append(
        Use(metric: metric, dataset: dataset, filter: rest, request: try DisclosureRequest(threshold: threshold)))
    }
    let all = keys + fixed.keys.sorted { $0.machineName < $1.machineName }
    for key in all where !uses[place].keys.contains(key) { uses[place].keys.append(key) }
    uses[place].published.insert(Set(all))
    return Placed(use: uses[place], keys: keys, fixed: fixed)
  }
}

/// What is hidden of one metric at one period.
struct MetricDecision {
  private let decisions: [(decision: DisclosureDecision, hasRest: Bool)]
  private let labels: [[KeyValue]]

  private static let part = KeyValue.text(Label("part"))
  private static let rest = KeyValue.text(Label("rest"))

  /// - Errors: `DisclosureRule`, `solverMissing`, and those of `MetricFigures.entries`.
  init(_ use: MetricHiding.Use, period: Period?, desk: inout QueryDesk, at place: Place) throws(Findings) {
    let figures = try MetricFigures(use.metric, dataset: use.dataset, keys: use.keys, filter: use.filter)
    let entries = try figures.entries(period, desk: &desk, at: place)
    labels = use.keys.indices.map { key in entries.map { $0.keys[key] }.uniqued }
    let published = { (place: [KeyValue?]) in
      use.published.contains(Set(zip(use.keys, place).compactMap { $1 == nil ? nil : $0 }))
    }
    func decide(
      _ cells: [(keys: [KeyValue], count: Figure)], hasRest: Bool
    ) throws(Findings) -> (decision: DisclosureDecision, hasRest: Bool) {
      do {
        let decision = try DisclosureDecision(
          cells, request: use.request, name: use.metric.id,
          published: { published(Array($0.prefix(use.keys.count))) })
        return (decision, hasRest)
      } catch {
        throw Findings(
          error.findings.map { finding in
            var finding = finding
            finding.place = use.metric.place
            return finding
          }, kind: error.kind)
      }
    }
    func count(_ number: ExactDecimal?) -> Figure { Figure(kind: .count, value: .decimal(number ?? .zero)) }
    switch use.metric.computation {
    case .sum, .value:
      decisions = [try decide(entries.map { ($0.keys, $0.figure) }, hasRest: false)]
    case .ratio(.share, _, _):
      // The part and the base are published, so the rest is as well.
      var cells: [(keys: [KeyValue], count: Figure)] = []
      for entry in entries {
        guard let part = entry.figure.numerator, let base = entry.figure.denominator else { continue }
        cells.append((entry.keys + [Self.part], count(part)))
        cells.append((entry.keys + [Self.rest], count(base.subtracting(part))))
      }
      decisions = [try decide(cells, hasRest: true)]
    case .ratio:
      decisions = [
        try decide(entries.map { ($0.keys, count($0.figure.numerator)) }, hasRest: false),
        try decide(entries.map { ($0.keys, count($0.figure.denominator)) }, hasRest: false),
      ]
    }
  }

  /// Whether the figure of one group is hidden.
  func hides(_ keys: [KeyValue], of placed: MetricHiding.Placed) -> Bool {
    var place: [KeyValue?] = []
    for (index, key) in placed.use.keys.enumerated() {
      if let own = placed.keys.firstIndex(of: key) {
        place.append(keys[own])
      } else if let name = placed.fixed[key] {
        let wanted = TextFolding.fold(name)
        let label = labels[index].first { TextFolding.fold(ReportTable.KeyCell($0).code) == wanted }
        guard let label else { return false }
        place.append(label)
      } else {
        place.append(nil)
      }
    }
    return decisions.contains { entry in
      guard entry.hasRest else { return entry.decision.hides(place) }
      return [Self.part, Self.rest, nil].contains { entry.decision.hides(place + [$0]) }
    }
  }
}
