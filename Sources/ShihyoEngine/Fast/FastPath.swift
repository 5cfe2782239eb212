import ShihyoModel

// The hot path, from bytes to groups: read the files of this folder in this order.
//
// 1. FastPath (here): when the hot path has a go, and for how long libcsv reads instead.
// 2. FastPlan: which columns a run touches, and what it adds; nothing else of a record is looked at.
// 3. FastReader, +Blocks, +Stream, BlockMemory: blocks of whole records, from files and from streams, one thread each;
//    blocks are accepted in file order (OrderedTurns), so a block that is refused ends the stretch at its first record.
// 4. BlockWorker, +Columns, FieldChunk, WorkerColumns: a block is indexed in C (CFieldIndex) in chunks of 32 KiB that stay
//    in the nearest cache, column by column. Whatever is not plain makes the block one for the plain path.
// 5. Few groups: LocalTable (+Adding) and LocalGroups hold those of a block, PartialResult+Fast and +NewKeys merge them
//    into the total, one block after the other.
// 6. Many groups: BlockRows, RunGroups and RunPart hold those of the run for all workers; BlockWorker+Groups hands the
//    records over, KeyProbe looks at new keys, PartialResult+RunGroups takes the groups over when all blocks are read.
//
// What must change together: the order of conditions, keys and measures in BlockWorker and in PartialResult; the cells of
// LocalTable and GroupTable+Fast; those of RunPart and GroupTable+Fast; keys.h and LocalGroups.
// How to check: FastEngineTests and RunGroupsTests hold the answers and findings equal to the plain path's, over
// generated files and every block size; `make fuzz` holds the index equal to libcsv; `make bench` says what it costs.

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
  /// - Errors: `CancellationError`; `Findings` where there is no memory for more groups.
  mutating func read(_ records: RecordReader, into total: consuming PartialResult) throws -> PartialResult {
    guard let start = records.resumption, start.position >= waitsUntil, start.remaining > reader.blockBytes
    else { return total }
    var pending: [UInt8] = []
    if case .stream = start.source { pending = records.pendingBytes }
    let merged = reader.read(from: start, pending: pending, into: total)
    try Task.checkCancellation()
    if let excess = merged.excess { throw excess.findings }
    records.resume(at: merged.point, pending: merged.pending)
    let progress = merged.point.position - start.position
    patience = progress > 16 * reader.blockBytes ? reader.blockBytes : min(patience * 2, 1 << 26)
    waitsUntil = merged.point.position + patience
    return merged.total
  }
}
