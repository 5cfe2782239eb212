import ShihyoModel

/// A slow, plain engine over rows in memory, so that analyses are tested apart from any reading of files.
struct PlainEngine {
  var columns: [String]
  var records: [[String]]

  init(_ columns: [String], _ records: [[String]]) {
    self.columns = columns
    self.records = records
  }

  func run(_ queries: [Query]) -> [ResultTable] { queries.map(run) }

  func run(_ query: Query) -> ResultTable {
    var rows: [ResultTable.Row] = []
    for (index, record) in records.enumerated() {
      for keys in combinations(query.keys.map { values(of: $0, in: record) }) {
        let parts = query.aggregates.map { value($0, in: record) }
        let one = ResultTable.Row(keys: keys, firstRecord: index + 1, values: parts)
        var table = answer(query, [one])
        table.merge(answer(query, rows))
        rows = table.rows
      }
    }
    var table = answer(query, rows)
    table.decimalsSeen = query.aggregates.map { decimals($0) }
    table.accounting = Accounting(records: records.count, accepted: records.count)
    return table
  }

  private func answer(_ query: Query, _ rows: [ResultTable.Row]) -> ResultTable {
    ResultTable(
      query: query, rows: rows, decimalsSeen: query.aggregates.map { _ in 0 }, accounting: Accounting(),
      overlapping: query.keys.contains { $0.source.isOverlapping })
  }

  private func cell(_ column: String, _ record: [String]) -> String {
    columns.firstIndex(of: column).map { record[$0] } ?? ""
  }

  private static let reasons: [String: Reason] = ["": .empty, "－": .nilCase, "…": .missing, "x": .suppressed]

  private func values(of key: GroupKey, in record: [String]) -> [KeyValue] {
    switch key.source {
    case .column(let column): [value(cell(column, record), key.form)]
    case .split(let column, let separator):
      cell(column, record).isEmpty
        ? [.absent(.empty)]
        : cell(column, record).split(separator: separator).map { .text(Label(String($0))) }
    case .options(let columns):
      columns.filter { cell($0, record) == "1" }.map { .text(Label($0)) }
    }
  }

  private func value(_ text: String, _ form: GroupKey.Form) -> KeyValue {
    if let reason = Self.reasons[text] { return .absent(reason) }
    switch form {
    case .number, .value: return ExactDecimal(text).map { .number($0) } ?? .text(Label(text))
    case .brackets:
      if text == "不詳" { return .age(.unknown) }
      let ends = text.split(separator: "-").compactMap { Int($0) }
      guard let lower = ends.first, let bracket = AgeBracket(lower: lower, upper: ends.count > 1 ? ends[1] : nil)
      else { return .text(Label(text)) }
      return .age(.bracket(bracket))
    case .text, .period: return .text(Label(text))
    }
  }

  private func value(_ aggregate: Aggregate, in record: [String]) -> AggregateValue {
    func tally(_ text: String) -> Tally {
      var tally = Tally()
      if let reason = Self.reasons[text] {
        tally.reasons[reason] = 1
        tally.marks = .incomplete
      } else {
        tally.n = 1
      }
      return tally
    }
    switch aggregate {
    case .count: return .count(1)
    case .countValues(let column): return .countValues(tally(cell(column, record)))
    case .sum(let column):
      let text = cell(column, record)
      let billionths = ExactDecimal(text)?.widened(to: 9)?.coefficient ?? 0
      return .sum(SumValue(billionths: billionths, tally: tally(text)))
    case .min(let column), .max(let column):
      let text = cell(column, record)
      let label = Self.reasons[text] == nil ? Label(text) : nil
      return .extreme(ExtremeValue(number: ExactDecimal(text), text: label, tally: tally(text)))
    }
  }

  private func decimals(_ aggregate: Aggregate) -> Int {
    switch aggregate {
    case .count, .countValues: 0
    case .sum(let column), .min(let column), .max(let column):
      records.compactMap { ExactDecimal(cell(column, $0))?.decimals }.max() ?? 0
    }
  }

  private func combinations(_ lists: [[KeyValue]]) -> [[KeyValue]] {
    lists.reduce([[]]) { rows, list in rows.flatMap { row in list.map { row + [$0] } } }
  }
}
