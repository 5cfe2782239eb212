#if Spark
  import ShihyoEngine
  import ShihyoModel

  /// Watches a stream of answers: how far the cluster is, and whether anything still comes.
  ///
  /// A server reports its progress every two seconds, also while it waits for workers; so a minute of silence means that it is lost.
  /// Every report comes twice, and after a lost worker more tasks are done than there are: numbers only ever grow here.
  final class StreamWatch: Sendable {
    private struct State: Sendable {
      var lastHeard = ContinuousClock.now
      var tasksDone = 0
      var saysWaiting = false
    }

    private let state = Lock(State())
    private let session: SparkSession
    private let start: ContinuousClock.Instant
    private let began = ContinuousClock.now

    init(_ session: SparkSession, start: ContinuousClock.Instant) {
      self.session = session
      self.start = start
    }

    func heard() { state.with { $0.lastHeard = .now } }

    func note(_ progress: Spark_Connect_ExecutePlanResponse.ExecutionProgress) {
      let done = progress.stages.reduce(0) { $0 + Int(min($1.numCompletedTasks, $1.numTasks)) }
      let bytes = progress.stages.reduce(0) { $0 + Int($1.inputBytesRead) }
      state.with { $0.tasksDone = max($0.tasksDone, done) }
      if bytes > session.progress.bytes { session.progress.reach(bytes) }
    }

    /// Returns never: throws when the server is silent for too long, or the deadline has passed.
    func wait() async throws {
      let limits = session.limits
      while true {
        try await Task.sleep(for: .milliseconds(200))
        let now = ContinuousClock.now
        let found = state.with { $0 }
        if now - found.lastHeard > .seconds(limits.silenceSeconds) {
          throw SparkRule.silent(seconds: limits.silenceSeconds).findings()
        }
        if let seconds = limits.deadlineSeconds, now - start > .seconds(seconds) {
          let rule: SparkRule = found.tasksDone == 0 ? .noWorkers(seconds: seconds) : .deadline(seconds: seconds)
          throw rule.findings()
        }
        if !found.saysWaiting, found.tasksDone == 0, now - began > .seconds(limits.noticeSeconds) {
          state.with { $0.saysWaiting = true }
          session.notice(Finding(SparkRule.waitsForWorkers))
        }
      }
    }
  }
#endif
