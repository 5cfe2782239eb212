import SeededRandom
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Groups that all workers share.
@Suite struct RunGroupsTests {
  /// Records of `groups` groups in no order, each group in two spellings, with cells of every kind.
  private static func file(groups: Int, rows: Int, encoding: String = "UTF-8", seed: UInt64) throws -> TemporaryFile {
    var random = SeededGenerator(seed: seed)
    var text = "番号,利用者,日,人数,料金,備考\n"
    for row in 0..<rows {
      let number = Int.random(in: 0..<groups, using: &random)
      let user = row % 7 == 0 ? "\"利用者\(number)\"" : "利用者\(number)"
      let people = ["7", "12.5", "", "1,234", "99999999"][row % 31 < 4 ? row % 31 + 1 : 0]
      let note = row % 50 == 0 ? "\"a\nb\"" : "x"
      text += "\(row),\(user),2025-\(10 + number % 3)-0\(1 + number % 9),\"\(people)\",\(row % 1_000),\(note)\n"
    }
    return TemporaryFile(try #require(encoded(text, encoding)))
  }

  private static let queries = [
    Query(keys: [GroupKey(column: "利用者")], aggregates: [.count, .sum("人数"), .sum("料金")]),
    Query(
      keys: [GroupKey(column: "利用者")], filter: [Condition(column: "料金", comparison: .less, values: ["500"])],
      aggregates: [.count, .min("人数"), .max("料金"), .countValues("人数")]),
    Query(keys: [GroupKey(column: "利用者"), GroupKey(column: "日", form: .period(.month))], aggregates: [.sum("料金")]),
    Query(keys: [GroupKey(column: "備考"), GroupKey(column: "利用者")], aggregates: [.max("料金")]),
    Query(keys: [GroupKey(column: "番号", form: .value)], aggregates: [.count]),
    Query(keys: [GroupKey(column: "番号", form: .number)], aggregates: [.count]),
  ]

  @Test(arguments: ["UTF-8", "CP932"])
  func `the answers do not depend on threads, blocks, or who keeps the groups`(_ encoding: String) async throws {
    let files = try [5, 6].map { try Self.file(groups: 3_000, rows: 12_000, encoding: encoding, seed: $0) }
    let dataset = Dataset(name: "t", sources: files.map(\.source))
    let plain = LocalEngine(threads: 1, blockBytes: 1 << 20, usesIndex: false)
    let expected = try await plain.run(Self.queries, on: dataset)
    #expect(expected[0].rows.count > 2_900)
    for (threads, blockBytes, ownGroups) in [(1, 5_000, 100), (2, 9_000, 1_000), (7, 4_096, 0), (2, 40_000, 0)] {
      let engine = LocalEngine(threads: threads, blockBytes: blockBytes, usesIndex: true, ownGroups: ownGroups)
      let found = try await engine.run(Self.queries, on: dataset)
      for (query, (found, expected)) in zip(found, expected).enumerated() {
        #expect(found == expected, "query \(query), \(threads) threads, blocks of \(blockBytes), \(ownGroups) own")
      }
    }
  }

  /// The first place counts, whichever worker met it: labels that look alike are named with their lines.
  @Test func `warnings name the first place of each label`() async throws {
    var text = "利用者,人数\n"
    for row in 0..<4_000 {
      let number = row % 500
      text += (row < 2_000 || row % 3 > 0 ? "利用者\(number)" : "利用者\(number)　") + ",1\n"
    }
    let file = TemporaryFile(Array(text.utf8))
    let dataset = Dataset(name: "t", sources: [file.source])
    let query = Query(keys: [GroupKey(column: "利用者")], aggregates: [.count])
    let plain = LocalEngine(threads: 1, blockBytes: 1 << 20, usesIndex: false)
    let expected = try await plain.run([query], on: dataset)[0]
    #expect(expected.warnings.count == 500)
    for (threads, ownGroups) in [(1, 0), (2, 10), (7, 300), (2, 520)] {
      let engine = LocalEngine(threads: threads, blockBytes: 2_000, usesIndex: true, ownGroups: ownGroups)
      let found = try await engine.run([query], on: dataset)[0]
      #expect(found.warnings == expected.warnings, "\(threads) threads, \(ownGroups) own groups")
      #expect(found.rows == expected.rows)
    }
  }

  @Test func `sums of large numbers over several files are exact`() async throws {
    let rows = (0..<30_000).map { "u\($0 % 2_000),\($0 % 2_000 == 0 ? "999999999999" : "1")" }
    let files = (0..<3).map { _ in TemporaryFile(Array(("k,v\n" + rows.joined(separator: "\n") + "\n").utf8)) }
    let part = Dataset(name: "t", sources: files.map(\.source))
    let query = Query(keys: [GroupKey(column: "k")], aggregates: [.sum("v")])
    let engine = LocalEngine(threads: 2, blockBytes: 4_096, usesIndex: true, ownGroups: 10)
    let table = try await engine.run([query], on: part)[0]
    #expect(table.rows[0].values[0].spelled == "44999999999955")
    #expect(table.rows[1].values[0].spelled == "45")
  }
}
