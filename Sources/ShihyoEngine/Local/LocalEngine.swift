public import ShihyoModel

/// Answers queries on this machine: one pass over the files, block by block, in memory that grows with the groups only.
///
/// - Order: rows in order of first appearance; record numbers go on from file to file.
/// - Errors: `Findings` with every finding of the run. A question that cannot be asked (kind `usage`) is refused before any record
///   is read. With `onError == .fail` a single rejected record refuses the run; with `.skip` it is counted in every table.
/// - Rejected records are written to `rejectsPath` in both cases.
/// - Memory: a run that would fill this machine is refused with `RunRule.memoryShort`.
/// - Cancelling the task stops the run at the next block with `CancellationError`.
public struct LocalEngine: Engine {
  private let settings: RunSettings
  private let progress: RunProgress

  /// - Parameter threads: nil: as many as there are processors. The answer does not depend on it.
  /// - Parameter blockBytes: bytes that are read at a time. The answer does not depend on it.
  /// - Parameter progress: told how far the run has come.
  public init(threads: Int? = nil, blockBytes: Int? = nil, progress: RunProgress = RunProgress()) {
    self.init(threads: threads, blockBytes: blockBytes, usesIndex: true, progress: progress)
  }

  /// - Parameter usesIndex: false leaves every file to libcsv, to compare with.
  /// - Parameter ownGroups: groups that a worker keeps to itself before they are shared.
  /// - Parameter memory: what the run may take.
  init(
    threads: Int?, blockBytes: Int?, usesIndex: Bool, ownGroups: Int = 1 << 14, progress: RunProgress = RunProgress(),
    memory: MemoryLimit = .system
  ) {
    self.progress = progress
    settings = RunSettings(
      threads: threads ?? WorkerThreads.available, blockBytes: blockBytes ?? 1 << 20,
      fastBlockBytes: blockBytes ?? 1 << 19, usesIndex: usesIndex,
      ownGroups: ownGroups, memory: memory)
  }

  public func run(_ queries: [Query], on dataset: Dataset) async throws -> [ResultTable] {
    var run = try LocalRun(queries, dataset, settings, progress)
    for source in dataset.sources { try run.read(source) }
    return try run.finish()
  }
}
