import ShihyoModel

/// What becomes of a record in one query.
enum Fate: UInt8, Sendable {
  case passes, filteredOut
  /// A `<` or `>` met a cell without a value; one case per reason.
  case leftOutNil, leftOutMissing, leftOutSuppressed, leftOutNotSurveyed, leftOutEmpty, leftOutUnknownMark

  /// A condition that fails decides; else the first that met a cell without a value.
  init(_ verdicts: [ConditionReader.Verdict]) {
    var fate = Fate.passes
    for verdict in verdicts {
      if verdict.bits == ConditionReader.Verdict.fails.bits {
        self = .filteredOut
        return
      }
      if fate == .passes, let reason = verdict.reason { fate = Fate(reason) }
    }
    self = fate
  }

  private init(_ reason: Reason) {
    self =
      switch reason {
      case .nilCase: .leftOutNil
      case .missing: .leftOutMissing
      case .suppressed: .leftOutSuppressed
      case .notSurveyed: .leftOutNotSurveyed
      case .empty: .leftOutEmpty
      case .unknownMark: .leftOutUnknownMark
      }
  }

  var reason: Reason? {
    switch self {
    case .passes, .filteredOut: nil
    case .leftOutNil: .nilCase
    case .leftOutMissing: .missing
    case .leftOutSuppressed: .suppressed
    case .leftOutNotSurveyed: .notSurveyed
    case .leftOutEmpty: .empty
    case .leftOutUnknownMark: .unknownMark
    }
  }
}

/// One block while it is read: which records are refused, and what was found.
struct BlockState {
  let batch: RecordBatch
  let recordOffset: Int
  private(set) var refused: [Bool]
  private(set) var warnings: [Finding] = []
  /// Warnings of the cell just read, without their place.
  var newWarnings: [Finding] = []
  private var findings: [(record: Int, finding: Finding)] = []

  init(_ batch: RecordBatch, recordOffset: Int) {
    self.batch = batch
    self.recordOffset = recordOffset
    refused = Array(repeating: false, count: batch.records.count)
  }

  /// The largest there is where a record stands for several: they have no first one.
  func recordNumber(_ record: Int) -> Int {
    batch.counted == nil ? recordOffset + batch.records[record].number : .max
  }

  mutating func refuse(_ record: Int, _ refusal: Refusal) {
    refused[record] = true
    switch refusal {
    case .finding(let finding): findings.append((record, placed(finding, record)))
    case .invalidBytes(let column):
      var finding = batch.invalidBytes(record, column.index)
      if column.field?.isPersonal == true { finding.text = nil }
      findings.append((record, finding))
    }
  }

  mutating func placeWarnings(_ record: Int) {
    for warning in newWarnings { warnings.append(placed(warning, record)) }
    newWarnings.removeAll()
  }

  /// Those of the grammar and those of the cells in file order, each once: several queries may refuse the same cell.
  func findingsInOrder() -> [Finding] {
    var seen = Set<Finding>()
    let ofCells = findings.map { (line: batch.records[$0.record].line, finding: $0.finding) }
    let ofGrammar = batch.findings.map { (line: $0.place.line ?? 0, finding: $0) }
    return (ofGrammar + ofCells).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element.finding)
      .filter { seen.insert($0).inserted }
  }

  /// What is refused, and in how many of the records that the rows stand for.
  func countedFindings(_ counts: [Int]) -> [Finding: Int] {
    var seen = Set<FindingOfRecord>()
    var total: [Finding: Int] = [:]
    for (record, finding) in findings where seen.insert(FindingOfRecord(record: record, finding: finding)).inserted {
      total[finding, default: 0] += counts[record]
    }
    return total
  }

  /// Several queries may refuse the same cell.
  private struct FindingOfRecord: Hashable {
    let record: Int
    let finding: Finding
  }

  func accounting(_ fates: [Fate], _ batch: RecordBatch) -> Accounting {
    let counts = batch.counted?.counts
    var accounting = Accounting(
      records: (counts?.reduce(0, +) ?? batch.records.count) + batch.rejected.count, rejected: batch.rejected.count,
      blankLines: batch.blankLines)
    for record in batch.records.indices {
      let times = counts?[record] ?? 1
      if refused[record] {
        accounting.rejected += times
      } else if let reason = fates[record].reason {
        accounting.leftOut[reason] += times
      } else if fates[record] == .passes {
        accounting.accepted += times
      } else {
        accounting.filteredOut += times
      }
    }
    return accounting
  }

  private func placed(_ finding: Finding, _ record: Int) -> Finding {
    var finding = finding
    finding.place.file = batch.header.path
    finding.place.line = batch.line(of: record)
    if batch.origin != nil { finding.place = batch.located(finding.place, record) }
    return finding
  }
}
