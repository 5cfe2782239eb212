public import ShihyoModel

/// 点検: every row of a dataset against its schema, all findings in one run.
///
/// - What: structure of the records, header, encoding and value of every cell by its field's type, constraints, categories,
///   primary, unique and foreign keys, and what looks wrong in a column as a whole. Without a schema: structure, header,
///   encoding and what can be said without types.
/// - Findings: by position; `maximumFindings` are kept, all are counted. A personal field is never quoted.
/// - Errors: thrown is only what makes a file unreadable (not there, empty, encoding that cannot be told); the findings of the
///   other files come with it. Everything else is in the report.
/// - Rejects: with `rejectsPath`, every record with an error is written there as read.
/// - Cost: O(bytes) time. Memory for one block, for distinct labels up to a bound, and for every distinct key: a primary key,
///   a unique column or a foreign key's table takes memory in proportion to its rows.
public struct Checker: Sendable {
  public static let standardLimit = 10_000
  private let maximumFindings: Int
  private let blockBytes: Int

  public init(maximumFindings: Int = Checker.standardLimit, blockBytes: Int? = nil) {
    self.maximumFindings = maximumFindings
    self.blockBytes = blockBytes ?? 1 << 20
  }

  /// - Parameter referring: the dataset of a resource that a foreign key names.
  public func run(
    on dataset: Dataset, referring: (_ resource: String) throws -> Dataset = { throw UnknownResource(name: $0) }
  ) throws -> CheckReport {
    var run = try CheckRun(dataset, limit: maximumFindings, blockBytes: blockBytes)
    try run.readReferences(referring)
    for index in dataset.sources.indices { try run.read(index) }
    return try run.finish()
  }

  /// There is no resource of that name.
  public struct UnknownResource: Error {
    public let name: String
    public init(name: String) { self.name = name }
  }
}
