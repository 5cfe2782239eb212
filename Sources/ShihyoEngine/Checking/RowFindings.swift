import ShihyoModel

/// Tells findings that the records of one row share from new ones. Where rows are records, every finding is new.
struct RowFindings {
  private var isReshaped = false
  private var row: Int?
  private var seen: Set<Finding> = []
  private var wasRefused = false

  /// - Returns: true where a new row begins.
  mutating func begin(_ batch: RecordBatch, _ record: Int) -> Bool {
    isReshaped = batch.origin != nil
    guard isReshaped, row == batch.records[record].byteOffset else {
      row = batch.records[record].byteOffset
      if isReshaped { seen.removeAll() }
      wasRefused = false
      return true
    }
    return false
  }

  mutating func isNew(_ finding: Finding) -> Bool { !isReshaped || seen.insert(finding).inserted }

  /// True where the row has not been refused before.
  mutating func isFirstRefusal(_ isNewRow: Bool) -> Bool {
    defer { wasRefused = true }
    return isNewRow || !wasRefused
  }
}
