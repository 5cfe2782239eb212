import CFieldIndex
import Glibc
import ShihyoModel
import Synchronization

/// Reads a file from one border between records to its end, or to the first block that is not for the hot path, on all
/// threads at once.
///
/// Note to the next reader. The file is cut every `blockBytes`; a block is the records that begin between two cuts.
/// Each thread takes the next block, reads it, counts its quotes, waits until the blocks before have counted theirs, and
/// so knows whether a cut stands inside quotes: then the first line feed outside them ends the record that is cut.
/// Blocks are merged in file order, so the result is the same for any number of threads. A block that cannot be merged
/// stops all: what was read beyond it is thrown away, and the plain path goes on at its first record.
struct FastReader: Sendable {
  let plan: FastPlan
  let header: HeaderInfo
  let threads: Int
  let blockBytes: Int
  /// Records of the files before this one.
  let recordOffset: Int

  /// What the threads share.
  final class Shared: Sendable {
    let start: Resumption
    let nextBlock = Atomic<Int>(0)
    let cuts = OrderedTurns()
    let merges = OrderedTurns()
    /// The cut that comes next stands inside quotes; only who has the turn looks at it.
    let isInsideQuotes = Atomic<Bool>(false)
    let merged: Mutex<Merged>

    init(_ start: Resumption, _ total: PartialResult) {
      self.start = start
      merged = Mutex(Merged(total: total, point: start))
    }
  }
  /// All blocks merged so far, and where the next one begins.
  struct Merged: Sendable {
    var total: PartialResult
    var point: Resumption
  }

  /// Reads from `start`; returns what was read added to `total`, and where the plain path has to go on.
  func read(from start: Resumption, into total: consuming PartialResult) -> Merged {
    let shared = Shared(start, total)
    let blocks = (start.size - start.position + blockBytes - 1) / blockBytes
    WorkerThreads.run(min(threads, blocks)) { thread in
      var worker = BlockWorker(plan)
      var memory = BlockMemory(blockBytes: blockBytes)
      let decoder = CellDecoder(start.encoding)
      while true {
        let block = shared.nextBlock.add(1, ordering: .relaxed).oldValue
        // The caller's thread is the one that knows of a cancelled task.
        guard block < blocks, !(thread == 0 && Task.isCancelled) else { break }
        guard take(block, isLast: block == blocks - 1, &memory, &worker, decoder, shared) else { break }
      }
      // Whoever leaves early leaves a gap in the turns.
      if thread == 0, Task.isCancelled { stop(shared) }
    }
    return shared.merged.withLock { $0 }
  }

  private func stop(_ shared: Shared) {
    shared.cuts.close()
    shared.merges.close()
  }

  /// False where reading ends here.
  private func take(
    _ block: Int, isLast: Bool, _ memory: inout BlockMemory, _ worker: inout BlockWorker, _ decoder: CellDecoder,
    _ shared: Shared
  ) -> Bool {
    let text = cut(block, isLast: isLast, &memory, shared)
    var isRegular = false
    if let text, text.count > 0 {
      isRegular = worker.parse(
        memory.base + text.lowerBound, count: text.count, decoder: decoder, isASCII: shared.start.isASCII)
    }
    guard shared.merges.wait(for: block) else { return false }
    if let text, text.isEmpty || isRegular, merge(text, isLast: isLast, memory, worker, shared) {
      shared.merges.pass(block)
      return true
    }
    stop(shared)
    return false
  }
}
