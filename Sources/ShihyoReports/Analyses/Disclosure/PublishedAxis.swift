import ShihyoModel

/// The labels of one key of a published table as places of a cube: categories, and totals over some of them.
///
/// - Note: periods are cut at all their bounds; a year of quarters is then the total over the times that lie in it, whether all of its
///   quarters are printed or not.
struct PublishedAxis {
  /// Categories, printed or not; the place behind them is that of the total over the key.
  let size: Int
  let subtotals: [Set<Int>]
  private let places: [String: Int]

  /// nil for the total over the key.
  func place(_ label: String?) -> Int { label.flatMap { places[$0] } ?? size }

  /// Whether its labels are periods.
  let isTime: Bool
  /// Whether the last category stands for all that have no label: the printed ones do not add up to their total.
  let hasOthers: Bool
  /// Categories that have a label.
  var labelled: Int { hasOthers ? size - 1 : size }
  /// Whether some of its periods hold others.
  var isNested: Bool { !subtotals.isEmpty }

  /// - Parameter isOpen: whether there may be times behind the last one that is printed for itself; a year whose quarters have not all
  ///   come is the sum of those that have.
  init(_ labels: [String], isTime: Bool, hasOthers: Bool, isOpen: Bool) {
    let grammar = TimeGrammar()
    var periods: [(label: String, period: Period)] = []
    for label in labels {
      if let period = Period(machineSpelling: label) {
        periods.append((label, period))
      } else if case .period(let period)? = try? grammar.read(label).value {
        periods.append((label, period))
      }
    }
    let areNested = periods.contains { one in
      periods.contains {
        $0.label != one.label && $0.period.first <= one.period.last && one.period.first <= $0.period.last
      }
    }
    self.isTime = isTime || (!labels.isEmpty && periods.count == labels.count)
    guard periods.count == labels.count, areNested else {
      self.hasOthers = hasOthers && !self.isTime && !labels.isEmpty
      size = labels.count + (self.hasOthers ? 1 : 0)
      subtotals = []
      places = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
      return
    }
    self.hasOthers = false
    let bounds = Set(periods.flatMap { [$0.period.first.dayNumber, $0.period.last.dayNumber + 1] }).sorted()
    var spans = bounds.dropLast().filter { start in
      periods.contains { $0.period.first.dayNumber <= start && start <= $0.period.last.dayNumber }
    }
    let last = spans.lastIndex { start in
      periods.contains { period in
        spans.filter { period.period.first.dayNumber <= $0 && $0 <= period.period.last.dayNumber } == [start]
      }
    }
    if !isOpen, let last { spans.removeSubrange((last + 1)...) }
    var subtotals: [Set<Int>] = []
    var places: [String: Int] = [:]
    for (label, period) in periods {
      let own = Set(
        spans.indices.filter { period.first.dayNumber <= spans[$0] && spans[$0] <= period.last.dayNumber })
      if own.count == 1, let only = own.first {
        places[label] = only
      } else {
        places[label] = spans.count + 1 + subtotals.count
        subtotals.append(own)
      }
    }
    size = spans.count
    self.subtotals = subtotals
    self.places = places
  }
}
