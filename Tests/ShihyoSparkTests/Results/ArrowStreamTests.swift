#if Spark
  import Testing

  @testable import ShihyoSpark

  /// The reader of results: right on what others write, and an error, never a trap, on what is damaged.
  struct ArrowStreamTests {
    /// What pyarrow 22 writes for k0 = 門司区, NULL, "" and n = 1, 22, 333.
    static let recorded = """
      ffffffff980000001000000000000a000c000600050008000a000000000104000c0000000800080000000400080000000400000002000000
      3c00000004000000dcffffff0000010510000000140000000400000000000000010000006e000000ccffffff100014000800060007000c00
      00001000100000000000010510000000180000000400000000000000020000006b300000040004000400000000000000ffffffffd8000000
      14000000000000000c0016000600050008000c000c0000000003040018000000400000000000000000000a0018000c00040008000a000000
      7c00000010000000030000000000000000000000060000000000000000000000010000000000000008000000000000001000000000000000
      1800000000000000090000000000000028000000000000000000000000000000280000000000000010000000000000003800000000000000
      0600000000000000000000000200000003000000000000000100000000000000030000000000000000000000000000000500000000000000
      00000000090000000900000009000000e99680e58fb8e58cba00000000000000000000000100000003000000060000003132323333330000
      ffffffff00000000
      """

    static var bytes: [UInt8] {
      let digits = recorded.filter { !$0.isNewline }.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) ?? 0 }
      return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static func table(_ stream: ArrowStream) throws -> [[String?]] {
      try stream.batches.flatMap { batch in
        try (0..<batch.rowCount).map { row in
          try stream.names.indices.map { try batch.cell(row, $0).map { String(decoding: $0, as: UTF8.self) } }
        }
      }
    }

    @Test func `reads what another library writes`() throws {
      let stream = try ArrowStream(Self.bytes)
      #expect(stream.names == ["k0", "n"])
      #expect(try Self.table(stream) == [["門司区", "1"], [nil, "22"], ["", "333"]])
    }

    @Test func `reads several batches, and one without rows`() throws {
      let names = ["a", "b"]
      let bytes =
        ArrowWriter.schema(names) + ArrowWriter.batch([["1", nil]], columnCount: 2)
        + ArrowWriter.batch([], columnCount: 2) + ArrowWriter.batch([["", "か\u{3099}"]], columnCount: 2)
      let stream = try ArrowStream(bytes)
      #expect(stream.rowCount == 2 && stream.batches.count == 3)
      #expect(
        try Self.table(stream).map { $0.map { $0.map { Array($0.utf8) } } } == [
          [Array("1".utf8), nil], [[], Array("か\u{3099}".utf8)],
        ])
      #expect(try ArrowStream(ArrowWriter.schema(["a"]) + ArrowWriter.end).rowCount == 0)
    }

    @Test func `refuses what it does not read`() throws {
      #expect(throws: ArrowFault.self) { try ArrowStream(ArrowWriter.schema(["a"], type: 2)) }
      #expect(throws: ArrowFault.self) { try ArrowStream([]) }
      #expect(throws: ArrowFault.self) { try ArrowStream(ArrowWriter.batch([["1"]], columnCount: 1)) }
      #expect(throws: ArrowFault.self) { try ArrowStream(ArrowWriter.schema(["a"]) + ArrowWriter.schema(["a"])) }
    }

    @Test func `a prefix is an error or a shorter table`() throws {
      for bytes in [Self.bytes, ArrowWriter.stream(["a", "b"], [["x", nil], ["yy", "z"]])] {
        let whole = try Self.table(ArrowStream(bytes))
        for length in 0..<bytes.count {
          guard let stream = try? ArrowStream(Array(bytes.prefix(length))) else { continue }
          let read = try Self.table(stream)
          #expect(read == Array(whole.prefix(read.count)), "prefix \(length)")
        }
      }
    }

    @Test func `a changed byte never traps`() throws {
      for original in [Self.bytes, ArrowWriter.stream(["a", "b"], [["x", nil], ["yy", "z"]])] {
        var accepted = 0
        for place in original.indices {
          for value in [0, 1, 0x7F, 0x80, 0xFF, original[place] ^ 1, original[place] &+ 4] as [UInt8] {
            var bytes = original
            bytes[place] = value
            accepted += Self.readWhole(bytes) ? 1 : 0
          }
        }
        #expect(accepted > 0 && accepted < original.count * 7)
      }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `random bytes never trap`(_ seed: UInt64) throws {
      var fuzz = ArrowFuzz(seed: seed)
      for _ in 0..<20_000 { fuzz.step() }
      #expect(fuzz.tried == 40_000 && fuzz.accepted > 100 && fuzz.accepted < 20_000, "\(fuzz)")
      #expect(fuzz.acceptedRandom == 0, "\(fuzz)")
    }

    /// For hours, when they are wanted: SHIHYO_ARROW_FUZZ_SECONDS=300 swift test --traits Spark --filter ArrowStreamTests
    @Test(.enabled(if: ArrowFuzz.seconds > 0)) func `random bytes never trap, for long`() throws {
      let end = ContinuousClock.now + .seconds(ArrowFuzz.seconds)
      var fuzz = ArrowFuzz(seed: UInt64.random(in: .min ... .max))
      while ContinuousClock.now < end { for _ in 0..<1000 { fuzz.step() } }
      print(fuzz)
      #expect(fuzz.acceptedRandom == 0, "\(fuzz)")
    }

    /// Whether the bytes were read, every cell of them.
    static func readWhole(_ bytes: [UInt8]) -> Bool {
      guard let stream = try? ArrowStream(bytes) else { return false }
      return (try? table(stream)) != nil
    }
  }
#endif
