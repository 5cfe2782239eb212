import ShihyoModel

/// A total over some labels of a key that readers know, or can ask for, beside the total over all: the year of its quarters.
struct KnownTotal: Hashable {
  /// Stands for the total where a place names it; no label of the key.
  let label: KeyValue
  let parts: Set<KeyValue>

  init(_ label: KeyValue, of parts: some Sequence<KeyValue>) {
    self.label = label
    self.parts = Set(parts)
  }

  /// The quarters and years that periods lie in; none of labels that are no periods.
  ///
  /// A total that would hold all of them is the total over the key, and stands there already.
  static func ofPeriods(_ labels: [KeyValue]) -> [KnownTotal] {
    var order: [Period] = []
    var parts: [Period: [KeyValue]] = [:]
    for case .period(let period) in labels {
      for grain in period.grain.summedUpBy {
        let whole = Period(grain, containing: period.first)
        if parts[whole] == nil { order.append(whole) }
        parts[whole, default: []].append(.period(period))
      }
    }
    return order.compactMap { whole in
      guard let own = parts[whole], Set(own) != Set(labels) else { return nil }
      return KnownTotal(.period(whole), of: own)
    }
  }
}

extension Grain {
  /// The longer periods for which the same figures are usually published.
  fileprivate var summedUpBy: [Grain] {
    switch self {
    case .day: [.month, .fiscalYear]
    case .month: [.quarter, .fiscalYear]
    case .quarter, .half: [.fiscalYear]
    case .calendarQuarter: [.calendarYear]
    case .fiscalYear, .calendarYear: []
    }
  }
}
