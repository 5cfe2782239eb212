import ShihyoModel

/// Decides at every border between records whether the hot path has a go.
///
/// Where it stops, libcsv reads on for a while before it is tried again: one block at first, twice as much each time
/// that the hot path did not come far, so that a file it is not made for costs little more than without it.
struct FastPath {
  let reader: FastReader
  private var patience: Int
  private var waitsUntil = 0

  init(reader: FastReader) {
    self.reader = reader
    patience = reader.blockBytes
  }

  /// Reads what it can from where `records` stands, and makes it go on behind that.
  ///
  /// - Errors: `CancellationError`.
  mutating func read(_ records: RecordReader, into total: consuming PartialResult) throws -> PartialResult {
    guard let start = records.resumption, start.position >= waitsUntil, start.remaining > reader.blockBytes
    else { return total }
    var pending: [UInt8] = []
    if case .stream = start.source { pending = records.pendingBytes }
    let merged = reader.read(from: start, pending: pending, into: total)
    try Task.checkCancellation()
    records.resume(at: merged.point, pending: merged.pending)
    let progress = merged.point.position - start.position
    patience = progress > 16 * reader.blockBytes ? reader.blockBytes : min(patience * 2, 1 << 26)
    waitsUntil = merged.point.position + patience
    return merged.total
  }
}
