import ShihyoDefinitions
import ShihyoModel

/// What is hidden of one metric, at all periods that a report prints: a year tells the last of its quarters.
struct MetricDecision {
  private let decisions: [(decision: DisclosureDecision, hasRest: Bool)]
  private let labels: [[KeyValue]]
  /// Whether the places have a time: with one period alone they need none.
  private let hasTime: Bool

  private static let part = KeyValue.text(Label("part"))
  private static let rest = KeyValue.text(Label("rest"))

  /// - Parameter periods: all that it is printed at; nil stands for all rows.
  /// - Errors: `DisclosureRule`, `solverMissing`, and those of `MetricFigures.entries`.
  init(
    _ use: MetricHiding.Use, periods: [Period?], desk: inout QueryDesk, at place: Place
  ) throws(Findings) {
    let figures = try MetricFigures(use.metric, dataset: use.dataset, keys: use.keys, filter: use.filter)
    let spans = try figures.spans(periods, desk: &desk, at: place)
    hasTime = periods.count > 1
    labels = use.keys.indices.map { key in spans.flatMap { span in span.entries.map { $0.keys[key] } }.uniqued }
    let rule = Rule(use: use, periods: periods, spans: spans)
    switch use.metric.computation {
    case .sum, .value:
      decisions = [try rule.decide(rule.cells { [($0.figure, [])] }, hasRest: false)]
    case .ratio(.share, _, _):
      // The part and the base are published, so the rest is as well.
      let cells = rule.cells { entry in
        guard let part = entry.figure.numerator, let base = entry.figure.denominator else { return [] }
        return [(Self.count(part), [Self.part]), (Self.count(base.subtracting(part)), [Self.rest])]
      }
      decisions = [try rule.decide(cells, hasRest: true)]
    case .ratio:
      decisions = [
        try rule.decide(rule.cells { [(Self.count($0.figure.numerator), [])] }, hasRest: false),
        try rule.decide(rule.cells { [(Self.count($0.figure.denominator), [])] }, hasRest: false),
      ]
    }
  }

  private static func count(_ number: ExactDecimal?) -> Figure {
    Figure(kind: .count, value: .decimal(number ?? .zero))
  }

  /// Whether the figure of one group at one period is hidden.
  func hides(_ keys: [KeyValue], at period: Period?, of placed: MetricHiding.Placed) -> Bool {
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
    if hasTime { place.append(period.map { .period($0) }) }
    return decisions.contains { entry in
      guard entry.hasRest else { return entry.decision.hides(place) }
      return [Self.part, Self.rest, nil].contains { entry.decision.hides(place + [$0]) }
    }
  }
}

/// How the groups of a metric at all periods become one decision.
private struct Rule {
  let use: MetricHiding.Use
  let periods: [Period?]
  let spans: [MetricFigures.Span]

  private var hasTime: Bool { periods.count > 1 }

  private static func label(_ span: Int) -> KeyValue { .text(Label("span \(span)")) }

  /// - Parameter parts: the counts of an entry, each with what distinguishes it.
  func cells(
    _ parts: (MetricFigures.Entry) -> [(count: Figure, keys: [KeyValue])]
  ) -> [(keys: [KeyValue], count: Figure)] {
    spans.enumerated().flatMap { index, span in
      span.entries.flatMap { entry in
        parts(entry).map { (entry.keys + (hasTime ? [Self.label(index)] : []) + $0.keys, $0.count) }
      }
    }
  }

  func decide(
    _ cells: [(keys: [KeyValue], count: Figure)], hasRest: Bool
  ) throws(Findings) -> (decision: DisclosureDecision, hasRest: Bool) {
    let width = use.keys.count
    let times = periods.compactMap { $0 }.map { period in
      KnownTotal(.period(period), of: spans.indices.filter { spans[$0].periods.contains(period) }.map(Self.label))
    }
    let isPublished = { (place: DisclosureDecision.Place) in
      let own = Array(place.prefix(width))
      guard use.published.contains(Set(zip(use.keys, own).compactMap { $1 == nil ? nil : $0 })) else { return false }
      guard hasTime else { return true }
      // Spans are what periods are made of; nobody prints one.
      if case .period? = place[width] { return true }
      return place[width] == nil && periods.contains(nil)
    }
    do {
      let decision = try DisclosureDecision(
        cells, request: use.request, name: use.metric.id,
        totals: Array(repeating: [], count: width) + (hasTime ? [times] : []) + (hasRest ? [[]] : []),
        published: isPublished)
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
}
