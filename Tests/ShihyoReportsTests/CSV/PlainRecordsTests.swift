import Foundation
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

/// Records that are written without figures: the same bytes as by way of figures.
@Suite struct PlainRecordsTests {
  private func tables(_ queries: [Query], _ text: String) async throws -> [ResultTable] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("shihyo-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return try await LocalEngine().run(queries, on: Dataset(name: "a.csv", sources: [.file(path: file.path)]))
  }

  /// - Parameter gaps: some cells hold no value, so that there are marks.
  @Test(arguments: [false, true], [[], ["区"], ["利用日"], ["年齢", "区"]])
  func `are those of the figures`(gaps: Bool, keys: [String]) async throws {
    var text = "区,利用日,年齢,人数,料金,備考\n"
    for row in 0..<3_000 {
      let fee = gaps && row % 7 == 0 ? "－" : row % 3 == 0 ? "\(row).50" : "-\(row)"
      text += "\"区,\(row % 900)\",2025-0\(1 + row % 9)-01,\(row % 100),\(row % 60),\(fee),x\(row % 4)\n"
    }
    let forms: [String: GroupKey.Form] = ["利用日": .period(.month)]
    let analysis = try AggregateAnalysis(
      keys: keys.map { GroupKey(column: $0, form: forms[$0] ?? .text) },
      columns: [
        .measure(.count), .measure(.primitive(.sum("人数"))), .measure(.primitive(.sum("料金"))),
        .measure(.primitive(.countValues("備考"))), .measure(.primitive(.min("料金"))),
        .measure(.primitive(.max("備考"))),
      ])
    let document = try analysis.document(try await tables(analysis.queries, text), input: "a.csv")
    let table = try #require(document.tables.first)
    #expect((table.body.records != nil) == !gaps)
    // An array has no records: every cell goes by way of a figure.
    var array = table
    array.rows = table.rows
    var slow = document
    slow.blocks = [.table(array)]
    #expect(CSVRenderer().render(document) == CSVRenderer().render(slow))
    #expect(JSONRenderer().render(document) == JSONRenderer().render(slow))
    let words = TextRenderer(TextOptions(language: .ja))
    #expect(words.render(document) == words.render(slow))
  }

  @Test func `a sink gets the whole in pieces, and none after its reader has gone`() throws {
    let rows = (0..<5_000).map { ReportTable.Row(keys: [.init("区\($0)")], figures: [Figure.count($0)]) }
    let table = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: [.init(name: "count")], rows: rows)
    let document = ReportDocument(blocks: [.table(table)])
    let pieces = Pieces()
    var sink = ByteSink { bytes throws(OutputRule) in pieces.take(bytes) }
    JSONRenderer().render(document, to: &sink)
    try sink.finish()
    #expect(pieces.bytes == Array(JSONRenderer().render(document).utf8))
    #expect(pieces.count > 3)
    let two = Pieces(readsOnly: 2)
    var closed = ByteSink { bytes throws(OutputRule) in two.take(bytes) }
    JSONRenderer().render(document, to: &closed)
    try closed.finish()
    #expect(two.count == 2)
    #expect(pieces.bytes.starts(with: two.bytes))
  }

  private final class Pieces {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private let most: Int
    init(readsOnly most: Int = .max) { self.most = most }

    func take(_ piece: [UInt8]) -> Bool {
      bytes += piece
      count += 1
      return count < most
    }
  }
}
