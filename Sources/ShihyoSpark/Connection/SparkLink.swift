#if Spark
  import GRPCCore
  import GRPCNIOTransportHTTP2Posix
  import ShihyoModel

  /// What calls a server: the generated client of any transport.
  typealias SparkCalls = any Spark_Connect_SparkConnectService.ClientProtocol

  /// Opens connections to one server. A second one is opened to end a session whose first connection is gone.
  struct SparkLink: Sendable {
    /// Opens a connection, calls the body, and closes it.
    typealias Use = @Sendable (SparkCalls) async throws -> Void

    private let open: @Sendable (Use) async throws -> Void

    init(_ open: @escaping @Sendable (Use) async throws -> Void) { self.open = open }

    init(_ address: SparkAddress) {
      open = { body in
        let transport = try HTTP2ClientTransport.Posix(
          target: .dns(host: address.host, port: address.port),
          transportSecurity: address.usesTLS ? .tls : .plaintext)
        try await withGRPCClient(transport: transport) { client in
          try await body(Spark_Connect_SparkConnectService.Client(wrapping: client))
        }
      }
    }

    func use<Result: Sendable>(_ body: @escaping @Sendable (SparkCalls) async throws -> Result) async throws -> Result {
      let result = Kept<Result>()
      try await open { calls in await result.keep(try await body(calls)) }
      guard let value = await result.value else { throw CancellationError() }
      return value
    }
  }

  /// Carries a result out of a closure that returns none.
  private actor Kept<Value: Sendable> {
    private(set) var value: Value?
    func keep(_ value: Value) { self.value = value }
  }
#endif
