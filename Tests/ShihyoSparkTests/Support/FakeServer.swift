#if Spark
  import Foundation
  import GRPCCore
  import GRPCInProcessTransport

  @testable import ShihyoSpark

  /// A server in this process that answers as it is told, and remembers what it was asked.
  final class FakeServer: Spark_Connect_SparkConnectService.SimpleServiceProtocol {
    /// What an execution sends, in order.
    enum Part: Sendable {
      case rows([String], [[String?]])
      case bytes([UInt8], rowCount: Int)
      case progress(done: Int, of: Int)
      case pause(milliseconds: Int)
      case failure(RPCError)
    }

    struct State: Sendable {
      var version = "4.0.0"
      var queries: [String] = []
      var settings: [String: String] = [:]
      var options: [String: String] = [:]
      var released: [String] = []
      var sessions: Set<String> = []
      var tokens: [String] = []
    }

    let state: Lock<State>
    private let answer: @Sendable (String) -> [Part]

    /// - Parameter answer: from the SQL of a question to what is sent.
    init(version: String = "4.0.0", _ answer: @escaping @Sendable (String) -> [Part]) {
      state = Lock(State(version: version))
      self.answer = answer
    }

    /// Opens a connection of its own each time, as a real one does.
    var link: SparkLink {
      SparkLink { [self] body in
        let transport = InProcessTransport()
        try await withThrowingDiscardingTaskGroup { group in
          let server = GRPCServer(transport: transport.server, services: [self])
          group.addTask { try await server.serve() }
          try await withGRPCClient(transport: transport.client) { client in
            try await body(ShihyoSpark.Spark_Connect_SparkConnectService.Client(wrapping: client))
          }
          server.beginGracefulShutdown()
        }
      }
    }

    func analyzePlan(
      request: Spark_Connect_AnalyzePlanRequest, context: ServerContext
    ) async throws -> Spark_Connect_AnalyzePlanResponse {
      var response = Spark_Connect_AnalyzePlanResponse()
      response.sparkVersion.version = state.with { state in
        state.sessions.insert(request.sessionID)
        return state.version
      }
      return response
    }

    func config(
      request: Spark_Connect_ConfigRequest, context: ServerContext
    ) async throws -> Spark_Connect_ConfigResponse {
      state.with { for pair in request.operation.set.pairs { $0.settings[pair.key] = pair.value } }
      return Spark_Connect_ConfigResponse()
    }

    func executePlan(
      request: Spark_Connect_ExecutePlanRequest, response: RPCWriter<Spark_Connect_ExecutePlanResponse>,
      context: ServerContext
    ) async throws {
      let relations = request.plan.root.withRelations
      let sql = relations.root.sql.query
      state.with {
        $0.queries.append(sql)
        $0.options = relations.references.first?.subqueryAlias.input.read.dataSource.options ?? [:]
      }
      for part in answer(sql) {
        var message = Spark_Connect_ExecutePlanResponse()
        switch part {
        case .rows(let names, let rows):
          message.arrowBatch.data = .init(ArrowWriter.stream(names, rows))
          message.arrowBatch.rowCount = Int64(rows.count)
        case .bytes(let bytes, let rowCount):
          message.arrowBatch.data = .init(bytes)
          message.arrowBatch.rowCount = Int64(rowCount)
        case .progress(let done, let all):
          var stage = Spark_Connect_ExecutePlanResponse.ExecutionProgress.StageInfo()
          stage.numTasks = Int64(all)
          stage.numCompletedTasks = Int64(done)
          message.executionProgress.stages = [stage]
        case .pause(let milliseconds):
          try await Task.sleep(for: .milliseconds(milliseconds))
          continue
        case .failure(let error): throw error
        }
        try await response.write(message)
      }
    }

    func releaseSession(
      request: Spark_Connect_ReleaseSessionRequest, context: ServerContext
    ) async throws -> Spark_Connect_ReleaseSessionResponse {
      state.with { $0.released.append(request.sessionID) }
      return Spark_Connect_ReleaseSessionResponse()
    }

    func fetchErrorDetails(
      request: Spark_Connect_FetchErrorDetailsRequest, context: ServerContext
    ) async throws -> Spark_Connect_FetchErrorDetailsResponse {
      var inner = Spark_Connect_FetchErrorDetailsResponse.Error()
      inner.message = "Malformed records are detected in record parsing: [戸畑区]."
      inner.sparkThrowable.errorClass = "MALFORMED_RECORD_IN_PARSING"
      var outer = Spark_Connect_FetchErrorDetailsResponse.Error()
      outer.message = "Encountered error while reading file."
      outer.causeIdx = 1
      var response = Spark_Connect_FetchErrorDetailsResponse()
      response.errors = [outer, inner]
      response.rootErrorIdx = 0
      return response
    }
  }
#endif
