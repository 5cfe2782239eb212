import ShihyoEngine
import ShihyoModel

/// A small file, and what the engine answers about it.
struct EngineFixture {
  let files: [TemporaryFile]
  var dataset: Dataset

  init(_ texts: [String], schema: Schema? = nil, encoding: String = "UTF-8") throws {
    files = try texts.map { text in
      guard let bytes = encoded(text, encoding) else { throw Unencodable() }
      return TemporaryFile(bytes)
    }
    dataset = Dataset(name: "t", sources: files.map { .file(path: $0.path) }, schema: schema)
  }
  init(_ text: String, schema: Schema? = nil) throws { try self.init([text], schema: schema) }

  func run(_ queries: [Query], blockBytes: Int? = nil) async throws -> [ResultTable] {
    try await LocalEngine(blockBytes: blockBytes).run(queries, on: dataset)
  }
  func run(_ query: Query, blockBytes: Int? = nil) async throws -> ResultTable {
    try await run([query], blockBytes: blockBytes)[0]
  }
  /// The findings of a run that must fail; empty where it does not.
  func findings(_ query: Query) async throws -> Findings {
    do {
      _ = try await run(query)
      return Findings([])
    } catch let findings as Findings {
      return findings
    }
  }

  private struct Unencodable: Error {}
}

extension KeyValue {
  /// Short form for comparisons in tests.
  var spelled: String {
    switch self {
    case .text(let label): label.text
    case .number(let number): number.description
    case .period(let period): period.machineSpelling
    case .age(let age): age.code
    case .absent(let reason): "(\(reason.name))"
    }
  }
}

extension AggregateValue {
  var spelled: String {
    switch self {
    case .count(let count): "\(count)"
    case .countValues(let tally): "\(tally.n)"
    case .sum(let sum): ExactDecimal(coefficient: sum.billionths, decimals: 9).reduced.description
    case .extreme(let extreme):
      extreme.date?.description ?? extreme.number?.description ?? extreme.text.map { "'\($0)'" } ?? "none"
    }
  }
}

extension ResultTable {
  /// `key,key:value,value`, a row each.
  var spelled: [String] {
    rows.map { row in
      row.keys.map(\.spelled).joined(separator: ",") + ":" + row.values.map(\.spelled).joined(separator: ",")
    }
  }
}

extension Query {
  init(by keys: [GroupKey], _ aggregates: Aggregate..., filter: [Condition] = []) {
    self.init(keys: keys, filter: filter, aggregates: aggregates)
  }
}

extension Condition {
  /// `列`, comparison, values.
  init(_ column: String, _ comparison: Comparison, _ values: String..., grain: Grain? = nil) {
    self.init(column: column, grain: grain, comparison: comparison, values: values)
  }
}
