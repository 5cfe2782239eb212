import ShihyoEngine
import ShihyoModel
import Testing

/// Warnings about a column as a whole.
struct ColumnSurveyTests {
  private func found(_ cells: [String], _ field: Field?, header: String = "値") throws -> [String] {
    let text = "\(header),次\n" + cells.map { "\($0),1\n" }.joined()
    let schema = field.map { Schema(fields: [$0, .of("次")]) }
    let report = try CheckFixture(text, schema).report()
    #expect(report.errors == 0)
    return report.findings.map(\.short)
  }

  @Test func labelsThatDifferOnlyAfterFolding() throws {
    #expect(
      try found(["門司区", "若松区", "門司区　", "門司区", "門司区　"], nil) == [
        "4A query.labels-alike «門司区　»", "4A column.outer-spaces",
      ])
    #expect(try found(["A", "Ａ"], .of("値")) == ["3A query.labels-alike «Ａ»"])
    #expect(try found(["カ", "か", "南", "南口"], nil) == [])
    #expect(try found(["髙", "高"], nil) == ["3A query.labels-alike «高»"])
    // Numbers and marks are read, whatever their minus looks like.
    #expect(try found(["-5", "−5", "－", "ー"], nil).filter { $0.contains("«ー»") || $0.contains("«-5»") } == [])
  }

  @Test func gapsAndOverlapsOfAgeBrackets() throws {
    let field = Field.of("値", .ageBracket)
    #expect(try found(["29歳以下", "30～50歳", "60歳以上"], field) == ["3A age.gap"])
    #expect(try found(["0～9歳", "10～19歳", "15～24歳", "総数", "不詳"], field) == ["4A age.overlap"])
    #expect(try found(["18～29歳", "30～99歳", "（再掲）65歳以上"], field) == [])
  }

  @Test(arguments: [
    (["56.6", "12.3", "0.566"], ["4A column.percent-and-ratio"]), (["0.9", "27.7", "71.4"], []),
    (["0.566", "0.123"], []), (["100", "0.25", "50"], ["3A column.percent-and-ratio"]), (["1", "0", "99"], []),
  ])
  func percentagesAndRatios(cells: [String], expected: [String]) throws {
    let field = Field.of("値", .number) { $0.unit = MeasureUnit(parsing: "％") }
    #expect(try found(cells, field) == expected)
    #expect(try found(cells, nil, header: "稼働率") == expected)
    #expect(try found(cells, .of("値", .number)) == [])
  }

  @Test func unitsInSomeCellsOrOfSeveralKinds() throws {
    let field = Field.of("値", .number) { $0.unit = MeasureUnit(parsing: "件") }
    #expect(try found(["3件", "5", "7"], field) == ["2A column.unit-in-some-cells"])
    #expect(try found(["3件", "5件"], field) == [])
    #expect(try found(["3件", "5人", "7件"], nil) == ["3A column.mixed-units"])
    #expect(try found(["本町3丁目", "3件", "5人", "旭町", "末広"], nil) == [])
  }

  @Test func whatASpreadsheetDamaged() throws {
    #expect(
      try found(["10-14", "5月9日", "15-19", "9-May"], .of("値")).sorted() == [
        "3A cell.spreadsheet-date", "5A cell.spreadsheet-date",
      ])
    #expect(try found(["5月9日", "5月10日", "6月1日"], .of("値")) == [])
    #expect(
      try found(["123456789012", "1.23E+11", "#REF!", "#"], nil).sorted() == [
        "3A cell.spreadsheet-number", "4A cell.spreadsheet-error",
      ])
    #expect(try found(["1E+5", "13月9日", "E+11", "Dec-2024"], .of("値")) == [])
  }
}
