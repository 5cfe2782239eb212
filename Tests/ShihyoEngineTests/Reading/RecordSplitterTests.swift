import ShihyoModel
import Testing

@testable import ShihyoEngine

struct RecordSplitterTests {
  /// A small generator with a seed, so that a failure can be repeated.
  struct Seeded {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  static let pieces: [[UInt8]] = [
    "a", "b1", ",", ",", "\"", "\"", "\"\"", "\n", "\r", "\r\n", " ", "\t", "あ", ";", "\",\"", "\n\"", "x,y\n", "\0",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<40)
  func `counts records, lines and offsets as a plain reading does`(_ block: Int) throws {
    for seed in (block * 50)..<(block * 50 + 50) {
      var random = Seeded(state: UInt64(seed) &* 7919 &+ 13)
      let body = (0..<random.next(40)).flatMap { _ in Self.pieces[random.next(Self.pieces.count)] }
      let head = Array("h,i\n".utf8)
      let delimiter: UInt8 = [0x2C, 0x3B, 0x09][random.next(3)]
      var options = ReadingOptions()
      options.delimiter = delimiter
      options.encoding = .utf8
      options.hasHeader = true
      let header = head.map { $0 == 0x2C ? delimiter : $0 }
      let file = TemporaryFile(header + body)
      let read = try FlatReading(file, options, blockBytes: 1 + random.next(24))
      let events = Array(ReferenceSplitter(bytes: header + body, delimiter: delimiter).events.dropFirst())
      expectSame(read, events, "seed \(seed)")
    }
  }

  func expectSame(_ read: FlatReading, _ events: [ReferenceSplitter.Event], _ comment: Comment) {
    var records: [FlatReading.Record] = []
    var rejected: [String] = []
    var number = 0
    var blank = 0
    for event in events {
      switch event {
      case .blank: blank += 1
      case .record(let line, let lineCount, let offset, let fields):
        number += 1
        if fields.count == 2 {
          let cells = fields.map { String(validating: $0, as: UTF8.self) }
          records.append(
            FlatReading.Record(
              number: number, line: line, lineCount: lineCount, byteOffset: offset, cells: cells, raw: []))
        } else {
          let extra = fields.dropFirst(2)
          let code = fields.count < 2 ? "short" : extra.allSatisfy(\.isEmpty) ? "long-empty" : "long"
          rejected.append("\(number) \(line) record.\(code)")
        }
      case .rejected(let line, let code):
        number += 1
        rejected.append("\(number) \(line) \(code)")
      }
    }
    let found = read.records.map { record in
      var record = record
      record.raw = []
      return record
    }
    let errors = zip(read.rejected, read.findings.filter { $0.severity == .error }).map {
      "\($0.number) \($0.line) \($1.code)"
    }
    #expect(found == records, comment)
    #expect(errors == rejected, comment)
    #expect(read.counts.blankLines == blank, comment)
    #expect(read.counts.records == number, comment)
    #expect(read.counts.rejected == rejected.count, comment)
    #expect(read.rejected.count == rejected.count, comment)
  }
}
