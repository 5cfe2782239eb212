import ShihyoModel

extension AggregateAnalysis {
  /// Decisions by the keys of a group; nil stands for the total over a key.
  struct Hiding {
    let request: DisclosureRequest
    let hides: ([KeyValue?]) -> Bool
    func callAsFunction(_ keys: [KeyValue?]) -> Bool { hides(keys) }
  }

  /// One decision for all figures of a group.
  ///
  /// Answers of which a record can give several do not add up to it: each is decided on its own, and its rest with it.
  func decision(_ groups: [MeasuredGroup], _ request: DisclosureRequest) throws(Findings) -> Hiding {
    let measure = request.measure
    let counted = groups.compactMap { group in group.figures[measure].map { (keys: group.keys, count: $0) } }
    let slicing = keys.indices.filter { keys[$0].source.isOverlapping }
    guard !slicing.isEmpty else {
      let decision = try DisclosureDecision(counted, request: request, name: measure.machineName)
      return Hiding(request: request) { decision.hides($0) }
    }
    var slices: [[KeyValue]: [(keys: [KeyValue], count: Figure)]] = [:]
    for group in counted {
      let answers = slicing.map { group.keys[$0] }
      let rest = group.keys.indices.filter { !slicing.contains($0) }.map { group.keys[$0] }
      slices[answers, default: []].append((rest, group.count))
    }
    var decisions: [[KeyValue]: DisclosureDecision] = [:]
    for (answers, groups) in slices {
      decisions[answers] = try DisclosureDecision(groups, request: request, name: measure.machineName)
    }
    return Hiding(request: request) { keys in
      let answers = slicing.compactMap { keys[$0] }
      let rest = keys.indices.filter { !slicing.contains($0) }.map { keys[$0] }
      return decisions[answers]?.hides(rest) ?? false
    }
  }
}
