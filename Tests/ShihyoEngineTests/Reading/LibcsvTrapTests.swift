import ShihyoModel
import Testing

@testable import ShihyoEngine

/// What libcsv does not guard against by itself; each would be a wrong table in silence.
struct LibcsvTrapTests {
  @Test func `a stray quote does not swallow the rest of the file`() throws {
    let read = try FlatReading(TemporaryFile("a,b\n\"x,1\ny,2\nz,3\n"))
    #expect(read.codes == ["record.unterminated-quote"])
    #expect(read.findings.first?.place.line == 2)
    #expect(read.rows == [["y", "2"], ["z", "3"]])
  }

  @Test func `a missing last quote is an error`() throws {
    let read = try FlatReading(TemporaryFile("a,b\nx,1\ny,\"2"))
    #expect(read.codes == ["record.unterminated-quote"])
    #expect(read.findings.first?.place.column == .field(number: 2, name: "b"))
    #expect(read.rows == [["x", "1"]])
  }

  @Test func `an error in the last line is not cleared at the end`() throws {
    #expect(try FlatReading(TemporaryFile("a,b\nx,\"1\"2")).codes == ["record.text-after-quote"])
    #expect(try FlatReading(TemporaryFile("a,b\nx,1\"")).codes == ["record.quote-in-field"])
  }

  @Test func `spaces stay, also around quotes`() throws {
    let read = try FlatReading(TemporaryFile("a,b\n  x\t, \n\"y\" ,1\n \"z\",1\n\" w \",1\n"))
    #expect(read.rows == [["  x\t", " "], [" w ", "1"]])
    #expect(read.codes == ["record.text-after-quote", "record.quote-in-field"])
  }

  @Test func `blank lines are counted, not lost`() throws {
    let read = try FlatReading(TemporaryFile("a\n\n\r\n\rx\n"))
    #expect(read.counts.blankLines == 3)
    #expect(read.records.first?.line == 5)
  }

  @Test func `a field has a limit`() throws {
    var options = ReadingOptions()
    options.maximumFieldBytes = 10
    let read = try FlatReading(TemporaryFile("a,b\n1234567890,1\n12345678901,1\nx,\"123456789\"\"1\"\ny,1\n"), options)
    #expect(read.rows == [["1234567890", "1"], ["y", "1"]])
    #expect(read.codes == ["record.field-too-long", "record.field-too-long"])
    #expect(read.findings.map(\.place.line) == [3, 4])
  }

  @Test(arguments: [1 << 16, 1 << 20])
  func `a record without end takes bounded memory and the next lines are read`(_ blockBytes: Int) throws {
    var options = ReadingOptions()
    options.maximumFieldBytes = 1000
    options.delimiter = 0x2C
    let line = String(repeating: "0123456789", count: 1000) + ",1\n"
    let open = "\"x,1\n" + String(repeating: line, count: 450) + "y,2\n"
    let read = try FlatReading(TemporaryFile("a,b\n" + open), options, blockBytes: blockBytes)
    #expect(read.codes.first == "record.too-long")
    #expect(read.findings.first?.place.line == 2)
    #expect(read.codes.dropFirst().allSatisfy { $0 == "record.field-too-long" })
    #expect(read.counts.rejected == 451)
    #expect(read.rows == [["y", "2"]])
  }

  @Test(arguments: [1 << 16, 1 << 24])
  func `a line without end is passed over`(_ blockBytes: Int) throws {
    var options = ReadingOptions()
    options.maximumFieldBytes = 10
    let long = String(repeating: "x", count: 5 << 20)
    let read = try FlatReading(TemporaryFile("a,b\n1,2\n" + long + "\r\n3,4\n" + long), options, blockBytes: blockBytes)
    #expect(read.codes == ["record.too-long", "record.too-long"])
    #expect(read.findings.map(\.place.line) == [3, 5])
    #expect(read.rows == [["1", "2"], ["3", "4"]])
    #expect(read.records.map(\.line) == [2, 4])
  }

  @Test func `a zero byte rejects its record only`() throws {
    var options = ReadingOptions()
    options.encoding = .utf8
    let read = try FlatReading(TemporaryFile("a,b\nx,1\ny,\"\0\n\"\nz,3\n"), options)
    #expect(read.codes == ["record.nul"])
    #expect(read.findings.first?.place.line == 3)
    #expect(read.findings.first?.place.column == .field(number: 2, name: "b"))
    #expect(read.rows == [["x", "1"], ["z", "3"]])
  }

  @Test func `two stray quotes do not make one cell of the rows between them`() throws {
    let read = try FlatReading(TemporaryFile("a,b,c\n1,\"x,1\n2,y,2\n3,z\",3\n4,w,4\n"))
    #expect(read.codes == ["record.swallows-rows", "record.quote-in-field"])
    #expect(read.findings.map(\.place.line) == [2, 4])
    #expect(read.rows == [["2", "y", "2"], ["4", "w", "4"]])
  }

  @Test(arguments: ["1,\"red\ngreen\",3", "1,\"x, y\nz, w\",3", "\"a,b\nc\",2,3", "1,\"x\n\n\",3", "1,2,\"a\nb,c\""])
  func `a cell of several lines is a cell`(_ row: String) throws {
    #expect(try FlatReading(TemporaryFile("a,b,c\n\(row)\n")).codes == [])
  }

  @Test(arguments: [64, 1 << 20])
  func `a record ends within ten thousand lines`(_ blockBytes: Int) throws {
    let rows = (0..<10_100).map { "\($0),x\n" }.joined()
    let read = try FlatReading(TemporaryFile("a,b\n\"open,1\n" + rows), blockBytes: blockBytes)
    #expect(read.codes == ["record.too-many-lines"])
    #expect(read.findings.first?.place.line == 2)
    #expect(read.rows.count == 10_100)
  }

  @Test func `a header has a limit`() throws {
    let wide = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    #expect(thrownCodes { _ = try FlatReading(TemporaryFile(wide + "\n1\n")) } == ["header.too-many-columns"])
    #expect(try FlatReading(TemporaryFile(wide.prefix(60_000) + "\n")).names.count > 9_000)
  }

  /// The options of a parser are set before its first byte and never again: the type has no way to.
  @Test func `fields of every length pass through one parser`() throws {
    let cells = (0..<300).map { String(repeating: "x", count: $0 * $0) }
    let text = "a,b\n" + cells.map { "\"\($0)\"\"\",1\n" }.joined()
    #expect(
      try FlatReading(TemporaryFile(text), blockBytes: 4096).rows.map { $0[0].count } == cells.map { $0.count + 1 })
  }
}
