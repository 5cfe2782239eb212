/// Something that answers queries over a dataset: this machine, or a cluster. All queries are answered in one pass.
///
/// - Errors: `Findings` with every finding of the run; nothing is dropped in silence.
public protocol Engine: Sendable {
  func run(_ queries: [Query], on dataset: Dataset) async throws -> [ResultTable]
}
