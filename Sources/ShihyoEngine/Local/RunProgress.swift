import Synchronization

/// How far a run has come, for who shows it: read at any time, from any thread.
public final class RunProgress: Sendable {
  private let done = Atomic<Int>(0)

  public init() {}

  /// Bytes of all sources that have been read and added up.
  public var bytes: Int { done.load(ordering: .relaxed) }

  package func reach(_ bytes: Int) { done.store(bytes, ordering: .relaxed) }
}
