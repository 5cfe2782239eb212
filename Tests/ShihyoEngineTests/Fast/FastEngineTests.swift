import SeededRandom
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// The hot path against libcsv and the plain engine: the same tables and the same findings, over generated files.
@Suite struct FastEngineTests {
  /// What came out of a run.
  enum Outcome: Equatable {
    case tables([ResultTable])
    case findings([Finding], total: Int, FailureKind)

    /// The first thing that is not the same, in few words.
    func difference(_ expected: Outcome) -> String {
      switch (self, expected) {
      case (.tables(let found), .tables(let expected)):
        for (found, expected) in zip(found, expected) where found != expected {
          if found.accounting != expected.accounting { return "\(found.accounting) for \(expected.accounting)" }
          if let (row, other) = zip(found.rows, expected.rows).first(where: { $0 != $1 }) {
            return "\(row) for \(other)"
          }
          if found.warnings != expected.warnings {
            return "\(found.warnings.first as Any) for \(expected.warnings.first as Any)"
          }
          return "\(found.rows.count) rows for \(expected.rows.count)"
        }
      case (.findings(let found, let total, _), .findings(let expected, let expectedTotal, _)):
        if let (one, other) = zip(found, expected).first(where: { $0 != $1 }) { return "\(one) for \(other)" }
        return "\(total) findings for \(expectedTotal)"
      case (.tables, .findings(let findings, _, _)): return "an answer for \(findings.first as Any)"
      case (.findings(let findings, _, _), .tables): return "\(findings.first as Any) for an answer"
      }
      return "no difference that is known"
    }
  }

  static func outcome(
    _ file: TemporaryFile, _ queries: [Query], _ engine: LocalEngine, onError: ReadingOptions.OnError,
    rejects: TemporaryFile
  ) async throws -> Outcome {
    var reading = ReadingOptions()
    reading.onError = onError
    reading.rejectsPath = rejects.path
    let dataset = Dataset(name: "t", sources: [file.source, file.source], reading: reading)
    do {
      return .tables(try await engine.run(queries, on: dataset))
    } catch let findings as Findings {
      // An encoding that cannot be told is found when its block is read, so how many records before it were looked at
      // depends on the blocks, on the plain path too.
      let unknown = findings.findings.filter { $0.code == "encoding.unknown" }
      if !unknown.isEmpty { return .findings(unknown, total: unknown.count, findings.kind) }
      return .findings(findings.findings, total: findings.total, findings.kind)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `the hot path answers as libcsv and the plain engine do`(_ seed: UInt64) async throws {
    let made = RandomFile(seed: seed)
    let file = TemporaryFile(made.bytes)
    let isASCII = !made.bytes.prefix(40).contains { $0 >= 0x80 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    let names = isASCII ? ["id", "ward", "place", "day", "age", "people", "fee"] : RandomFile.header
    let all = FastQueries.all(names)
    let queries = all[Int(seed) % all.count]
    for onError in ReadingOptions.OnError.allCases {
      let plain = LocalEngine(threads: 1, blockBytes: 1 << 20, usesIndex: false)
      let rejects = TemporaryFile([])
      let expected = try await Self.outcome(file, queries, plain, onError: onError, rejects: rejects)
      let expectedRejects = rejects.bytes
      // With few groups of their own, workers share them from the first blocks on.
      let ways = [(1, 64, 0), (2, 200, 1 << 14), (7, 333, 2), (2, 1_000, 20), (3, 4_096, 0), (2, 150, 0)]
      for (threads, blockBytes, ownGroups) in ways {
        let engine = LocalEngine(threads: threads, blockBytes: blockBytes, usesIndex: true, ownGroups: ownGroups)
        let found = try await Self.outcome(file, queries, engine, onError: onError, rejects: rejects)
        if case .tables = found { #expect(rejects.bytes == expectedRejects, "seed \(seed)") }
        if found != expected {
          Issue.record(
            """
            seed \(seed), \(threads) threads, blocks of \(blockBytes), \(ownGroups) own groups, \(onError): \
            \(found.difference(expected))
            """)
        }
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `files of one column, too`(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let kinds = ["12", "7", "\"a,\"\"b\"", "区", "\"x\ny\"", "", " ", "\"\"", "1,2", "\t"]
    // Blank lines and rows of two fields are for libcsv; in most files there are few or none.
    let usual = [3, 5, 10][Int(seed % 3)]
    let end = seed % 4 == 0 ? "\r\n" : "\n"
    var text = "列" + end
    for _ in 0..<Int.random(in: 1...400, using: &random) {
      let isOdd = Int.random(in: 0..<100, using: &random) == 0
      text += kinds[Int.random(in: 0..<(isOdd ? kinds.count : usual), using: &random)] + end
    }
    let file = TemporaryFile(Array(text.utf8))
    let queries = [
      Query(keys: [GroupKey(column: "列")], aggregates: [.count]), Query(aggregates: [.max("列"), .countValues("列")]),
    ]
    let rejects = TemporaryFile([])
    let plain = LocalEngine(threads: 1, blockBytes: 1 << 20, usesIndex: false)
    let expected = try await Self.outcome(file, queries, plain, onError: .skip, rejects: rejects)
    for (threads, blockBytes) in [(1, 64), (2, 100), (7, 333)] {
      let engine = LocalEngine(threads: threads, blockBytes: blockBytes)
      let found = try await Self.outcome(file, queries, engine, onError: .skip, rejects: rejects)
      if found != expected {
        Issue.record("seed \(seed), blocks of \(blockBytes): \(found.difference(expected))")
      }
    }
  }

  /// One stray quote before a cell, one behind a cell of the same column in a later row: all between is one cell.
  @Test(arguments: 0..<4, ["\n", "\r\n"])
  func `rows between two stray quotes are found in every column`(_ column: Int, _ end: String) async throws {
    var rows = (0..<200).map { row in
      ["区\(row % 3)", "\(row)", row % 5 == 0 ? "\"1,2\n3, 4\"" : "x", row % 7 == 0 ? "\"a\nb\"" : "y"]
    }
    // Of rows without other quotes.
    rows[101][column] = "\"" + rows[101][column]
    rows[104][column] += "\""
    let file = TemporaryFile(([["区", "人数", "備考", "記号"]] + rows).map { $0.joined(separator: ",") + end }.joined())
    let query = Query(keys: [GroupKey(column: "区")], aggregates: [.count, .sum("人数")])
    let rejects = TemporaryFile([])
    for onError in ReadingOptions.OnError.allCases {
      let plain = LocalEngine(threads: 1, blockBytes: 1 << 20, usesIndex: false)
      let expected = try await Self.outcome(file, [query], plain, onError: onError, rejects: rejects)
      switch expected {
      case .findings(let findings, _, _): #expect(findings.contains { $0.code == "record.swallows-rows" })
      case .tables(let tables): #expect(tables[0].accounting.rejected > 0)
      }
      for (threads, blockBytes) in [(1, 100), (2, 1_000), (2, 1 << 14)] {
        let engine = LocalEngine(threads: threads, blockBytes: blockBytes)
        let found = try await Self.outcome(file, [query], engine, onError: onError, rejects: rejects)
        if found != expected { Issue.record("blocks of \(blockBytes): \(found.difference(expected))") }
      }
    }
  }

  @Test func `the hot path is taken, and reads a regular file to its end`() throws {
    let rows = (0..<5_000).map { "区\($0 % 7),第\($0 % 11)室,\($0),\"\($0 * 3)\"" }
    let file = TemporaryFile("区,施設,人数,料金\n" + rows.joined(separator: "\n"))
    let records = try RecordReader(source: file.source)
    let query = Query(
      keys: [GroupKey(column: "区"), GroupKey(column: "施設")], aggregates: [.count, .sum("人数"), .sum("料金")])
    let plan = try EnginePlan([query], header: records.header.names, schema: nil)
    let fast = try #require(
      FastPlan(plan, header: records.header, options: ReadingOptions(), blockBytes: 1_000))
    let start = try #require(records.resumption)
    for threads in [1, 2, 7] {
      let reader = FastReader(
        plan: fast, header: records.header, threads: threads, blockBytes: 1_000, recordOffset: 0,
        progress: RunProgress(), ownGroups: 1 << 14, byteOffset: 0,
        memoryLimit: .system)
      let merged = reader.read(from: start, into: PartialResult(plan))
      #expect(merged.point.records == 5_000)
      #expect(merged.point.line == 5_002)
      #expect(merged.point.position == start.position + start.remaining)
      #expect(merged.total.results()[0].rows.count == 77)
    }
  }

  @Test func `sums of long numbers are exact`() async throws {
    let rows = (0..<4_000).map { "\($0 % 2 == 0 ? "a" : "あ"),\($0 % 5 == 0 ? "999999999999999999" : "99999999")" }
    let file = TemporaryFile("k,v\n" + rows.joined(separator: "\n") + "\n")
    let dataset = Dataset(name: "t", sources: [file.source])
    let query = Query(keys: [GroupKey(column: "k")], aggregates: [.sum("v")])
    let tables = try await LocalEngine(threads: 2, blockBytes: 4_096).run([query], on: dataset)
    // 400 cells of 10^18 − 1 and 1600 of 10^8 − 1 in each group.
    #expect(tables[0].rows.map { $0.values[0].spelled } == ["400000000159999998000", "400000000159999998000"])
  }

  @Test func `the count and sums of a cp932 file are those of its utf-8 copy`() async throws {
    let rows = (0..<3_000).map { "ソ\($0 % 9)能,表\($0 % 4)十,\($0)" }
    let text = "区,施設,人数\n" + rows.joined(separator: "\n") + "\n"
    let query = Query(
      keys: [GroupKey(column: "施設"), GroupKey(column: "区")], aggregates: [.count, .sum("人数")])
    var answers: [[ResultTable.Row]] = []
    for encoding in ["UTF-8", "CP932"] {
      let file = TemporaryFile(try #require(encoded(text, encoding)))
      let dataset = Dataset(name: "t", sources: [file.source])
      answers.append(try await LocalEngine(threads: 2, blockBytes: 4_096).run([query], on: dataset)[0].rows)
    }
    #expect(answers[0] == answers[1])
    #expect(answers[0].count == 36)
  }
}
