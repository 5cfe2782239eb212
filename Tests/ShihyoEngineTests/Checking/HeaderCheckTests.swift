import ShihyoEngine
import ShihyoModel
import Testing

struct HeaderCheckTests {
  @Test(arguments: [
    ("区,番号", Schema.FieldsMatch.exact, []), ("番号,区", .exact, ["1A header.field-order «番号»"]), ("番号,区", .equal, []),
    ("区", .exact, ["1 header.field-missing"]), ("区", .subset, ["1 header.field-missing"]), ("区", .superset, []),
    ("区,番号,注", .exact, ["1C header.field-undeclared «注»"]), ("区,番号,注", .equal, ["1C header.field-undeclared «注»"]),
    ("区,番号,注", .subset, []), ("区,注", .superset, ["1B header.field-undeclared «注»"]), ("区,注", .partial, []),
    ("注", .partial, ["1 header.no-field"]),
    ("区,番　号", .exact, ["1 header.field-missing", "1B header.field-undeclared «番　号»"]),
    ("区　,番号", .exact, ["1A header.field-spelling «区　»"]), ("区,番号,", .exact, ["1C header.empty-trailing «»"]),
    ("区,区", .exact, ["1 header.field-missing", "1B header.duplicate «区»", "1B header.field-undeclared «区»"]),
  ])
  func laysHeaderBesideFields(header: String, match: Schema.FieldsMatch, expected: [String]) throws {
    let row = header.split(separator: ",", omittingEmptySubsequences: false).map { _ in "1" }.joined(separator: ",")
    var schema = Schema(fields: [.of("区"), .of("番号", .integer)])
    schema.fieldsMatch = match
    #expect(try CheckFixture("\(header)\n\(row)\n", schema).found() == expected)
  }

  /// 番号 with a zero width space is another name for other tools, but the cells are still read by its type.
  @Test func readsCellsOfAColumnThatIsSpeltAnotherWay() throws {
    let schema = Schema(fields: [.of("番号", .integer)])
    #expect(
      try CheckFixture("番\u{200B}号\nあ\n", schema).found()
        == ["1A header.field-spelling «番\u{200B}号»", "2A cell.not-a-number «あ»"])
  }

  @Test func matchesByPositionWithoutAHeaderRow() throws {
    var fixture = try CheckFixture("門司,1\n若松,あ\n", Schema(fields: [.of("区"), .of("番号", .integer)]))
    fixture.dataset.reading.hasHeader = false
    #expect(try fixture.found() == ["2B cell.not-a-number «あ»"])
  }

  @Test func namesWhatWasProbablyMeant() throws {
    let fixture = try CheckFixture("区,番　号\n門司,1\n", Schema(fields: [.of("区"), .of("番号", .integer)]))
    let report = try fixture.report()
    #expect(report.findings[0].hint.ja.contains("番　号") && report.findings[1].hint.ja.contains("番号"))
  }
}
