#if Spark
  import GRPCCore
  import GRPCProtobuf
  import ShihyoModel

  /// From what a call throws to what a person can do about it.
  enum SparkFailure {
    /// What the server itself says of an error.
    struct Told: Hashable, Sendable {
      /// `FAILED_READ_FILE.NO_HINT`; empty where the server names none.
      var errorClass = ""
      var message = ""
      var errorID: String?
    }

    static func findings(_ error: any Error, _ session: SparkSession) async -> any Error {
      if error is Findings || error is CancellationError { return error }
      guard let error = error as? RPCError else {
        return SparkRule.notReached(host: session.address.host, port: session.address.port).findings()
      }
      if let rule = rule(ofCode: error, session) { return rule.findings() }
      var told = told(error)
      if let id = told.errorID, let cause = await session.cause(of: id) {
        told.message = cause.message
        // The outer class of an error in a task says only that a task failed.
        if let inner = cause.errorClass { told.errorClass += " " + inner }
      }
      return rule(told).findings()
    }

    private static func rule(ofCode error: RPCError, _ session: SparkSession) -> SparkRule? {
      switch error.code {
      case .unavailable:
        return session.isOpen.with { $0 }
          ? .lost(firstLine(error.message)) : .notReached(host: session.address.host, port: session.address.port)
      case .unauthenticated, .permissionDenied: return .tokenRefused
      case .deadlineExceeded: return .noAnswer(seconds: session.limits.answerSeconds)
      case .cancelled, .dataLoss, .aborted: return .lost(firstLine(error.message))
      case .unimplemented:
        return .notReached(host: session.address.host, port: session.address.port)
      default: return nil
      }
    }

    static func told(_ error: RPCError) -> Told {
      var told = Told(message: error.message)
      guard let status = try? error.unpackGoogleRPCStatus() else { return told }
      if !status.message.isEmpty { told.message = status.message }
      for detail in status.details {
        guard let info = detail.errorInfo else { continue }
        told.errorClass = info.metadata["errorClass"] ?? ""
        told.errorID = info.metadata["errorId"]
      }
      return told
    }

    /// By the names of the conditions, which Spark keeps from version to version; else what the message says.
    static func rule(_ told: Told) -> SparkRule {
      let all = told.errorClass + " " + told.message
      func says(_ words: String...) -> Bool { words.contains { all.contains($0) } }
      if says("PATH_NOT_FOUND") { return .pathNotFound }
      if says("FILE_NOT_EXIST", "FileNotFoundException", "NoSuchFileException") { return .pathNotSeen }
      if says("MALFORMED_RECORD", "TextParsingException", "Unescaped quote", "MALFORMED_CSV_RECORD") {
        return .malformed(record(told.message))
      }
      if says("CSV header does not conform", "Number of column in CSV header", "CSV header") {
        return .headerUnlike(firstLine(told.message))
      }
      if says("INVALID_CHARSET", "UnsupportedCharset", "INVALID_PARAMETER_VALUE.CHARSET", "UNSUPPORTED_CHARSET") {
        return .encodingUnknown(firstLine(told.message))
      }
      if says("MALFORMED_CHARACTER_CODING", "MalformedInputException") { return .undecodable }
      // Of a stage, a refused connection is that of another worker.
      if !says("stage failure"),
        says(
          "No FileSystem for scheme", "FileSystem not found", "ConnectException", "Connection refused",
          "UnknownHostException", "AccessControlException", "AccessDenied", "Permission denied")
      {
        return .storage(firstLine(told.message))
      }
      return .serverError(
        code: told.errorClass.isEmpty ? "?" : told.errorClass, message: firstLine(told.message))
    }

    /// The record that a message quotes: `Malformed records are detected in record parsing: [a,b].` or
    /// `[MALFORMED_CSV_RECORD] Malformed CSV record: a,b SQLSTATE: KD000`.
    private static func record(_ message: String) -> String {
      if let start = message.firstRange(of: "record parsing: [")?.upperBound {
        let rest = message[start...].prefix { !$0.isNewline }
        return String(rest[..<(rest.lastIndex(of: "]") ?? rest.endIndex)])
      }
      guard let start = message.firstRange(of: "Malformed CSV record: ")?.upperBound else { return firstLine(message) }
      let rest = message[start...].prefix { !$0.isNewline }
      return String(rest[..<(rest.ranges(of: " SQLSTATE").last?.lowerBound ?? rest.endIndex)])
    }

    private static func firstLine(_ text: String) -> String {
      String(text.prefix { !$0.isNewline }.prefix(300))
    }
  }
#endif
