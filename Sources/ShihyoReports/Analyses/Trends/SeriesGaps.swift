import ShihyoModel

/// Months that single series (a centre, a body) lack while the data hold them: a sum over the series is then too small.
///
/// - A series lacks a month between its own first and last. In the period that holds the last month of all it also lacks what
///   comes after its last, if it was there in that period or the one before: not received yet, or ended. One that begins late
///   lacks nothing.
/// - Shape: only times that are months or longer; days without a record are no gap, and as-of dates are states.
/// - Cost: memory for every month of every series.
struct SeriesGaps {
  struct Gap: Hashable {
    var group: [KeyValue]
    var series: [KeyValue]
    /// Earliest first; not empty.
    var months: [Period]
  }

  private struct Series {
    /// Those of the group first.
    var keys: [KeyValue]
    /// Places in `held`, ascending, each once; not empty.
    var months: [Int]
  }

  private var all: [Series] = []
  /// The months of all series, ascending.
  private var held: [Period] = []
  /// How many of the keys of a series are those of its group.
  var groupKeys: Int

  /// - Parameters:
  ///   - table: grouped by the keys of the groups, those of the series and, last, the text of the time column.
  ///   - groupKeys: how many of its keys are the group's.
  init(_ table: ResultTable, groupKeys: Int, grammar: TimeGrammar) {
    self.groupKeys = groupKeys
    let (body, width) = (table.body, table.query.keys.count)
    var places: [[KeyValue]: Int] = [:]
    var known: [Label: [Int]] = [:]
    var numbers: [Period: Int] = [:]
    for row in 0..<body.count {
      guard width > 0, case .text(let label) = body.key(width - 1, of: row) else { continue }
      let months =
        known[label]
        ?? Self.months(label, grammar).map { month in
          let number = numbers[month] ?? numbers.count
          numbers[month] = number
          return number
        }
      known[label] = months
      guard !months.isEmpty else { continue }
      let keys = (0..<width - 1).map { body.key($0, of: row) }
      let place = places[keys] ?? all.count
      if place == all.count {
        places[keys] = place
        all.append(Series(keys: keys, months: months))
      } else {
        all[place].months += months
      }
    }
    let ordered = numbers.sorted { $0.key < $1.key }
    held = ordered.map(\.key)
    var ranks = [Int](repeating: 0, count: ordered.count)
    for (rank, entry) in ordered.enumerated() { ranks[entry.value] = rank }
    for place in all.indices { all[place].months = Set(all[place].months.map { ranks[$0] }).sorted() }
  }

  private static func months(_ label: Label, _ grammar: TimeGrammar) -> [Period] {
    let value = Period(machineSpelling: label.text).map(TimeValue.period) ?? (try? grammar.read(label.text).value)
    guard let value, value.first != value.last else { return [] }
    if case .instant = value { return [] }
    var months = [Period(.month, containing: value.first)]
    while let last = months.last, last.last < value.last, months.count < 1200 { months.append(last.advanced(by: 1)) }
    return months
  }

  /// In the order in which the series appear.
  ///
  /// - Parameter group: nil: of all groups.
  /// - Cost: a look at each series; only one that lacks a month of its own time is gone through.
  func gaps(in period: Period, group: [KeyValue]?) -> [Gap] {
    let (start, end) = (period.first, period.last)
    let asked = held.indices.filter { start <= held[$0].first && held[$0].last <= end }
    guard let latest = held.last, let lastAsked = asked.last else { return [] }
    let isLast = period.contains(latest.first)
    let before = period.advanced(by: -1).first
    return all.compactMap { one in
      guard let first = one.months.first, let last = one.months.last else { return nil }
      let goesOn = isLast && held[last].first >= before
      // Most series have all months of their time.
      if one.months.count == last - first + 1, lastAsked <= last || !goesOn { return nil }
      if let group, !one.keys.prefix(groupKeys).elementsEqual(group) { return nil }
      let missing = asked.filter { $0 > first && ($0 < last || goesOn) && !one.months.contains($0) }
      if missing.isEmpty { return nil }
      return Gap(
        group: Array(one.keys.prefix(groupKeys)), series: Array(one.keys.dropFirst(groupKeys)),
        months: missing.map { held[$0] })
    }
  }
}

extension SeriesGaps.Gap {
  /// `甲・4月・5月`, as the notes name it.
  func words(of period: Period) -> Bilingual {
    let names = (group + series).map { ReportTable.KeyCell($0).label }
    let ja = (names.map(\.ja) + [period.label(.ja)]).joined(separator: "・")
    let en = (names.map(\.en) + [period.label(.en)]).joined(separator: ", ")
    if months.count == 1, months[0] == period { return Bilingual(ja: ja, en: en) }
    let list = months.prefix(Self.mostMonths).map { "\($0.first.month)月" }.joined(separator: "・")
    let english = months.prefix(Self.mostMonths).map { $0.label(.en) }.joined(separator: ", ")
    let rest = months.count - Self.mostMonths
    return Bilingual(
      ja: "\(ja)（\(list)\(rest > 0 ? "、ほか\(rest)か月" : "")）",
      en: "\(en) (\(english)\(rest > 0 ? ", and \(rest) more" : ""))")
  }

  private static let mostMonths = 3
}

/// The columns whose values tell one series from another in a column of times.
enum SeriesColumns {
  /// What the descriptor says: `periods.by`, else the rest of the primary key; empty where it says neither, or where the times
  /// are days.
  ///
  /// - Parameters:
  ///   - keys: columns that make the groups already.
  ///   - filter: a condition on an amount chooses rows, not series: nothing is judged then.
  static func names(
    time: String, schema: Schema?, reading: ReadingOptions, keys: [GroupKey], filter: [Condition]
  ) -> [String] {
    guard let schema, filter.allSatisfy({ [.equal, .notEqual].contains($0.comparison) }) else { return [] }
    switch schema.field(named: time)?.type {
    case .date, .datetime: return []
    default: break
    }
    let names = declared(time: time, schema: schema, reading: reading) ?? []
    return names.filter { name in
      !keys.contains { key in
        if case .column(let column) = key.source { Label(column) == Label(name) && key.form == .text } else { false }
      }
    }
  }

  /// Whether the descriptor says which series there are; days need none.
  static func isDeclared(time: String, schema: Schema, reading: ReadingOptions) -> Bool {
    declared(time: time, schema: schema, reading: reading) != nil
  }

  private static func declared(time: String, schema: Schema, reading: ReadingOptions) -> [String]? {
    let shape = reading.shape
    if let periods = shape?.periods, Label(periods.column) == Label(time), let by = periods.by { return by }
    let key = schema.primaryKey
    if key.contains(where: { Label($0) == Label(time) }) { return key.filter { Label($0) != Label(time) } }
    // 年 and 月 of the file stand for the months that are made of them.
    guard let months = shape?.yearMonth, Label(months.field.name) == Label(time),
      key.contains(where: { Label($0) == Label(months.month) })
    else { return nil }
    return key.filter { ![Label(months.year), Label(months.month)].contains(Label($0)) }
  }
}
