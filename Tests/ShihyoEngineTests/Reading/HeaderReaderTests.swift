import ShihyoModel
import Testing

@testable import ShihyoEngine

struct HeaderReaderTests {
  private func header(_ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }) throws -> HeaderInfo {
    var options = ReadingOptions()
    change(&options)
    let file = TemporaryFile(text)
    return try RecordReader(source: file.source, options: options).header
  }

  @Test func `tells the delimiter by the header, quotes honoured`() throws {
    let cases: [(String, UInt8, HeaderInfo.DelimiterEvidence)] = [
      ("a,b;c,d\n", 0x2C, .counted), ("a;b,c;d\n", 0x3B, .counted), ("a\tb,c\td\n", 0x09, .counted),
      ("\"a,b,c,d\";e\n", 0x3B, .counted), ("\"a;b;c\nd\",\"e\"\n", 0x2C, .counted), ("only\n", 0x2C, .noneFound),
      ("sep=\t\na\tb;c;d\n", 0x09, .separatorLine), ("\"sep=|\"\r\na|b\r\n", 0x7C, .separatorLine),
      ("\u{FEFF}SEP=;\na;b\n", 0x3B, .separatorLine),
    ]
    for (text, delimiter, evidence) in cases {
      let found = try header(text)
      #expect(found.delimiter == delimiter, "\(text)")
      #expect(found.delimiterEvidence == evidence, "\(text)")
    }
    #expect(try header("a;b,c\n") { $0.delimiter = 0x3B }.names == ["a", "b,c"])
    #expect(try header("a;b,c\n") { $0.delimiter = 0x3B }.delimiterEvidence == .named)
  }

  @Test func `the separator line counts as a physical line and is never a record`() throws {
    let read = try FlatReading(TemporaryFile("sep=;\r\na;b\r\n1;2\r\n"))
    #expect(read.records.first?.line == 3)
    #expect(read.records.first?.number == 1)
    #expect(try header("sep=;\nnote\na;b\n") { $0.skipLines = 2 }.names == ["a", "b"])
    #expect(try header("sep=\na\n").names == ["sep="])
    #expect(try header("sep=;x,b\n").names == ["sep=;x", "b"])
  }

  @Test func `skips physical lines, whatever quotes they hold`() throws {
    let text = "表題 \"第1\n（単位：人\"\r\n\rａ,ｂ\n1,2\n"
    var options = ReadingOptions()
    options.skipLines = 3
    for blockBytes in [1, 2, 3, 1 << 20] {
      let read = try FlatReading(TemporaryFile(text), options, blockBytes: blockBytes)
      #expect(read.names == ["ａ", "ｂ"])
      #expect(read.records.map(\.line) == [5])
    }
    #expect(thrownCodes { _ = try header("a\n") { $0.skipLines = 5 } } == ["file.empty"])
  }

  @Test func `takes the header rows that are named and passes over the others`() throws {
    let text = "#注,\"壊れた\"行\n#x,y,z\n区,件数\n文字,数\n門司区,1\n"
    var options = ReadingOptions()
    options.headerRows = 3...3
    options.skipAfterHeader = 1
    let read = try FlatReading(TemporaryFile(text), options)
    #expect(read.names == ["区", "件数"])
    #expect(read.rows == [["門司区", "1"]])
    #expect(read.records.first?.line == 5)
    #expect(read.findings.isEmpty)
    #expect(thrownCodes { _ = try header("a\nb\n") { $0.headerRows = 4...4 } } == ["header.missing"])
    #expect(thrownCodes { _ = try header("a,b\"c\n") { $0.headerRows = 1...1 } } == ["record.quote-in-field"])
  }

  @Test func `joins several header rows, carrying merged cells`() throws {
    let text = "区,令和6年度,,令和7年度,\n,男,女,男,女\n"
    #expect(
      try header(text) { $0.headerRows = 1...2 }.names == ["区", "令和6年度 男", "令和6年度 女", "令和7年度 男", "令和7年度 女"])
    #expect(HeaderNames.join([["計", "年齢"], ["計"]]) == ["計", "年齢"])
  }

  @Test func `without a header the columns are letters and the first line is data`() throws {
    var options = ReadingOptions()
    options.hasHeader = false
    let read = try FlatReading(TemporaryFile("\n門司区,1\n小倉北区,2\n"), options, blockBytes: 4)
    #expect(read.names == ["A", "B"])
    #expect(read.rows == [["門司区", "1"], ["小倉北区", "2"]])
    #expect(read.records.map(\.line) == [2, 3])
    #expect(read.counts.blankLines == 1)
  }

  @Test func `reports names that are missing or stand twice`() throws {
    let found = try header("区,,区,件数,　,\n").findings
    #expect(
      found.map(\.code) == ["header.empty", "header.duplicate", "header.empty-trailing", "header.empty-trailing"])
    #expect(found.map(\.severity) == [.error, .error, .warning, .warning])
    let columns: [Place.Column?] = [
      .field(number: 2, name: nil), .field(number: 3, name: "区"), .field(number: 5, name: "　"),
      .field(number: 6, name: nil),
    ]
    #expect(found.map(\.place.column) == columns)
    #expect(found[1].message.ja == "見出し「区」がA列とC列にあります。")
    #expect(try header(",\n").findings.map(\.code) == ["header.empty", "header.empty"])
  }

  @Test func `compares the headers of files that are read as one`() throws {
    let first = try header("区,件数\n")
    #expect(try header("区,件数\n1,2\n").difference(from: first) == nil)
    let other = try #require(try header("区,人数\n").difference(from: first))
    #expect(other.code == "header.differs")
    #expect(other.place.column == .field(number: 2, name: "人数"))
    #expect(other.message.en.contains(try #require(first.path)))
    #expect(try header("区\n").difference(from: first)?.place.column == .field(number: 2, name: nil))
  }

  @Test(arguments: [0x22, 0x0A, 0x0D, 0x00, 0xE3] as [UInt8])
  func `refuses a delimiter that cannot be one`(_ delimiter: UInt8) {
    #expect(thrownCodes { _ = try header("a\n") { $0.delimiter = delimiter } } == ["delimiter.invalid"])
  }
}
