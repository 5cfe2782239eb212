import ShihyoModel
import Testing

@testable import ShihyoEngine

struct RecordReaderTests {
  /// The rules of RFC 4180, section 2, and what spreadsheets write beyond them.
  static let cases: [(text: String, rows: [[String]])] = [
    ("h,i\r\naaa,bbb\r\nzzz,yyy\r\n", [["aaa", "bbb"], ["zzz", "yyy"]]),
    ("h,i\r\naaa,bbb\r\nzzz,yyy", [["aaa", "bbb"], ["zzz", "yyy"]]),
    ("h,i\n\"aaa\",\"bbb\"\nzzz,yyy\n", [["aaa", "bbb"], ["zzz", "yyy"]]),
    ("h,i\n\"a\r\nbb\",b\"\n", []),
    ("h,i\n\"b\r\nbb\",c\n", [["b\r\nbb", "c"]]),
    ("h,i\n\"b\"\"bb\",\",\"\n", [["b\"bb", ","]]),
    ("h,i\n a , b \n", [[" a ", " b "]]),
    ("h,i\n\"\",\n", [["", ""]]),
    ("h\n\"\"\nx\n", [[""], ["x"]]),
    ("h,i\ra,b\rc,d\r", [["a", "b"], ["c", "d"]]),
    ("h,i\na,b\r\nc,d\re,f\n", [["a", "b"], ["c", "d"], ["e", "f"]]),
    ("h,i\n\n   \na,b\n\r\n", [["a", "b"]]),
    ("\u{FEFF}h,i\na,b\n", [["a", "b"]]),
    ("h,i\n,\n", [["", ""]]),
    ("h\ti\na\tb,c\n", [["a", "b,c"]]),
    ("h;i\n1,5;2,5\n", [["1,5", "2,5"]]),
    ("sep=;\nh,x;i\n1,5;2\n", [["1,5", "2"]]),
  ]

  @Test(arguments: cases.indices)
  func `reads what RFC 4180 allows`(_ index: Int) throws {
    let read = try FlatReading(TemporaryFile(Self.cases[index].text))
    #expect(read.rows == Self.cases[index].rows)
  }

  /// Every kind of line end, quote, error and character, so that a border can fall anywhere in each.
  static let nasty =
    "\u{FEFF}\"名,前\",\"件\"\"数\"\r\n門司区,12\r\n\r\n\"小倉\r\n北区\",\"a\"\"b\"\r\"x\ny\",\n \t \nshort\nlong,1,2\n,,\n"
    + "bad\"quote,1\nok,1\n\"a\"b,2\nok,2\n\"\",\"\"\nnul\0,3\n髙🗾,\"🗾\"\n\"open,4\nok,5\nlast,\"6\""

  @Test(arguments: 1...64)
  func `gives the same records, lines and findings for every block size`(_ blockBytes: Int) throws {
    let file = TemporaryFile(Self.nasty)
    let whole = try FlatReading(file)
    #expect(try FlatReading(file, blockBytes: blockBytes) == whole)
  }

  @Test func `counts lines and keeps findings in order`() throws {
    let read = try FlatReading(TemporaryFile(Self.nasty))
    #expect(read.names == ["名,前", "件\"数"])
    #expect(read.rows.map { $0[0] } == ["門司区", "小倉\r\n北区", "x\ny", "ok", "ok", "", "髙🗾", "ok", "last"])
    #expect(read.records.map(\.line) == [2, 4, 6, 13, 15, 16, 18, 20, 21])
    #expect(read.records.map(\.number) == [1, 2, 3, 8, 10, 11, 13, 15, 16])
    #expect(
      read.codes == [
        "record.short", "record.long", "record.long-empty", "record.quote-in-field", "record.text-after-quote",
        "record.nul", "record.text-after-quote",
      ])
    #expect(read.findings.map(\.place.line) == [9, 10, 11, 12, 14, 17, 19])
    #expect(read.counts.blankLines == 2)
    #expect(read.counts.lines == 21)
    #expect(read.rejected.map { String(decoding: $0.raw, as: UTF8.self) }.first == "short\n")
  }

  @Test func `says column and text of an error`() throws {
    let read = try FlatReading(TemporaryFile("区,件数\n門司区,\"1\"2\n"))
    let finding = try #require(read.findings.first)
    #expect(finding.code == "record.text-after-quote")
    #expect(finding.place.line == 2)
    #expect(finding.place.column == .field(number: 2, name: "件数"))
    #expect(finding.text == "\"1\"2")
    #expect(finding.place.byteOffset == 24)
  }

  @Test func `warns of a header without rows`() throws {
    let read = try FlatReading(TemporaryFile("a,b\n\n"))
    #expect(read.codes == ["file.header-only"])
    #expect(read.findings.first?.severity == .warning)
    #expect(read.counts.blankLines == 1)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n", "  \r\n"])
  func `refuses an empty file`(_ text: String) {
    #expect(thrownCodes { _ = try FlatReading(TemporaryFile(text)) } == ["file.empty"])
  }

  @Test func `names the first bad byte of a cell with line and offset`() throws {
    let bytes = Array("a,b\n".utf8) + Array("\"x\ny\"\"".utf8) + [0xE3, 0x81] + Array("\",1\n".utf8)
    var options = ReadingOptions()
    options.encoding = .utf8
    let file = TemporaryFile(bytes)
    let reader = try RecordReader(source: file.source, options: options)
    let batch = try #require(try reader.nextBatch())
    #expect(batch.withField(0, 0) { CellDecoder(batch.encoding).decode($0) } == nil)
    let finding = batch.invalidBytes(0, 0)
    #expect(finding.code == "encoding.invalid-bytes")
    #expect(finding.place.line == 3)
    #expect(finding.place.byteOffset == 10)
    #expect(finding.place.column == .field(number: 1, name: "a"))
  }

  @Test func `keeps a batch unchanged while later ones are read`() throws {
    let rows = (0..<2000).map { "\($0),x\($0)\n" }.joined()
    let file = TemporaryFile("a,b\n" + rows)
    let reader = try RecordReader(source: file.source, blockBytes: 256)
    var batches: [RecordBatch] = []
    while let batch = try reader.nextBatch() { batches.append(batch) }
    let cells = batches.flatMap { batch in
      batch.records.indices.map { index in batch.withField(index, 1) { String(decoding: $0, as: UTF8.self) } }
    }
    #expect(batches.count > 20)
    #expect(cells == (0..<2000).map { "x\($0)" })
  }

  @Test func `keeps a limited number of findings and counts all`() throws {
    let read = try FlatReading(TemporaryFile("a,b\n" + String(repeating: "x\n", count: 12_000)), blockBytes: 4096)
    #expect(read.findings.count == 10_000)
    #expect(read.counts.findings == 12_000)
    #expect(read.counts.rejected == 12_000)
    #expect(read.rejected.last?.line == 12_001)
  }
}
