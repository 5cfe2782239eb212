import ShihyoModel

/// Notes which periods stand in which group, and says which come twice and which are missing between the first and the last.
///
/// - Errors: cells that are no period are left to the column's own type.
/// - Cost: memory for every period of every group.
struct PeriodLedger {
  private struct Group {
    var lines: [Period: Int] = [:]
  }

  let column: Int
  private let by: [Int]?
  private let path: String?
  private let grammar: TimeGrammar
  private var known: [Label: Period?] = [:]
  private var groups: [[Label]: Group] = [:]
  private var order: [[Label]] = []

  /// - Parameters:
  ///   - column: columns of the records, as are those of `by`.
  init(column: Int, by: [Int]?, field: Field?, path: String?, reading: ReadingOptions) {
    self.column = column
    self.by = by
    self.path = path
    grammar = TimeGrammar(
      yearReading: field?.yearReading ?? reading.yearReading, dateOrder: field?.dateOrder ?? reading.dateOrder,
      format: field?.format)
  }

  /// The finding, without its column, where the period stands in the group already.
  mutating func add(line: Int, _ text: (Int) -> String) -> Finding? {
    let label = Label(text(column))
    let period = known[label] ?? read(label)
    guard let period else { return nil }
    let group = (by ?? []).map { Label(text($0)) }
    if groups[group] == nil {
      groups[group] = Group()
      order.append(group)
    }
    guard let first = groups[group]?.lines[period] else {
      groups[group]?.lines[period] = line
      return nil
    }
    if by == nil { return nil }
    return Finding(ShapeRule.periodTwice(period: period.machineSpelling, line: first), text: label.text)
  }

  private mutating func read(_ label: Label) -> Period? {
    var period: Period?
    if case .period(let found)? = try? grammar.read(label.text).value { period = found }
    known[label] = .some(period)
    return period
  }

  func finish() -> [Finding] {
    let spans = order.compactMap { group -> Span? in
      let periods = (groups[group]?.lines.keys).map(Array.init)?.sorted() ?? []
      guard let first = periods.first, let last = periods.last, periods.allSatisfy({ $0.grain == first.grain }) else {
        return nil
      }
      return Span(group: group, periods: periods, first: first, last: last)
    }
    return spans.compactMap(missing) + edges(spans)
  }

  private struct Span {
    var group: [Label]
    var periods: [Period]
    var first: Period
    var last: Period
  }

  private func missing(_ span: Span) -> Finding? {
    let present = Set(span.periods)
    var missing: [String] = []
    var period = span.first
    while period < span.last, missing.count < 100 {
      if !present.contains(period) { missing.append(period.machineSpelling) }
      period = period.advanced(by: 1)
    }
    if missing.isEmpty { return nil }
    let rule = ShapeRule.periodMissing(periods: missing, group: span.group.map(\.text))
    return Finding(rule, at: Place(file: path), text: missing.joined(separator: " "))
  }

  /// Groups that do not reach the first or the last period of the others: opened or closed, or not received.
  private func edges(_ spans: [Span]) -> [Finding] {
    guard spans.count > 1, let first = spans.map(\.first).min(), let last = spans.map(\.last).max(),
      spans.allSatisfy({ $0.first.grain == first.grain })
    else { return [] }
    return spans.compactMap { span in
      guard span.first != first || span.last != last else { return nil }
      let rule = ShapeRule.periodsShort(
        group: span.group.map(\.text), own: [span.first.machineSpelling, span.last.machineSpelling],
        all: [first.machineSpelling, last.machineSpelling])
      return Finding(rule, at: Place(file: path), text: span.group.map(\.text).joined(separator: "・"))
    }
  }
}
