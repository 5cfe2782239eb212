import ShihyoModel

/// Records of a block and the groups that they belong to; a record with several answers stands here several times.
struct GroupedRows: Sendable {
  /// Places in the block.
  var records: [Int32] = []
  var groups: [UInt32] = []

  mutating func reserve(_ count: Int) {
    records.reserveCapacity(count)
    groups.reserveCapacity(count)
  }
  @inline(__always)
  mutating func append(_ record: Int, _ group: UInt32) {
    records.append(Int32(truncatingIfNeeded: record))
    groups.append(group)
  }
}

/// One measure of a block, read: a slot per record, and the way back to the texts.
struct MeasureBlock {
  let slots: [NumberSlot]
  let reader: MeasureReader
  let batch: RecordBatch

  /// The reading as text is needed as well.
  var keepsText: Bool { reader.keepsText }

  /// The cell as text: UTF-8 bytes, or nil and why it holds no value.
  @inline(__always)
  func withText(_ record: Int, _ body: (UnsafeBufferPointer<UInt8>?, Reason) -> Void) {
    batch.withField(record, reader.column.index) { reader.withText(of: slots[record], $0, body) }
  }
}
