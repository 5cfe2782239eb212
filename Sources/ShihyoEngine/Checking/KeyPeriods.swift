import ShihyoModel

/// Which periods a table lacks that its primary key says it should have: of 館名 and 年月, each 館 has every month.
///
/// - Where: exactly one column of the key holds months or longer, and the layout has no `periods` of its own. Days without a
///   record are no gap.
/// - Evidence: most of groups × periods are there; of a list in which groups come and go, nothing is said.
/// - Cost: memory for every period of every group.
struct KeyPeriods {
  private let time: Int
  private let name: String
  private var ledger: PeriodLedger
  private let others: [Int]
  private var rows = 0
  private var periods: Set<String> = []
  private var groups: Set<[String]> = []

  /// - Parameter columns: of the file, with their fields.
  init?(_ schema: Schema, columns: [CheckedColumn], reading: ReadingOptions) {
    let places = schema.primaryKey.compactMap { name in
      columns.firstIndex { $0.column.field.map { Label($0.name) } == Label(name) }
    }
    let fields = places.compactMap { columns[$0].column.field }
    let times = zip(places, fields).filter { [.yearmonth, .year, .period].contains($1.type) }
    let hasDays = fields.contains { [.date, .datetime].contains($0.type) }
    guard reading.shape?.periods == nil, !places.isEmpty, places.count == schema.primaryKey.count, times.count == 1,
      !hasDays, !fields.contains(where: \.isPersonal), let only = times.first
    else { return nil }
    time = only.0
    name = columns[time].column.name
    others = places.filter { $0 != only.0 }
    ledger = PeriodLedger(column: time, by: others, field: only.1, path: nil, reading: reading)
  }

  /// Notes a record; one whose key cannot be read has findings of its own.
  mutating func add(_ parts: [KeyPart], line: Int) {
    var texts: [Int: String] = [:]
    for column in others + [time] {
      guard case .value(let text) = parts[column] else { return }
      texts[column] = text
    }
    _ = ledger.add(line: line) { texts[$0] ?? "" }
    rows += 1
    if let period = texts[time] { periods.insert(period) }
    groups.insert(others.map { texts[$0] ?? "" })
  }

  /// Without their file.
  func findings() -> [Finding] {
    guard rows * 4 >= periods.count * groups.count * 3 else { return [] }
    return ledger.finish().map { finding in
      var finding = finding
      finding.place.column = .field(number: time + 1, name: name)
      return finding
    }
  }
}
