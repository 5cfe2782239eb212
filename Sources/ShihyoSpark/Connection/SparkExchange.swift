#if Spark
  import GRPCCore
  import ShihyoModel

  /// The calls of an open session.
  struct SparkExchange: Sendable {
    let session: SparkSession
    let calls: SparkCalls
    let start: ContinuousClock.Instant

    /// - Errors: `spark.too-old`, since servers before Spark 4 do not know the message that our questions are made of.
    func checkVersion() async throws {
      var request = Spark_Connect_AnalyzePlanRequest()
      request.sessionID = session.id
      request.userContext.userID = session.address.userID
      request.clientType = SparkSession.clientType
      request.sparkVersion = .init()
      let response = try await calls.analyzePlan(
        request: ClientRequest(message: request, metadata: session.metadata), options: options
      ) { try $0.message }
      session.isOpen.with { $0 = true }
      let version = response.sparkVersion.version
      guard let major = Int(version.prefix { $0.isASCII && $0.isNumber }), major >= SparkSession.oldestMajorVersion
      else {
        throw SparkRule.tooOld(version: version).findings()
      }
    }

    func configure() async throws {
      var request = Spark_Connect_ConfigRequest()
      request.sessionID = session.id
      request.userContext.userID = session.address.userID
      request.clientType = SparkSession.clientType
      request.operation.set.pairs = SparkSettings.session.map { name, value in
        var pair = Spark_Connect_KeyValue()
        pair.key = name
        pair.value = value
        return pair
      }
      _ = try await calls.config(request: ClientRequest(message: request, metadata: session.metadata), options: options)
      {
        try $0.message
      }
    }

    /// For the small calls.
    private var options: CallOptions {
      var options = CallOptions.defaults
      options.timeout = .seconds(session.limits.answerSeconds)
      options.waitForReady = false
      return options
    }

    /// Answers of any size: the transport limits what comes in by the size for requests, and ignores the other.
    private var streamOptions: CallOptions {
      var options = CallOptions.defaults
      options.waitForReady = false
      options.maxRequestMessageBytes = 128 << 20
      options.maxResponseMessageBytes = 128 << 20
      return options
    }

    /// Executes a plan and returns its rows, once the stream has ended well and all add up.
    ///
    /// - Errors: a stream that breaks off, or holds other rows than it says, is `spark.lost` or `spark.damaged-answer`: nothing of it
    ///   is handed on.
    func execute(_ relation: Spark_Connect_Relation) async throws -> [ArrowStream] {
      var request = Spark_Connect_ExecutePlanRequest()
      request.sessionID = session.id
      request.userContext.userID = session.address.userID
      request.clientType = SparkSession.clientType
      request.operationID = RandomID.make()
      request.plan.root = relation
      let message = ClientRequest(message: request, metadata: session.metadata)
      let watch = StreamWatch(session, start: start)
      let (calls, options) = (calls, streamOptions)
      return try await withThrowingTaskGroup(of: [ArrowStream]?.self) { group in
        group.addTask {
          try await calls.executePlan(request: message, options: options) { response in
            try await Self.collect(response, watch)
          }
        }
        group.addTask {
          try await watch.wait()
          return nil
        }
        defer { group.cancelAll() }
        while let result = try await group.next() {
          if let result { return result }
        }
        throw CancellationError()
      }
    }

    @Sendable private static func collect(
      _ response: StreamingClientResponse<Spark_Connect_ExecutePlanResponse>, _ watch: StreamWatch
    ) async throws -> [ArrowStream] {
      var streams: [ArrowStream] = []
      var isComplete = false
      for try await part in response.messages {
        watch.heard()
        switch part.responseType {
        case .arrowBatch(let batch):
          guard !isComplete else { throw SparkRule.damaged("rows behind the end").findings() }
          do {
            let stream = try ArrowStream(Array(batch.data))
            guard stream.rowCount == Int(batch.rowCount) else { throw ArrowFault(what: "number of rows") }
            if batch.hasStartOffset, Int(batch.startOffset) != streams.reduce(0, { $0 + $1.rowCount }) {
              throw ArrowFault(what: "rows out of order")
            }
            streams.append(stream)
          } catch let fault as ArrowFault {
            throw SparkRule.damaged(fault.what).findings()
          }
        case .resultComplete: isComplete = true
        case .executionProgress(let progress): watch.note(progress)
        case nil: break
        }
      }
      guard !streams.isEmpty else { throw SparkRule.damaged("no schema").findings() }
      return streams
    }
  }

  extension SparkSession {
    /// The deepest cause that the server knows of an error; nil where it cannot be had.
    func cause(of errorID: String) async -> (message: String, errorClass: String?)? {
      var request = Spark_Connect_FetchErrorDetailsRequest()
      request.sessionID = id
      request.userContext.userID = address.userID
      request.errorID = errorID
      let message = ClientRequest(message: request, metadata: metadata)
      var options = CallOptions.defaults
      options.timeout = .seconds(limits.releaseSeconds)
      options.waitForReady = false
      let chosen = options
      guard
        let details = try? await link.use({ calls in
          try await calls.fetchErrorDetails(request: message, options: chosen) { try $0.message }
        }), details.hasRootErrorIdx
      else { return nil }
      var place = Int(details.rootErrorIdx)
      var found: Spark_Connect_FetchErrorDetailsResponse.Error?
      var errorClass: String?
      // A chain is no longer than the list, unless it goes round.
      for _ in details.errors.indices {
        guard details.errors.indices.contains(place) else { break }
        let error = details.errors[place]
        found = error
        if error.hasSparkThrowable, error.sparkThrowable.hasErrorClass { errorClass = error.sparkThrowable.errorClass }
        guard error.hasCauseIdx else { break }
        place = Int(error.causeIdx)
      }
      return found.map { ($0.message, errorClass) }
    }
  }
#endif
