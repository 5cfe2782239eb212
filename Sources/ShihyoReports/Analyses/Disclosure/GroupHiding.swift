import ShihyoModel

/// What is hidden of groups of records and of their totals: one decision for every figure of a group.
///
/// - Answers of which a record can give several do not add up to the records: each stands beside the rest of its records.
/// - A share of people tells its part, its base and the rest between them, so all three decide, too.
struct GroupHiding {
  let request: DisclosureRequest
  /// The totals that are hidden, by the keys of the groups; nil stands for the total over a key.
  let hiddenTotals: [DisclosureDecision.Place]
  private let decisions: [Entry]

  private struct Entry {
    let decision: DisclosureDecision
    /// The answers that it is about, by the place of their keys; nil where all keys are its own.
    var answers: [Int: KeyValue]?
    /// Whether its last key tells the part from the rest.
    var hasRest = false

    func hides(_ keys: DisclosureDecision.Place) -> Bool {
      var own = keys
      if let answers {
        // A total over the answers is the records themselves, which every one of them is beside.
        guard answers.allSatisfy({ keys[$0.key] == nil || keys[$0.key] == $0.value }) else { return false }
        let isTotal = answers.keys.contains { keys[$0] == nil }
        own = keys.indices.filter { answers[$0] == nil }.map { keys[$0] }
        return decision.hides(own + [isTotal ? nil : GroupHiding.part])
      }
      guard hasRest else { return decision.hides(own) }
      return [GroupHiding.part, GroupHiding.rest, nil].contains { decision.hides(own + [$0]) }
    }

    /// In the keys of the groups.
    var hiddenTotals: [DisclosureDecision.Place] {
      decision.hiddenTotals.compactMap { place in
        if let answers {
          guard place.last != .some(GroupHiding.rest) else { return nil }
          var rest = place.dropLast()[...]
          let isTotal = place.last == .some(nil)
          return (0..<(answers.count + place.count - 1)).map { key in
            if let answer = answers[key] { return isTotal ? nil : answer }
            return rest.popFirst().flatMap { $0 }
          }
        }
        return hasRest ? Array(place.dropLast()) : place
      }
    }
  }

  private static let part = KeyValue.text(Label("part"))
  private static let rest = KeyValue.text(Label("rest"))

  func callAsFunction(_ keys: DisclosureDecision.Place) -> Bool { decisions.contains { $0.hides(keys) } }

  /// - Parameters:
  ///   - keys: of the groups.
  ///   - bases: where answers overlap, the records of each group of the other keys.
  ///   - ratios: what is printed of the groups beside their measures.
  ///   - published: as for `DisclosureDecision`.
  /// - Errors: those of `DisclosureDecision`.
  init(
    _ request: DisclosureRequest, keys: [GroupKey], groups: [MeasuredGroup], bases: [MeasuredGroup],
    ratios: [RatioExpression], published: ((DisclosureDecision.Place) -> Bool)? = nil
  ) throws(Findings) {
    self.request = request
    let name = request.measure.machineName
    func count(_ group: MeasuredGroup) -> Figure {
      group.figures[request.measure] ?? Figure(kind: .count, value: .absent(.missing))
    }
    let slicing = keys.indices.filter { keys[$0].source.isOverlapping }
    guard slicing.isEmpty else {
      decisions = try Self.slices(request, slicing, groups: groups, bases: bases, count: count)
      hiddenTotals = decisions.flatMap(\.hiddenTotals).uniqued
      return
    }
    var decisions = [
      Entry(
        decision: try DisclosureDecision(
          groups.map { ($0.keys, count($0)) }, request: request, name: name, published: published))
    ]
    for ratio in ratios where ratio.isShareOf(request.measure) {
      var cells: [(keys: [KeyValue], count: Figure)] = []
      for group in groups {
        let part = try SignedSumValue(ratio.numerator, in: group)
        let base = try SignedSumValue(ratio.denominator, in: group)
        guard let part = part.value, let base = base.value, part <= base else { continue }
        cells.append((group.keys + [Self.part], Figure(kind: .count, value: .exact(part))))
        cells.append((group.keys + [Self.rest], Figure(kind: .count, value: .exact(base - part))))
      }
      let decision = try DisclosureDecision(
        cells, request: request, name: ratio.machineName,
        published: published.map { published in { published(Array($0.dropLast())) } })
      decisions.append(Entry(decision: decision, hasRest: true))
    }
    self.decisions = decisions
    hiddenTotals = decisions.flatMap(\.hiddenTotals).uniqued
  }

  private static func slices(
    _ request: DisclosureRequest, _ slicing: [Int], groups: [MeasuredGroup], bases: [MeasuredGroup],
    count: (MeasuredGroup) -> Figure
  ) throws(Findings) -> [Entry] {
    var order: [[KeyValue]] = []
    var parts: [[KeyValue]: [[KeyValue]: Figure]] = [:]
    for group in groups {
      let answers = slicing.map { group.keys[$0] }
      let own = group.keys.indices.filter { !slicing.contains($0) }.map { group.keys[$0] }
      if parts[answers] == nil { order.append(answers) }
      parts[answers, default: [:]][own] = count(group)
    }
    var entries: [Entry] = []
    for answers in order {
      var cells: [(keys: [KeyValue], count: Figure)] = []
      for base in bases {
        let part = parts[answers]?[base.keys]
        let rest = (count(base).exactValue ?? .zero) - (part?.exactValue ?? .zero)
        cells.append((base.keys + [Self.part], part ?? Figure(kind: .count, value: .decimal(.zero))))
        cells.append((base.keys + [Self.rest], Figure(kind: .count, value: .exact(rest))))
      }
      let decision = try DisclosureDecision(cells, request: request, name: request.measure.machineName)
      entries.append(
        Entry(
          decision: decision, answers: Dictionary(zip(slicing, answers), uniquingKeysWith: { first, _ in first })))
    }
    return entries
  }
}

extension RatioExpression {
  /// A share one of whose sides counts the people: then both do.
  fileprivate func isShareOf(_ measure: Measure) -> Bool {
    kind == .share && (numerator.terms + denominator.terms).contains { $0.measure == measure }
  }
}
