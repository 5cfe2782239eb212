package import ShihyoModel

/// 点検 of a dataset of which another machine has counted the cells: how often each finding stands, not where.
///
/// - What: header, and every distinct cell of every column against its type, constraints and categories; primary and unique keys.
///   Foreign keys, missing periods and doubts about columns as a whole need the records and are left to `Checker`.
/// - Shape: one question per column, then one per key; each is answered by the distinct cells with their number of records.
/// - Cost: O(distinct cells).
package struct CountedCheck {
  /// The columns whose distinct cells are wanted together.
  package let questions: [[CountedRun.Column]]
  private let dataset: Dataset
  private let header: HeaderInfo
  private var columns: [CheckedColumn]
  /// One per key of the schema, in the order of the questions behind those of the columns.
  private var keys: [KeyCheck]
  private var counts: [Finding: Int] = [:]
  private var records = 0

  package init(header: HeaderInfo, dataset: Dataset) {
    self.header = header
    self.dataset = dataset
    let check = dataset.schema.map { HeaderCheck(header, $0) }
    let columns = header.names.indices.map { index in
      CheckedColumn(
        TouchedColumn(
          index: index, name: header.names[index], field: check?.fields[index], schema: dataset.schema,
          reading: dataset.reading))
    }
    self.columns = columns
    for finding in header.findings + (check?.findings ?? []) { counts[finding, default: 0] += 1 }
    for finding in columns.flatMap(\.unreadableConstraints) { counts[finding, default: 0] += 1 }
    var questions = header.names.indices.map { [$0] }
    var keys: [KeyCheck] = []
    for (names, isPrimary) in Self.keys(dataset.schema) {
      let places = names.compactMap { name in
        columns.firstIndex { $0.column.field.map { Label($0.name) } == Label(name) }
      }
      guard places.count == names.count, var schema = dataset.schema else { continue }
      schema.primaryKey = isPrimary ? names : []
      schema.uniqueKeys = isPrimary ? [] : [names]
      schema.foreignKeys = []
      keys.append(KeyCheck(schema, columns: columns, references: []))
      questions.append(places)
    }
    self.keys = keys
    self.questions = questions.map { places in
      places.sorted().map { CountedRun.Column(index: $0, name: header.names[$0], role: .text) }
    }
  }

  private static func keys(_ schema: Schema?) -> [(names: [String], isPrimary: Bool)] {
    guard let schema else { return [] }
    let primary = schema.primaryKey.isEmpty ? [] : [(names: schema.primaryKey, isPrimary: true)]
    return primary + schema.uniqueKeys.map { (names: $0, isPrimary: false) }
  }

  /// Judges the answer to a question.
  package mutating func add(_ rows: [CountedRow], question: Int) {
    let ordered = rows.sorted(by: CountedRow.precedes)
    if question == 0 { records = ordered.reduce(0) { $0 + $1.count } }
    for row in ordered {
      if question < columns.count {
        judge(row, column: question)
      } else {
        judge(row, key: question - columns.count, of: questions[question].map(\.index))
      }
    }
  }

  /// A question with too many distinct cells to be answered: said, not passed over.
  package mutating func leaveOut(_ question: Int, because rule: some FindingRule) {
    let column = questions[question].first.map { Place.Column.field(number: $0.index + 1, name: $0.name) }
    note(Finding(rule, at: Place(column: column)), times: 1)
  }

  private static let nowhere = KeyIndex.Stand(source: 0, line: 0)

  private mutating func judge(_ row: CountedRow, column: Int) {
    guard case .text(let bytes)? = row.cells.first else { return }
    let verdict = bytes.withUnsafeBufferPointer { columns[column].judge($0, at: Self.nowhere) }
    for finding in columns[column].verdicts[verdict].findings { note(finding, times: row.count) }
    guard columns[column].isUnique, case .value = columns[column].verdicts[verdict].key else { return }
    let isRepeated = columns[column].repeated(verdict, at: Self.nowhere) != nil
    let text = String(decoding: bytes, as: UTF8.self)
    let finding = columns[column].column.finding(CheckRule.notUnique(line: 0, file: nil), text: text)
    note(finding, times: isRepeated ? row.count : row.count - 1)
  }

  private mutating func judge(_ row: CountedRow, key: Int, of places: [Int]) {
    var parts = [KeyPart](repeating: .unreadable, count: columns.count)
    for (place, cell) in zip(places, row.cells) {
      guard case .text(let bytes) = cell else { continue }
      let verdict = bytes.withUnsafeBufferPointer { columns[place].judge($0, at: Self.nowhere) }
      parts[place] = columns[place].verdicts[verdict].key
    }
    // The first record of a key is no repetition of another; every further one is.
    for times in [1, row.count - 1] where times > 0 {
      for finding in keys[key].findings(at: Self.nowhere, sources: [nil], parts: parts) { note(finding, times: times) }
    }
  }

  private mutating func note(_ finding: Finding, times: Int) {
    guard times > 0 else { return }
    var finding = finding
    finding.place.file = header.path
    finding.place.line = nil
    counts[finding, default: 0] += times
  }

  /// - Parameter note: said at the end of the findings, where there are any.
  package consuming func finish(note: Finding) -> CheckReport {
    let refused = CountedRefusals(counts)
    var codes: [CheckReport.CodeCount] = []
    for (finding, times) in counts {
      if let known = codes.firstIndex(where: { $0.code == finding.code && $0.severity == finding.severity }) {
        codes[known].count += times
      } else {
        codes.append(CheckReport.CodeCount(code: finding.code, severity: finding.severity, count: times))
      }
    }
    codes.sort { ($1.severity, $1.count, $0.code) < ($0.severity, $0.count, $1.code) }
    let hasFindings = !counts.isEmpty
    return CheckReport(
      name: dataset.name, files: [header.path ?? "-"], accounting: Accounting(records: records, accepted: records),
      hasSchema: dataset.schema != nil, findings: refused.findings + (hasFindings ? [note] : []),
      total: refused.findings.count + (hasFindings ? 1 : 0), counts: codes)
  }
}
