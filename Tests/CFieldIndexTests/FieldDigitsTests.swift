import CFieldIndex
import Testing

/// Columns of whole numbers, on both paths.
@Suite struct FieldDigitsTests {
  /// The values of cells that stand one below the other between two other columns; nil for what is no plain number.
  private func read(_ cells: [String], _ path: field_index_path, end: String = "\n", isLast: Bool = false) -> [Int64?] {
    var text: [UInt8] = []
    var ends: [UInt32] = [.max]
    for cell in cells {
      let fields: [String] = isLast ? ["a", "b", cell] : ["a", cell, "b"]
      for (place, field) in fields.enumerated() {
        text += Array(field.utf8)
        if place == 2 { text += Array(end.utf8.dropLast()) }
        ends.append(UInt32(text.count))
        text.append(place == 2 ? 0x0A : 0x2C)
      }
    }
    text += [UInt8](repeating: 0x37, count: Int(FIELD_KEYS_SLACK))
    var values = [Int64](repeating: 7, count: cells.count)
    var others = [UInt32](repeating: 0, count: cells.count)
    let found = text.withUnsafeBufferPointer { text in
      ends.withUnsafeBufferPointer { ends in
        var chunk = field_chunk(
          text: text.baseAddress, ends: ends.baseAddress.map { $0 + 1 }, field_count: 3, first: isLast ? 2 : 1,
          last: isLast ? 2 : 1, trims_return: isLast && end == "\r\n")
        return field_digits(path, &chunk, cells.count, &values, &others)
      }
    }
    let odd = others.prefix(found).map { Int($0) }
    #expect(odd == odd.sorted())
    for row in values.indices { #expect((values[row] == -1) == odd.contains(row)) }
    return values.map { $0 < 0 ? nil : $0 }
  }

  private static let plain: [(String, Int64)] = [
    ("0", 0), ("7", 7), ("10", 10), ("007", 7), ("1234", 1_234), ("98765", 98_765), ("123456", 123_456),
    ("7654321", 7_654_321), ("12345678", 12_345_678), ("99999999", 99_999_999), ("00000000", 0), ("\"42\"", 42),
    ("\"12345678\"", 12_345_678),
  ]
  private static let other = [
    "", "123456789", "-1", "+1", "1.5", "1:2", " 1", "1 ", "/", ":", "x", "１", "\"\"", "\"1\"\"2\"", "\"123456789\"",
    "1234567890123456789012345",
  ]

  @Test(arguments: FieldIndexTests.paths)
  func `up to eight digits are read, in quotes or not, and nothing else`(_ path: field_index_path) {
    for rotation in 0..<7 {
      var cells = Self.plain.map(\.0) + Self.other
      var expected = Self.plain.map { Int64?($0.1) } + Self.other.map { _ in nil }
      cells = Array(cells[rotation...] + cells[..<rotation])
      expected = Array(expected[rotation...] + expected[..<rotation])
      #expect(read(cells, path) == expected)
      for end in ["\n", "\r\n"] { #expect(read(cells, path, end: end, isLast: true) == expected) }
    }
  }

  @Test(arguments: FieldIndexTests.paths)
  func `one byte that is no digit is seen at every place and length`(_ path: field_index_path) {
    var cells: [String] = []
    for count in 1...8 {
      for place in 0..<count {
        for byte in UInt8(1)...127 where !(0x30...0x39).contains(byte) && byte != 0x22 {
          var bytes = [UInt8](repeating: 0x39, count: count)
          bytes[place] = byte
          cells.append(String(decoding: bytes, as: UTF8.self))
        }
      }
    }
    #expect(read(cells, path).allSatisfy { $0 == nil })
  }
}
