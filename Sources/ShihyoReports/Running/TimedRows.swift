import ShihyoModel

/// Rows whose last key is a time as the file has it, and what of them lies within a period.
///
/// Times are read here, not by the engine, because one column may hold months, quarters and years: a period takes the rows
/// that stand for it itself, else those that lie wholly inside it.
struct TimedRows {
  struct Selection {
    /// Without the time key.
    var rows: [ResultTable.Row]
    /// The keys of the rows that were chosen, with their times.
    var groups: [[KeyValue]]
    /// The rows do not cover the whole period; of a stock: the data end before the period does.
    var isPartial: Bool
    /// What the figures stand for: the period, of a stock the last month (or longer) that the data hold of it.
    var covered: Period
    /// The months of the period that they hold, counted from its first; of days all months up to the end of the data.
    var months: Set<Int>
    /// Two rows of different length cover the same days.
    var overlaps: Bool
  }

  private let table: ResultTable
  /// Of all labels, in the order of the table; two spellings of one time stand twice.
  private let times: [TimeValue]
  /// For each row, the place of its time; nil where its key is none.
  private let placeOfRow: [Int?]

  /// - Parameter field: how the column is read.
  init(_ table: ResultTable, field: Field?) {
    self.table = table
    let grammar = TimeGrammar(
      yearReading: field?.yearReading ?? .fiscal, dateOrder: field?.dateOrder, format: field?.format)
    var times: [TimeValue] = []
    var places: [Label: Int?] = [:]
    placeOfRow = table.rows.map { row in
      guard case .text(let label)? = row.keys.last else { return nil }
      if let known = places[label] { return known }
      let time = Period(machineSpelling: label.text).map(TimeValue.period) ?? (try? grammar.read(label.text).value)
      places[label] = .some(time.map { _ in times.count })
      if let time { times.append(time) }
      return time.map { _ in times.count - 1 }
    }
    self.times = times
  }

  /// - Parameter isStock: only the last time within the period counts: a stock is not summed over time.
  /// - Parameter countsRecords: a month without a record lacks nothing, where the data go on after it.
  func selection(_ period: Period, isStock: Bool, countsRecords: Bool = false) -> Selection {
    let (first, last) = (period.first, period.last)
    var inside = times.indices.filter { first <= times[$0].first && times[$0].last <= last }
    let whole = inside.filter { times[$0].first == first && times[$0].last == last }
    if !whole.isEmpty { inside = whole }
    let ordered = inside.map { times[$0] }.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    let overlaps = zip(ordered, ordered.dropFirst()).contains { $0 != $1 && $1.first <= $0.last }
    var isPartial = Self.leavesGaps(ordered, in: period)
    var covered = period
    if isStock, let latest = ordered.map(\.last).max() {
      inside = inside.filter { times[$0].last == latest }
      // An as-of date says itself what it stands for.
      let isSpan = inside.contains { times[$0].first != times[$0].last }
      isPartial = isSpan && latest < last
      if isSpan { covered = Period(.month, containing: latest) }
    }
    let months = months(of: isStock ? inside.map { times[$0] } : ordered, in: period, isStock, countsRecords)
    var isInside = [Bool](repeating: false, count: times.count)
    for place in inside { isInside[place] = true }
    let rows = zip(table.rows, placeOfRow).compactMap { row, place in
      place.map { isInside[$0] } ?? false ? row : nil
    }
    let shorter = rows.map {
      ResultTable.Row(keys: Array($0.keys.dropLast()), firstRecord: $0.firstRecord, values: $0.values)
    }
    return Selection(
      rows: ResultTable.combined(shorter, aggregates: table.query.aggregates), groups: rows.map(\.keys),
      isPartial: isPartial, covered: covered, months: months, overlaps: overlaps)
  }

  private func months(
    of inside: [TimeValue], in period: Period, _ isStock: Bool, _ countsRecords: Bool
  ) -> Set<Int> {
    var spans = inside.filter { $0.first != $0.last }.map { ($0.first, $0.last) }
    if !isStock, spans.count < inside.count || countsRecords, !inside.isEmpty,
      let (first, last) = extent
    {
      spans.append((max(first, period.first), min(last, period.last)))
    }
    func index(_ date: CalendarDate) -> Int { (date.year - period.first.year) * 12 + date.month - period.first.month }
    return spans.reduce(into: []) { months, span in months.formUnion(index(span.0)...index(span.1)) }
  }

  /// Days and instants leave gaps by nature; months and longer must meet.
  private static func leavesGaps(_ times: [TimeValue], in period: Period) -> Bool {
    let spans = times.filter { $0.first != $0.last }
    guard !spans.isEmpty else { return false }
    var next = period.first.dayNumber
    for span in spans {
      if span.first.dayNumber > next { return true }
      next = max(next, span.last.dayNumber + 1)
    }
    return next <= period.last.dayNumber
  }

  /// From the first to the last day; nil without a time.
  var extent: (first: CalendarDate, last: CalendarDate)? {
    guard let first = times.map(\.first).min(), let last = times.map(\.last).max() else { return nil }
    return (first, last)
  }

  /// The first label that is no time; nil where all are.
  var unread: String? {
    for (row, place) in zip(table.rows, placeOfRow) where place == nil {
      if case .text(let label)? = row.keys.last { return label.text }
    }
    return nil
  }

  /// Quarters of which every month is there.
  var completeQuarters: Set<Period> {
    let candidates = Set(times.map { Period(.quarter, containing: $0.last) })
    return candidates.filter { quarter in
      let inside = times.filter { quarter.first <= $0.first && $0.last <= quarter.last && $0.first != $0.last }
      let ordered = inside.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
      return !ordered.isEmpty && !Self.leavesGaps(ordered, in: quarter)
    }
  }
}
