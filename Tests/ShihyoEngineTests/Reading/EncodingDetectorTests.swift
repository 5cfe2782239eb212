import ShihyoModel
import Testing

@testable import ShihyoEngine

struct EncodingDetectorTests {
  static let text = "区,件数\n門司区,12\n小倉北区,（約）３\n"
  static let ascii = "a,b\n1,2\n"

  /// Bytes, what is found in them, and how.
  static let cases: [(name: String, iconv: String, mark: [UInt8], TextEncoding, EncodingChoice.Evidence)] = [
    ("UTF-8", "UTF-8", [], .utf8, .fits),
    ("UTF-8 with mark", "UTF-8", [0xEF, 0xBB, 0xBF], .utf8, .byteOrderMark),
    ("CP932", "CP932", [], .cp932, .fits),
    ("UTF-16LE with mark", "UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian, .byteOrderMark),
    ("UTF-16BE with mark", "UTF-16BE", [0xFE, 0xFF], .utf16BigEndian, .byteOrderMark),
    ("UTF-16LE", "UTF-16LE", [], .utf16LittleEndian, .zeroBytes),
    ("UTF-16BE", "UTF-16BE", [], .utf16BigEndian, .zeroBytes),
    ("ISO-2022-JP", "ISO-2022-JP", [], .iso2022JP, .escapeSequences),
  ]

  @Test(arguments: cases.indices, [1, 7, 1 << 20])
  func `finds the encoding and reads the same text`(_ index: Int, _ blockBytes: Int) throws {
    let (_, name, mark, encoding, evidence) = Self.cases[index]
    let bytes = try #require(encoded(Self.text, name))
    let read = try FlatReading(TemporaryFile(mark + bytes), blockBytes: blockBytes)
    #expect(read.encoding == EncodingChoice(encoding, evidence))
    #expect(read.names == ["区", "件数"])
    #expect(read.rows == [["門司区", "12"], ["小倉北区", "（約）３"]])
    #expect(read.records.map(\.line) == [2, 3])
    #expect(read.findings.isEmpty)
  }

  @Test(arguments: ["UTF-8", "CP932", "EUC-JP-MS", "UTF-16LE", "UTF-16BE", "ISO-2022-JP"], [UInt8(0x7C), 0x5C, 0x5E])
  func `splits on a delimiter that can be half of a character`(_ name: String, _ delimiter: UInt8) throws {
    // 表 is 95 5C, 弌 is 98 A9, Л is 84 4C, ポ is 83 7C, ‐ is 81 5D, ゼ is 83 5B, Ь is 84 5E in CP932.
    let sign = String(UnicodeScalar(delimiter))
    let text = "表\(sign)ポスト\n表題\(sign)ポЬ\n"
    let bytes = try #require(encoded(text, name))
    var options = ReadingOptions()
    options.delimiter = delimiter
    options.encoding =
      ["CP932": TextEncoding.cp932, "EUC-JP-MS": .eucJP, "UTF-16LE": .utf16LittleEndian, "UTF-16BE": .utf16BigEndian][
        name]
    let read = try FlatReading(TemporaryFile(bytes), options, blockBytes: 3)
    #expect(read.names == ["表", "ポスト"])
    #expect(read.rows == [["表題", "ポЬ"]])
  }

  @Test func `ASCII stays open until something tells`() throws {
    let rows = String(repeating: "1,2\n", count: 40_000)
    #expect(try FlatReading(TemporaryFile("a,b\n" + rows)).encoding == EncodingChoice(.utf8, .asciiSoFar))
    let tail = try #require(encoded("門司区,3\n", "CP932"))
    let late = try FlatReading(TemporaryFile(Array(("a,b\n" + rows).utf8) + tail), blockBytes: 5000)
    #expect(late.encoding == EncodingChoice(.cp932, .fits))
    #expect(late.rows.count == 40_001)
    #expect(late.rows.last == ["門司区", "3"])
    let mail = try #require(encoded("門司区,3\n", "ISO-2022-JP"))
    let escaped = try FlatReading(TemporaryFile(Array(("a,b\n" + rows).utf8) + mail), blockBytes: 5000)
    #expect(escaped.rows.last == ["門司区", "3"])
    #expect(escaped.records.last?.line == 40_002)
  }

  @Test func `a character cut off by the window's end is no error`() throws {
    for shift in 0..<3 {
      let text = "a\n" + String(repeating: "x", count: shift) + String(repeating: "あ", count: 40_000) + "\n"
      #expect(try FlatReading(TemporaryFile(text)).encoding == EncodingChoice(.utf8, .fits))
      let bytes = try #require(encoded(text, "CP932"))
      let first = [UInt8](repeating: 0xB1, count: shift)
      let read = try FlatReading(TemporaryFile(Array("a\n".utf8) + first + bytes.dropFirst(2)))
      #expect(read.encoding == EncodingChoice(.cp932, .fits))
    }
  }

  @Test func `text that is both CP932 and EUC-JP is refused`() {
    // B1 B2 is ｱｲ in CP932 and 渦 in EUC-JP.
    let bytes: [UInt8] = Array("a,b\n1,".utf8) + [0xB1, 0xB2, 0x0A]
    #expect(thrownCodes { _ = try FlatReading(TemporaryFile(bytes)) } == ["encoding.ambiguous"])
  }

  @Test func `EUC-JP is read by name`() throws {
    let bytes = try #require(encoded(Self.text, "EUC-JP-MS"))
    var options = ReadingOptions()
    options.encoding = .eucJP
    #expect(try FlatReading(TemporaryFile(bytes), options).rows == [["門司区", "12"], ["小倉北区", "（約）３"]])
  }

  @Test func `what fits nothing is refused with its line and offset`() throws {
    let cp932 = try #require(encoded("区\n門司\n", "CP932"))
    let bytes = cp932 + [0x82, 0xFF, 0x0A]
    do {
      _ = try FlatReading(TemporaryFile(bytes))
      Issue.record("nothing was thrown")
    } catch let findings as Findings {
      #expect(findings.findings.map(\.code) == ["encoding.unknown"])
      #expect(findings.findings.first?.place.line == 3)
      #expect(findings.findings.first?.place.byteOffset == 8)
      #expect(findings.kind == .data)
    }
  }

  @Test func `damaged UTF-8 is not taken for CP932`() throws {
    var bytes = Array("区,件数\n門司区,12\n".utf8)
    bytes[11] = 0xB1
    let read = try FlatReading(TemporaryFile(bytes))
    #expect(read.encoding == EncodingChoice(.utf8, .mostlyFits))
    #expect(read.records.first?.cells == [nil, "12"])
  }

  @Test func `zero bytes that are not UTF-16 are refused with their line`() {
    do {
      _ = try FlatReading(TemporaryFile("a,b\nx,\0\ny,2\n"))
      Issue.record("nothing was thrown")
    } catch let findings as Findings {
      #expect(findings.findings.map(\.code) == ["encoding.zero-bytes"])
      #expect(findings.findings.first?.place == expectedPlace(findings, line: 2, offset: 6))
    } catch { Issue.record("another error") }
  }

  private func expectedPlace(_ findings: Findings, line: Int, offset: Int) -> Place {
    Place(file: findings.findings.first?.place.file, line: line, byteOffset: offset)
  }

  @Test func `a zero byte after the first 64 KiB is an error of its record`() throws {
    let rows = String(repeating: "1,2\n", count: 20_000)
    let read = try FlatReading(TemporaryFile("a,b\n" + rows + "x,\0\n"))
    #expect(read.codes == ["record.nul"])
    #expect(read.findings.first?.place.line == 20_002)
  }

  @Test func `a name that contradicts the mark is refused, one that looks wrong is a warning`() throws {
    var options = ReadingOptions()
    options.encoding = .cp932
    #expect(
      thrownCodes { _ = try FlatReading(TemporaryFile("\u{FEFF}a\n1\n"), options) } == ["encoding.contradicts-mark"])
    let read = try FlatReading(TemporaryFile("ab,c\nああ,1\n"), options)
    #expect(read.codes == ["encoding.looks-like-utf8"])
    options.encoding = .utf8
    let cp932 = try #require(encoded(Self.text, "CP932"))
    #expect(
      thrownCodes { _ = try FlatReading(TemporaryFile(cp932), options) } == [
        "encoding.invalid-bytes", "encoding.invalid-bytes",
      ])
  }

  @Test func `a bad unit of UTF-16 is found in its cell with its offset in the file`() throws {
    var bytes = try #require(encoded("区,件\n門,1\n司,2\n", "UTF-16LE"))
    bytes[9] = 0xDC
    let file = TemporaryFile([0xFF, 0xFE] + bytes)
    let reader = try RecordReader(source: file.source, blockBytes: 5)
    let batch = try #require(try reader.nextBatch())
    let finding = batch.invalidBytes(0, 0)
    #expect(finding.place.line == 2)
    #expect(finding.place.byteOffset == 10)
    #expect(finding.text == "\\xFF")
  }
}
