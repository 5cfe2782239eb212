import CFieldIndex
import Glibc
import ShihyoModel
import Synchronization

/// Reads a file from one border between records to its end, or to the first block that is not for the hot path, on all
/// threads at once.
///
/// Note to the next reader. The file is cut every `blockBytes`; a block is the records that begin between two cuts.
/// Each thread takes the next block, reads it, counts its quotes, waits until the blocks before have counted theirs, and
/// so knows whether a cut stands inside quotes: then the first line feed outside them ends the record that is cut
/// (FastReader+Blocks). Standard input cannot be read twice, so there a thread reads its block alone, keeps the whole
/// records, and leaves the rest to the next (FastReader+Stream).
/// Blocks are merged in file order, so the result is the same for any number of threads. A block that cannot be merged
/// stops all: what was read beyond it is thrown away, or given back, and the plain path goes on at its first record.
struct FastReader: Sendable {
  let plan: FastPlan
  let header: HeaderInfo
  let threads: Int
  let blockBytes: Int
  /// Records of the files before this one.
  let recordOffset: Int
  let progress: RunProgress
  /// Groups that a worker keeps to itself before they are shared.
  let ownGroups: Int
  /// Bytes of the files before this one.
  let byteOffset: Int
  let memoryLimit: MemoryLimit

  /// What the threads share.
  final class Shared: Sendable {
    let start: Resumption
    let nextBlock = Atomic<Int>(0)
    let cuts = OrderedTurns()
    let merges = OrderedTurns()
    /// The cut that comes next stands inside quotes; only who has the turn looks at it.
    let isInsideQuotes = Atomic<Bool>(false)
    /// Of standard input only.
    let feed: Mutex<StreamFeed>
    let merged: Mutex<Merged>
    /// Per query; see `RunGroups`.
    let groups: [RunGroups]

    init(_ start: Resumption, _ feed: consuming StreamFeed, _ total: PartialResult, _ plan: FastPlan) {
      self.start = start
      groups = plan.queries.map { RunGroups($0) }
      self.feed = Mutex(feed)
      merged = Mutex(Merged(total: total, point: start))
    }
  }
  /// All blocks merged so far, and where the next one begins.
  struct Merged: Sendable {
    var total: PartialResult
    var point: Resumption
    /// Of standard input, what was read beyond the point.
    var pending: [UInt8] = []
    /// Memory was short: the total is not whole, and no answer.
    var excess: MemoryLimit.Excess?
  }
  /// A block whose place is settled: number, records in its memory, and how many bytes of the input they are.
  struct Piece {
    let number: Int
    /// Empty where no record begins in the block; nil where its records cannot be told.
    var text: Range<Int>?
    var bytes = 0
  }

  /// Reads from `start`; returns what was read added to `total`, and where the plain path has to go on.
  ///
  /// - Parameter pending: of standard input, what was read of it before and comes first.
  func read(from start: Resumption, pending: [UInt8] = [], into total: consuming PartialResult) -> Merged {
    let shared = Shared(start, StreamFeed(start, pending), total, plan)
    let blocks = start.remaining == .max ? .max : (start.remaining + blockBytes - 1) / blockBytes
    WorkerThreads.run(min(threads, blocks)) { thread in
      var worker = BlockWorker(plan)
      var memory = BlockMemory(blockBytes: blockBytes)
      let decoder = CellDecoder(start.encoding)
      // The caller's thread is the one that knows of a cancelled task.
      while !(thread == 0 && Task.isCancelled), let piece = next(&memory, shared, blocks) {
        guard take(piece, &memory, &worker, decoder, shared, thread) else { break }
      }
      // Whoever leaves early leaves a gap in the turns.
      if thread == 0, Task.isCancelled { stop(shared) }
    }
    var merged = shared.merged.withLock { merged in
      // To take the groups over would need more.
      merged.excess = memoryLimit.excess
      if merged.excess != nil { return merged }
      for query in plan.queries.indices where plan.queries[query].canShareGroups {
        merged.total.take(
          shared.groups[query], query: query, plan, header: header, encoding: start.encoding, threads: threads)
      }
      return merged
    }
    // All threads have ended.
    if case .stream = start.source { shared.feed.withLock { $0.giveBack(to: &merged) } }
    return merged
  }

  /// The next block of the input, in memory; nil after the last.
  private func next(_ memory: inout BlockMemory, _ shared: Shared, _ blocks: Int) -> Piece? {
    if case .stream = shared.start.source {
      return shared.feed.withLock { feed in
        LockTrace.taken(by: shared)
        defer { LockTrace.left(by: shared) }
        return feed.next(&memory, blockBytes: blockBytes)
      }
    }
    let block = shared.nextBlock.add(1, ordering: .relaxed).oldValue
    return block < blocks ? cut(block, isLast: block == blocks - 1, &memory, shared) : nil
  }

  private func stop(_ shared: Shared) {
    shared.cuts.close()
    shared.merges.close()
  }

  /// False where reading ends here.
  private func take(
    _ piece: Piece, _ memory: inout BlockMemory, _ worker: inout BlockWorker, _ decoder: CellDecoder, _ shared: Shared,
    _ thread: Int
  ) -> Bool {
    // Workers begin with different parts of the shared groups.
    let part = thread * RunGroups.partCount / max(1, threads)
    var isRegular = false
    if let text = piece.text, text.count > 0 {
      isRegular =
        worker.parse(memory.base + text.lowerBound, count: text.count, decoder: decoder, isASCII: shared.start.isASCII)
        && worker.findShared(shared.groups, from: part, decoder: decoder)
    }
    if shared.merges.wait(for: piece.number) {
      if let text = piece.text {
        let start = text.isEmpty || !isRegular ? nil : merge(piece, text, memory, worker, shared)
        if text.isEmpty || start != nil {
          shared.merges.pass(piece.number)
          if let start {
            let bytes = UnsafeBufferPointer(start: memory.base + text.lowerBound, count: text.count)
            worker.addShared(
              to: shared.groups, from: part, firstRecord: start.record, line: start.line, text: bytes)
            worker.leaveLargeTables(beyond: ownGroups)
          }
          if memoryLimit.excess == nil { return true }
        }
      }
      stop(shared)
    }
    if case .stream = shared.start.source {
      shared.feed.withLock { feed in
        LockTrace.taken(by: shared)
        defer { LockTrace.left(by: shared) }
        feed.keep(piece, memory)
      }
    }
    return false
  }
}
