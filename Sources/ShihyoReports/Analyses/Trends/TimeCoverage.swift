import ShihyoModel

/// Which days or months of each period the data holds, to tell a whole period from a part of one.
///
/// - Months (or longer) in the time column: a period is partial where a month of it is missing. Each group is judged for itself,
///   unless records are counted: a ward without an accident in May has none, and May is there.
/// - Days in the time column: the first and the last period of all are partial where their first or last day is not reached, any
///   other one where a whole month of it is missing. A day without a record is no gap: it may be a Sunday.
/// - As-of dates (…現在): a state is never partial.
struct TimeCoverage {
  /// What one period holds.
  struct Extent: Hashable {
    var months: Set<Int> = []
    var days: Set<Int> = []
    /// As-of dates.
    var instants: Set<Int> = []
  }

  let grain: Grain
  private(set) var overall: [Period: Extent] = [:]
  private var groups: [[KeyValue]: [Period: Extent]] = [:]
  private var isDaily = false
  private var first: CalendarDate?
  private var last: CalendarDate?
  private let judgesGroups: Bool

  /// - Parameters:
  ///   - table: grouped by the keys of the trend and, last, the text of the time column; keys between them are passed over.
  ///   - groupKeys: how many keys the trend has.
  init(_ table: ResultTable, groupKeys: Int, grain: Grain, grammar: TimeGrammar, judgesGroups: Bool) {
    self.grain = grain
    self.judgesGroups = judgesGroups
    var known: [Label: TimeValue] = [:]
    for row in table.rows {
      guard case .text(let label) = row.keys.last else { continue }
      // A label that cannot be read was refused by the engine already, where the grain is the key.
      guard let value = known[label] ?? (try? grammar.read(label.text).value), let period = value.period(grain) else {
        continue
      }
      known[label] = value
      add(value, to: period, keys: Array(row.keys.prefix(groupKeys)))
    }
  }

  private mutating func add(_ value: TimeValue, to period: Period, keys: [KeyValue]) {
    first = min(first ?? value.first, value.first)
    last = max(last ?? value.last, value.last)
    var extent = Extent()
    if case .instant(let date) = value {
      extent.instants.insert(date.dayNumber)
    } else {
      if value.first == value.last {
        isDaily = true
        extent.days.insert(value.first.dayNumber)
      }
      var month = Period(.month, containing: value.first)
      while month.first <= value.last {
        extent.months.insert(month.first.dayNumber)
        let next = month.advanced(by: 1)
        if next == month { break }
        month = next
      }
    }
    overall[period, default: Extent()].merge(extent)
    if judgesGroups { groups[keys, default: [:]][period, default: Extent()].merge(extent) }
  }

  /// - Parameter keys: of the group; nil for the total.
  func isPartial(_ period: Period, keys: [KeyValue]?) -> Bool {
    guard grain != .day, let extent = extent(of: period, keys: keys), extent.instants.isEmpty else { return false }
    if extent.months.count < grain.months { return true }
    guard isDaily, let first, let last else { return false }
    return (period.contains(first) && first > period.first) || (period.contains(last) && last < period.last)
  }

  /// How much of a partial period there is: `3か月のうち2か月`; of days also the first and the last, which tell a series that
  /// begins late from days on which nothing happened.
  func words(_ period: Period, keys: [KeyValue]?) -> Bilingual? {
    guard let extent = extent(of: period, keys: keys) else { return nil }
    if isDaily, let first = extent.days.min().flatMap(CalendarDate.init(dayNumber:)),
      let last = extent.days.max().flatMap(CalendarDate.init(dayNumber:))
    {
      let all = period.last.dayNumber - period.first.dayNumber + 1
      return Bilingual(
        ja: "\(first.month)月\(first.day)日～\(last.month)月\(last.day)日、\(all)日のうち\(extent.days.count)日",
        en: "\(first.label(.en)) – \(last.label(.en)), \(extent.days.count) of \(all) days")
    }
    return Bilingual(
      ja: "\(grain.months)か月のうち\(extent.months.count)か月", en: "\(extent.months.count) of \(grain.months) months")
  }

  /// The first period that holds several as-of dates.
  var periodWithSeveralInstants: Period? {
    overall.filter { $0.value.instants.count > 1 }.keys.min()
  }

  private func extent(of period: Period, keys: [KeyValue]?) -> Extent? {
    guard judgesGroups, !isDaily, let keys else { return overall[period] }
    return groups[keys]?[period]
  }
}

extension TimeCoverage.Extent {
  fileprivate mutating func merge(_ other: Self) {
    months.formUnion(other.months)
    days.formUnion(other.days)
    instants.formUnion(other.instants)
  }
}
