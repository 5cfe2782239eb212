import CFieldIndex
import SeededRandom
import Testing

/// Both paths of the index against a reference that goes byte by byte.
@Suite struct FieldIndexTests {
  static let paths: [field_index_path] =
    field_index_best_path() == FIELD_INDEX_AVX2 ? [FIELD_INDEX_PORTABLE, FIELD_INDEX_AVX2] : [FIELD_INDEX_PORTABLE]

  @Test(arguments: paths)
  func `every byte at every place of a word is seen as the reference sees it`(_ path: field_index_path) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<130 {
        var text = [UInt8](repeating: UInt8(ascii: "a"), count: 131)
        text[place] = byte
        expectSame(text, path: path, cuts: [])
      }
    }
  }

  @Test(arguments: paths)
  func `a telling pair is seen at every offset and cut`(_ path: field_index_path) {
    let pairs = [
      "\"\"", "\",", ",\"", "\"\n", "\r\n", "\ra", "\"a", "a\"", "\"\r", "\n\n", "\"\"\"", "\"\"\"\"", "\r\r\n",
    ]
    for pair in pairs {
      for open in [false, true] {
        for place in 0..<68 {
          var text = [UInt8](repeating: UInt8(ascii: "b"), count: 140)
          if open { text[0] = UInt8(ascii: "\"") }
          for (index, byte) in pair.utf8.enumerated() { text[1 + place + index] = byte }
          for cut in place...(place + 5) { expectSame(text, path: path, cuts: [cut]) }
        }
      }
    }
  }

  @Test(arguments: paths)
  func `short texts of every length are whole`(_ path: field_index_path) {
    let line = Array("区,\"a,\"\"b\",12,-3.5\r\n".utf8)
    let text = Array(repeatElement(line, count: 12).joined())
    for start in 0..<24 {
      for count in 0...160 { expectSame(Array(text[start..<start + count]), path: path, cuts: []) }
    }
  }

  @Test(arguments: 0..<400)
  func `random texts with random cuts agree`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let quoting = random.next() % 3
    let alphabet: [UInt8] =
      switch quoting {
      case 0: Array("abc,,\n12\u{E3}".utf8)
      case 1: Array("ab,,\n\"\"\r\n\"".utf8)
      default: Array("abcdefgh1234567890,\"\n\r\0;".utf8)
      }
    let count = Int(random.next() % 700)
    let text = (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    let cuts = (0..<Int(random.next() % 5)).map { _ in Int(random.next() % UInt64(count + 1)) }.sorted()
    for path in Self.paths { expectSame(text, path: path, cuts: cuts, "seed \(seed)") }
  }

  @Test func `the field ends of a quoted record are those outside quotes`() {
    let text = Array("a,\"b,\n\"\"c\",d\n".utf8)
    for path in Self.paths {
      let found = ReferenceIndex(text, delimiter: UInt8(ascii: ","), path: path, cuts: [])
      #expect(found.ends == [1, 10, 12])
      #expect(found.recordEnds == 1)
      #expect(found.flags == UInt32(FIELD_INDEX_QUOTE | FIELD_INDEX_QUOTED_DELIMITER))
    }
  }

  @Test(arguments: paths)
  func `bytes are counted`(_ path: field_index_path) {
    var random = SeededGenerator(seed: 7)
    let text = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next() % 3) + 0x0A }
    for count in [0, 1, 31, 32, 33, 8_159, 8_160, 8_161, 16_400, 20_000] {
      let expected = text[..<count].count { $0 == 0x0A }
      #expect(field_index_count(path, text, count, 0x0A) == expected)
    }
    #expect(field_index_count(path, [UInt8](repeating: 0x0A, count: 20_000), 20_000, 0x0A) == 20_000)
  }

  @Test(arguments: paths)
  func `lines are counted as an editor counts them`(_ path: field_index_path) {
    var random = SeededGenerator(seed: 11)
    let text = (0..<3_000).map { _ in [0x0A, 0x0D, 0x61][Int(random.next() % 3)] as UInt8 }
    for start in 0..<70 {
      for count in [0, 1, 7, 8, 9, 63, 64, 65, 127, 128, 129, 2_900] {
        let piece = Array(text[start..<start + count])
        var expected = 0
        for (index, byte) in piece.enumerated() {
          if byte == 0x0D || (byte == 0x0A && (index == 0 || piece[index - 1] != 0x0D)) { expected += 1 }
        }
        #expect(field_index_line_ends(path, piece, count) == expected)
      }
    }
  }

  private func expectSame(
    _ text: [UInt8], path: field_index_path, cuts: [Int], _ note: String = "", at: SourceLocation = #_sourceLocation
  ) {
    let expected = ReferenceIndex(text, delimiter: UInt8(ascii: ","))
    let found = ReferenceIndex(text, delimiter: UInt8(ascii: ","), path: path, cuts: cuts)
    guard found != expected else { return }
    Issue.record("\(found) is not \(expected) for \(text), cuts \(cuts) \(note)", sourceLocation: at)
  }
}
