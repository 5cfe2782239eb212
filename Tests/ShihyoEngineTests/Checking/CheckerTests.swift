import ShihyoModel
import Testing

@testable import ShihyoEngine

struct CheckerTests {
  static let schema: Schema = {
    var schema = Schema(fields: [.of("区"), .of("番号", .integer), .of("件数", .number)])
    schema.primaryKey = ["区", "番号"]
    return schema
  }()

  @Test func findsNothingInACleanFile() throws {
    let report = try CheckFixture("区,番号,件数\n門司,1,3\n\n若松,1,－\n", Self.schema).report()
    #expect(report.findings.isEmpty && report.total == 0 && report.hasSchema)
    #expect(report.accounting == Accounting(records: 2, accepted: 2, blankLines: 1))
  }

  /// Structure, cells and keys, all in one run and by position; the line is that of the record.
  @Test(arguments: [1, 7, 1 << 20])
  func findsEverythingInOneRun(blockBytes: Int) throws {
    let text = """
      区,番号,件数
      門司,1,"1,234"
      戸畑
      門司,1.5,3人
      "若
      松",x,1,23
      八幡,1,abc
      門司,1,12
      "小"倉,1,1
      小倉,一,
      小倉,2,1

      """
    let fixture = try CheckFixture(text, Self.schema)
    let found = try fixture.found(blockBytes: blockBytes)
    #expect(
      found == [
        "3B record.short «戸畑»", "4B cell.not-an-integer «1.5»", "4C cell.unit-undeclared «3人»",
        "5D record.long «\"若»", "7C cell.not-a-number «abc»", "8A key.duplicate «門司, 1»",
        "9A record.text-after-quote «\"小\"倉,1,1»", "10B cell.other-digits «一»",
      ])
    let report = try fixture.report(blockBytes: blockBytes)
    #expect(report.accounting == Accounting(records: 9, accepted: 2, rejected: 7))
    #expect(report.errors == 8 && report.warnings == 0)
    #expect(report.counts.count == 8 && report.counts.allSatisfy { $0.count == 1 })
  }

  @Test func readsOtherEncodings() throws {
    let text = "区,番号,件数\n門司①,1,x\n若松㈱,1,あ\n"
    for encoding in ["CP932", "UTF-8", "UTF-16LE"] {
      var fixture = try CheckFixture(text, Self.schema, encoding: encoding)
      if encoding == "UTF-16LE" { fixture.dataset.reading.encoding = .utf16LittleEndian }
      #expect(try fixture.found() == ["3C cell.not-a-number «あ»"], "\(encoding)")
    }
  }

  @Test func placesBadBytes() throws {
    let bytes = Array("区,番号,件数\n門司,1,2\n".utf8) + [0xE9, 0x96, 0x2C, 0x31, 0x2C, 0x32, 0x0A]
    let file = TemporaryFile(bytes)
    let dataset = Dataset(name: "t", sources: [file.source], schema: Self.schema)
    let finding = try #require(try Checker().run(on: dataset).findings.first)
    #expect(finding.code == "encoding.invalid-bytes" && finding.place.line == 3 && finding.place.byteOffset == 29)
  }

  @Test func checksSeveralFilesAsOne() throws {
    let fixture = try CheckFixture(
      ["区,番号,件数\n門司,1,2\n", "区,番号,件数\n門司,2,2\n門司,1,3\n", "区,番号,人数\n門司,3,2\n"], Self.schema)
    let report = try fixture.report()
    #expect(report.findings.map(\.short) == ["3A key.duplicate «門司, 1»", "1C header.differs"])
    #expect(report.findings[0].place.file == fixture.files[1].path)
    #expect(report.findings[0].message.en.contains(fixture.files[0].path))
    #expect(report.accounting.records == 3)
  }

  @Test func keepsToTheLimitAndCountsTheRest() throws {
    let text = "区,番号,件数\n" + (1...50).map { "門司,\($0),あ\n" }.joined()
    let report = try CheckFixture(text, Self.schema).report(limit: 7)
    #expect(report.findings.count == 7 && report.total == 50 && report.errors == 50)
    #expect(report.findings.last?.place.line == 8)
  }

  @Test func throwsWhatCannotBeReadWithTheFindingsOfTheOthers() throws {
    var fixture = try CheckFixture("区,番号,件数\n門司,1,あ\n", Self.schema)
    fixture.dataset.sources.append(.file(path: "/nonexistent/b.csv"))
    do {
      _ = try fixture.report()
      Issue.record("a missing file was passed over")
    } catch let findings as Findings {
      #expect(findings.kind == .notFound && findings.findings.map(\.code) == ["cell.not-a-number", "file.not-found"])
    }
  }

  @Test func writesRejectsAsRead() throws {
    let target = TemporaryFile("")
    var fixture = try CheckFixture("区,番号,件数\r\n門司,1,2\r\n戸畑\r\n\"若\n松\",2,あ\r\n", Self.schema)
    fixture.dataset.reading.rejectsPath = target.path
    #expect(try fixture.report().accounting.rejected == 2)
    let reader = try RecordReader(source: target.source, options: ReadingOptions())
    #expect(reader.header.names == ["戸畑"])
    #expect(try Self.bytes(of: target.path) == Array("戸畑\r\n\"若\n松\",2,あ\r\n".utf8))
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    var source = try ByteSource(.file(path: path))
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = try bytes.withUnsafeMutableBufferPointer { buffer in
      try buffer.baseAddress.map { try source.read(into: $0, count: 4096) } ?? 0
    }
    return Array(bytes[..<count])
  }

  @Test func neverQuotesPersonalFields() throws {
    let name = Field.of("氏名", .integer) {
      $0.isPersonal = true
      $0.constraints.unique = true
    }
    let age = Field.of("年齢", .ageBracket) { $0.isPersonal = true }
    var schema = Schema(fields: [name, age])
    schema.primaryKey = ["氏名"]
    let report = try CheckFixture("氏名,年齢\n山田○,39～30歳\n7,秘密太郎\n7,5月9日\n秘密だけ\n", schema).report()
    #expect(
      report.findings.map(\.short) == [
        "2A cell.not-a-number", "2B age.reversed", "3B age.not-a-bracket", "4A constraint.unique",
        "4A key.duplicate", "4B age.spreadsheet-date", "5B record.short",
      ])
    let said = report.findings.flatMap { [$0.message.ja, $0.message.en, $0.hint.ja, $0.hint.en] }.joined()
    for secret in ["山田", "秘密", "39", "5月"] { #expect(!said.contains(secret)) }
  }
}
