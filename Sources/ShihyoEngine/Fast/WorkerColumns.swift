/// The columns of one chunk as a worker reads them: a value, verdict or fate per record.
final class WorkerColumns {
  /// Per measure.
  let values: [UnsafeMutablePointer<Int64>]
  /// Per measure, 1 where the cell is no plain number: then its value is 0 and means nothing.
  let odd: [UnsafeMutablePointer<UInt8>]
  /// Per measure, the digits of a plain number as a word that compares as their text does.
  let texts: [UnsafeMutablePointer<UInt64>]
  /// Records whose cells are no plain digits, of the measure that is being read.
  let others: UnsafeMutablePointer<UInt32>
  /// Per condition.
  let verdicts: [UnsafeMutablePointer<ConditionReader.Verdict>]
  /// Per query, 1 where the record passes; nil where there is no condition.
  let passes: [UnsafeMutablePointer<UInt8>?]
  /// Per measure, whether `texts` is filled.
  let keepsText: [Bool]
  private let union: UnsafeMutablePointer<UInt8>

  init(_ plan: FastPlan, rowCapacity: Int) {
    values = plan.plan.measures.map { _ in
      let column = UnsafeMutablePointer<Int64>.allocate(capacity: rowCapacity)
      column.initialize(repeating: 0, count: rowCapacity)
      return column
    }
    odd = plan.plan.measures.map { _ in
      let column = UnsafeMutablePointer<UInt8>.allocate(capacity: rowCapacity)
      column.initialize(repeating: 0, count: rowCapacity)
      return column
    }
    let keepsText = plan.queries.flatMap(\.uses).filter(\.keepsText).map(\.measure)
    texts = plan.plan.measures.indices.map { measure in
      let column = UnsafeMutablePointer<UInt64>.allocate(capacity: keepsText.contains(measure) ? rowCapacity : 1)
      column.initialize(to: 0)
      return column
    }
    self.keepsText = plan.plan.measures.indices.map { keepsText.contains($0) }
    verdicts = plan.plan.conditions.map { _ in
      let column = UnsafeMutablePointer<ConditionReader.Verdict>.allocate(capacity: rowCapacity)
      column.initialize(repeating: .fails, count: rowCapacity)
      return column
    }
    passes = plan.queries.map { query in
      guard !query.conditions.isEmpty else { return nil }
      let column = UnsafeMutablePointer<UInt8>.allocate(capacity: rowCapacity)
      column.initialize(repeating: 0, count: rowCapacity)
      return column
    }
    union = .allocate(capacity: rowCapacity)
    others = .allocate(capacity: rowCapacity)
  }

  deinit {
    for column in values { column.deallocate() }
    for column in odd { column.deallocate() }
    for column in texts { column.deallocate() }
    for column in verdicts { column.deallocate() }
    for column in passes { column?.deallocate() }
    union.deallocate()
    others.deallocate()
  }

  /// 1 for every record that passes for one of the queries; nil where all do.
  func needed(_ queries: [Int], rows: Int) -> UnsafeMutablePointer<UInt8>? {
    var found: [UnsafeMutablePointer<UInt8>] = []
    for query in queries {
      guard let column = passes[query] else { return nil }
      found.append(column)
    }
    if found.count == 1 { return found[0] }
    for row in 0..<rows { union[row] = found.contains { $0[row] != 0 } ? 1 : 0 }
    return union
  }
}
