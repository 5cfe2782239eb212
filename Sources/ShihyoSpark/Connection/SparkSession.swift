#if Spark
  import GRPCCore
  import ShihyoEngine
  import ShihyoModel

  /// One session on a server: asked its version, set up, asked queries, and released in every case.
  ///
  /// - Errors: `Findings` with a `SparkRule`, or what the body throws.
  /// - Note: neither a dropped stream nor a deadline stops a job on the cluster; the release of its session does, within 0.1 s.
  ///   A task that is cancelled has lost its connection, so the release goes over one of its own.
  struct SparkSession: Sendable {
    static let clientType = "shihyo"
    static let oldestMajorVersion = 4

    /// What the session is opened with.
    struct Limits: Sendable {
      var answerSeconds = 10
      var releaseSeconds = 5
      var silenceSeconds = 60
      /// For all queries of a session; nil: none.
      var deadlineSeconds: Int?
      /// After which it is said that no task has been finished.
      var noticeSeconds = 15
    }

    let id = RandomID.make()
    let address: SparkAddress
    let link: SparkLink
    let limits: Limits
    let progress: RunProgress
    let notice: @Sendable (Finding) -> Void
    /// Whether the server has answered: from then on it is not unreachable but lost.
    let isOpen = Lock(false)

    /// Opens the session, lets the body ask, and releases it.
    func run<Result: Sendable>(
      _ body: @escaping @Sendable (SparkExchange) async throws -> Result
    ) async throws -> Result {
      OpenSessions.add(self)
      defer { OpenSessions.remove(id) }
      do {
        let result = try await link.use { calls in
          let exchange = SparkExchange(session: self, calls: calls, start: .now)
          try await exchange.checkVersion()
          try await exchange.configure()
          return try await body(exchange)
        }
        await releaseAside()
        return result
      } catch {
        // What happens to a call that was cancelled with its task is no error of the server.
        let failure = Task.isCancelled ? CancellationError() : await SparkFailure.findings(error, self)
        await releaseAside()
        // A signal ends the process with a code of its own; the error of the stream that it has cut must not come first.
        if OpenSessions.isStopping { try? await Task.sleep(for: .seconds(60)) }
        throw failure
      }
    }

    /// Releases the session even where this task was cancelled.
    private func releaseAside() async { await Task.detached { await release() }.value }

    /// Tells the server to forget the session and to stop its jobs. A server that cannot be told is gone, and its jobs with it.
    func release() async {
      var request = Spark_Connect_ReleaseSessionRequest()
      request.sessionID = id
      request.userContext.userID = address.userID
      request.clientType = Self.clientType
      let message = ClientRequest(message: request, metadata: metadata)
      var options = CallOptions.defaults
      options.timeout = .seconds(limits.releaseSeconds)
      options.waitForReady = false
      let chosen = options
      _ = try? await link.use { calls in
        try await calls.releaseSession(request: message, options: chosen) { try $0.message }
      }
    }

    var metadata: Metadata {
      address.token.map { ["authorization": "Bearer \($0)"] } ?? [:]
    }
  }

  /// Sessions that are open, for a process that is about to be stopped.
  enum OpenSessions {
    private static let sessions = Lock<[String: SparkSession]>([:])
    private static let stopping = Lock(false)

    static var isStopping: Bool { stopping.with { $0 } }

    /// From now on no query comes back with an error. The sessions that are open.
    static func stop() -> [SparkSession] {
      stopping.with { $0 = true }
      return all
    }

    static func add(_ session: SparkSession) { sessions.with { $0[session.id] = session } }
    static func remove(_ id: String) { _ = sessions.with { $0.removeValue(forKey: id) } }
    private static var all: [SparkSession] { sessions.with { Array($0.values) } }
  }
#endif
