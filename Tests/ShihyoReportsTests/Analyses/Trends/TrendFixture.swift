import Foundation
import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import ShihyoReports
import Testing

/// Rows written to a file and read by the local engine: a trend needs periods, which only an engine reads.
struct TrendFixture {
  var columns: [String]
  var records: [[String]]

  init(_ columns: String, _ records: [String]) {
    self.columns = columns.split(separator: ",").map(String.init)
    self.records = records.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  func run(_ queries: [Query], schema: Schema? = nil) async throws -> [ResultTable] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("shihyo-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = ([columns] + records).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: file)
    let dataset = Dataset(name: "a.csv", sources: [.file(path: file.path)], schema: schema)
    return try await LocalEngine().run(queries, on: dataset)
  }

  func table(
    _ measure: String, _ time: String, _ grain: Grain, by: String? = nil, compare: String? = nil, base: Period? = nil,
    window: Int? = nil, schema: Schema? = nil, digits: Int? = nil, total: Bool = false
  ) async throws -> ReportTable {
    let analysis = try TrendAnalysis(
      of: try Expressions.column(measure), time: time, grain: grain, by: try by.map(Expressions.keys) ?? [],
      compare: try compare.map(TrendComparison.list), base: base, window: window, schema: schema, digits: digits,
      showsTotal: total)
    let document = try analysis.document(try await run(analysis.queries, schema: schema), input: "a.csv")
    return try #require(document.tables.first)
  }
}

extension ReportTable {
  /// `FY2024Q1 10 … 5.0†`: as `plainRows`, with the marks that a trend sets.
  var markedRows: [String] {
    rows.map { row in
      let figures = row.figures.map { figure in
        figure.plain + (figure.marks.contains(.partial) ? "†" : "") + (figure.marks.contains(.incomplete) ? "!" : "")
      }
      return (row.keys.map(\.code).filter { !$0.isEmpty } + figures).joined(separator: " ")
    }
  }
}
