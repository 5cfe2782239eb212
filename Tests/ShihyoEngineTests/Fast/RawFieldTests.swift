import Testing

@testable import ShihyoEngine

@Suite struct RawFieldTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("\"\"", ""), ("\"a\"", "a"), ("\"a,b\"", "a,b"), ("\"a\"\"b\"", "a\"b"), ("\"\"\"\"", "\""),
    ("\"\"\"\"\"\"", "\"\""), ("\"1\n2\"", "1\n2"), ("区", "区"),
  ])
  func `quotes are taken off, doubled ones once`(_ raw: String, _ expected: String) {
    var scratch = GrowableBuffer<UInt8>()
    let found = Array(raw.utf8).withUnsafeBufferPointer { Array(RawField.unescaped($0, &scratch)) }
    #expect(found == Array(expected.utf8))
  }

  @Test func `the cells of a key stand between delimiters and line feeds outside quotes`() {
    let key = Array("a,\"b,\n\"\"c\",\nd,".utf8)
    var cells: [Range<Int>] = []
    key.withUnsafeBufferPointer { RawField.findCells(of: $0, delimiter: 0x2C, count: 5, in: &cells) }
    #expect(cells.map { String(decoding: key[$0], as: UTF8.self) } == ["a", "\"b,\n\"\"c\"", "", "d", ""])
  }
}
