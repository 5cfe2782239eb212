public import ShihyoModel

/// What can go wrong with a cluster, and what cannot be asked of one.
public enum SparkRule: FindingRule {
  case badAddress
  case notReached(host: String, port: Int)
  case tokenRefused
  case noAnswer(seconds: Int)
  case tooOld(version: String)
  case lost(String)
  case silent(seconds: Int)
  case deadline(seconds: Int)
  case noWorkers(seconds: Int)
  case waitsForWorkers
  case damaged(String)
  case serverError(code: String, message: String)
  case pathNotFound
  case pathNotSeen
  /// Of `hdfs://`, `s3a://` and the like: no answer, no library for it on the cluster, or no right to read.
  case storage(String)
  case malformed(String)
  case headerUnlike(String)
  case encodingUnknown(String)
  case undecodable
  case tooManyGroups(most: Int)
  case notThere(NotThere)
  case skipAcrossQueries
  case notChecked(most: Int)
  case linesByCheck

  /// What the records of a cluster cannot be asked, since they could not be the same as here.
  public enum NotThere: Hashable, Sendable, CaseIterable {
    case standardInput, shapedTable, skippedLines, headerRows, separatorLine, encoding, rejects, hiddenFile, suspects
  }

  public static let examples: [SparkRule] =
    [
      .badAddress, .notReached(host: "spark.example", port: 15002), .tokenRefused, .noAnswer(seconds: 10),
      .tooOld(version: "3.5.1"), .lost("closed"), .silent(seconds: 60), .deadline(seconds: 600),
      .noWorkers(seconds: 600), .waitsForWorkers, .damaged("offset"), .serverError(code: "X", message: "y"),
      .pathNotFound, .pathNotSeen, .storage("Connection refused"), .malformed("a,b"), .headerUnlike("区"),
      .encodingUnknown("x"), .undecodable,
      .tooManyGroups(most: 1_000_000), .skipAcrossQueries, .notChecked(most: 1_000_000),
      .linesByCheck,
    ] + NotThere.allCases.map(SparkRule.notThere)

  public var code: String {
    switch self {
    case .badAddress: "spark.bad-address"
    case .notReached: "spark.not-reached"
    case .tokenRefused: "spark.token-refused"
    case .noAnswer: "spark.no-answer"
    case .tooOld: "spark.too-old"
    case .lost: "spark.lost"
    case .silent: "spark.silent"
    case .deadline: "spark.deadline"
    case .noWorkers: "spark.no-workers"
    case .waitsForWorkers: "spark.waits-for-workers"
    case .damaged: "spark.damaged-answer"
    case .serverError: "spark.server-error"
    case .pathNotFound: "spark.path-not-found"
    case .pathNotSeen: "spark.path-not-seen"
    case .storage: "spark.storage"
    case .malformed: "spark.malformed-record"
    case .headerUnlike: "spark.header-unlike"
    case .encodingUnknown: "spark.encoding-unknown"
    case .undecodable: "spark.undecodable"
    case .tooManyGroups: "spark.too-many-groups"
    case .notThere: "spark.not-there"
    case .skipAcrossQueries: "spark.skip-across-queries"
    case .notChecked: "spark.not-checked"
    case .linesByCheck: "spark.lines-by-check"
    }
  }

  public var severity: Finding.Severity {
    switch self {
    case .waitsForWorkers, .linesByCheck: .note
    case .notChecked: .warning
    default: .error
    }
  }

  /// What kind of failure it is, for the exit code.
  var kind: FailureKind {
    switch self {
    case .badAddress, .notThere, .tooManyGroups, .skipAcrossQueries: .usage
    case .pathNotFound, .pathNotSeen: .notFound
    case .malformed, .headerUnlike, .encodingUnknown, .undecodable: .data
    case .notReached, .tokenRefused, .noAnswer, .tooOld, .lost, .silent, .deadline, .noWorkers, .damaged,
      .serverError, .storage, .waitsForWorkers, .notChecked, .linesByCheck:
      .unavailable
    }
  }

  func findings(at place: Place = Place(), text: String? = nil) -> Findings {
    Findings([Finding(self, at: place, text: text)], kind: kind)
  }
}
