import Glibc
import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Bytes that can be read once, as of standard input.
@Suite struct FastStreamTests {
  /// What was added up, where the plain path has to go on, and the bytes that it will find there.
  struct Outcome {
    let rows: [ResultTable.Row]
    let point: Resumption
    let left: [UInt8]
  }

  static func read(_ bytes: [UInt8], ahead: Int, threads: Int, blockBytes: Int) throws -> Outcome? {
    let file = TemporaryFile(bytes)
    let records = try RecordReader(source: file.source)
    guard let start = records.resumption else { return nil }
    let query = Query(
      keys: records.header.names.prefix(3).dropFirst().map { GroupKey(column: $0) }, aggregates: [.count])
    let plan = try EnginePlan([query], header: records.header.names, schema: nil)
    let fast = try #require(
      FastPlan(plan, header: records.header, options: ReadingOptions(), blockBytes: blockBytes))
    let reader = FastReader(
      plan: fast, header: records.header, threads: threads, blockBytes: blockBytes, recordOffset: 0,
      progress: RunProgress(), ownGroups: 1 << 14, byteOffset: 0, memoryLimit: .system)
    // A part was read ahead while the header was looked for.
    let pending = Array(bytes[start.position...].prefix(ahead))
    let descriptor = open(file.path, O_RDONLY)
    defer { close(descriptor) }
    lseek(descriptor, off_t(start.position + pending.count), SEEK_SET)
    var stream = start
    stream.source = .stream(descriptor: descriptor, pending: pending.count, isAtEnd: false)
    let merged = reader.read(from: stream, pending: pending, into: PartialResult(plan))
    let rest = Int(lseek(descriptor, 0, SEEK_CUR))
    #expect(merged.point.bytesRead == start.bytesRead + rest - start.position - pending.count)
    return Outcome(
      rows: merged.total.results()[0].rows, point: merged.point, left: merged.pending + bytes[rest...])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `what is not added up is given back, byte for byte`(_ seed: UInt64) throws {
    let bytes = RandomFile(seed: seed).bytes
    var known: (position: Int, rows: [ResultTable.Row])?
    for (ahead, threads, blockBytes) in [(0, 1, 300), (100, 2, 300), (5_000, 7, 300), (70, 2, 300)] {
      guard let outcome = try? Self.read(bytes, ahead: ahead, threads: threads, blockBytes: blockBytes) else { return }
      #expect(outcome.left == Array(bytes[outcome.point.position...]), "seed \(seed)")
      if let known, known.position == outcome.point.position { #expect(known.rows == outcome.rows, "seed \(seed)") }
      known = (outcome.point.position, outcome.rows)
    }
  }

  @Test(arguments: [1, 2, 7])
  func `a regular stream is read to its end`(_ threads: Int) throws {
    let rows = (0..<5_000).map { "\($0),区\($0 % 7),\"第\($0 % 11)\n室\"" }
    for end in ["", "\n"] {
      let bytes = Array(("番号,区,施設\n" + rows.joined(separator: "\n") + end).utf8)
      let outcome = try #require(try Self.read(bytes, ahead: 900, threads: threads, blockBytes: 1_000))
      #expect(outcome.point.position == bytes.count)
      #expect(outcome.point.records == 5_000)
      #expect(outcome.point.line == 10_002)
      #expect(outcome.left.isEmpty)
      #expect(outcome.rows.count == 77)
    }
  }
}
