@testable import ShihyoEngine
import ShihyoModel
import Testing

struct ProfilerTests {
  private func profile(
    _ text: String, encoding: String = "UTF-8", blockBytes: Int? = nil, _ change: (inout Dataset) -> Void = { _ in }
  ) throws -> Profile {
    var fixture = try CheckFixture(text, encoding: encoding)
    change(&fixture.dataset)
    return try Profiler(blockBytes: blockBytes).run(on: fixture.dataset)
  }

  private func column(_ cells: [String], header: String = "値") throws -> ColumnProfile {
    try profile("\(header),次\n" + cells.map { "\"\($0)\",1\n" }.joined()).columns[0]
  }

  @Test(arguments: [
    (["1", "2,345", "－"], LikelyType.integer), (["1", "2.50", "x"], .number(decimals: 2)), (["01", "12"], .code),
    (["0", "12"], .integer), (["2025-04-01", "令和7年4月2日"], .date), (["3/1/2019", "12/31/2019"], .date),
    (["2025-04", "令和7年5月"], .yearMonth), (["令和5年度", "2024年度Q4"], .period), (["9:05", "17:30"], .clock),
    (["29歳以下", "30～59歳", "総数"], .ageBracket), (["門司", "若松", "3"], .text), (["", "　"], .empty),
    (["x", "あ"], .text), (["5件", "12件"], .integer),
  ])
  func guessesTheType(cells: [String], type: LikelyType) throws { #expect(try column(cells).type == type) }

  @Test func takesYearsForYearsOnlyUnderAHeaderThatSaysSo() throws {
    #expect(try column(["2023", "2024"], header: "年").type == .year)
    #expect(try column(["2023", "2024"], header: "件数").type == .integer)
    #expect(try column(["2023", "24"], header: "年").type == .integer)
  }

  @Test func countsValuesReasonsAndDistinctSpellings() throws {
    let found = try column(["-3", "1,000", "－", "…", "", "x", "1,000"], header: "金額（千円）")
    #expect(found.values == 3 && found.reasons[.nilCase] == 1 && found.reasons[.missing] == 1)
    #expect(found.reasons[.empty] == 1 && found.reasons[.suppressed] == 1)
    #expect(found.smallest == "-3" && found.largest == "1000" && found.distinct == .exactly(5))
    #expect(found.unit?.symbol == "千円" && found.longest == 5 && found.example == "-3" && !found.isPlain)
    #expect(found.marks == ["x", "…", "－"])
  }

  @Test func pointsOutWhatDoesNotFit() throws {
    let cells = (1...40).map(String.init) + ["約束"]
    #expect(try column(cells).odd == ColumnProfile.Odd(count: 1, firstLine: 42, firstText: "約束"))
    #expect(try column(["1", "2", "あ"]).type == .text)
    // A typing error among few numbers: text, but the error is named.
    #expect(
      try column(["1", "23,4S6", "－", "7"]).odd == ColumnProfile.Odd(count: 1, firstLine: 3, firstText: "23,4S6"))
    #expect(try column(["門司", "若松", "3"]).odd == nil)
  }

  @Test func saysWhichOrderOfDaysFits() throws {
    #expect(try column(["3/1/2019", "12/31/2019"]).dateOrders == [.monthDayYear])
    #expect(try column(["3/1/2019", "4/5/2019"]).dateOrders == [.monthDayYear, .dayMonthYear])
    #expect(try column(["2019/3/1"]).dateOrders == [])
    #expect(try column(["R5", "R6"]).hasAmbiguousYears)
  }

  @Test(arguments: [1, 64, 1 << 20])
  func countsUpToABound(blockBytes: Int) throws {
    let count = blockBytes == 1 ? 300 : 10_050
    let text = "a\n" + (1...count).map { "\($0)\n" }.joined() + "1\n"
    let column = try profile(text, blockBytes: blockBytes).columns[0]
    #expect(column.distinct == (count > 10_000 ? .moreThan(10_000) : .exactly(300)))
    #expect(column.values == count + 1 && column.largest == "\(count)")
  }

  @Test func tellsHowTheBytesAreRead() throws {
    let file = try #require(try profile("区;件数\r\n門司;3\n\n若松;4", encoding: "CP932").files.first)
    #expect(file.encoding == .cp932 && file.delimiter == UInt8(ascii: ";") && file.headerLine == 1)
    #expect(file.records == 2 && file.blankLines == 1 && file.lines == 4)
    let newlines = try #require(file.newlines)
    #expect(newlines.crlf == 1 && newlines.lf == 2 && newlines.cr == 0 && !newlines.endsWithNewline)
    #expect(file.sha256?.utf8.count == 64)
  }

  @Test func findsTheHeaderBelowTitlesAndAboveTypeRows() throws {
    let text = "#LINK,,,\n#lang,ja,,\n#property,区,人口,男\n#xsd,string,string,string\n1,門司,10,5\n2,若松,8,4\n"
    let profile = try profile(text)
    #expect(profile.headerGuess?.flags == "--header-rows 3 --skip-after-header 1" && profile.isHeaderAdopted)
    #expect(profile.columns.map(\.name) == ["#property", "区", "人口", "男"] && profile.accounting.records == 2)
    #expect(profile.columns[2].type == .integer)
  }

  @Test func findsHeadersOfSeveralRows() throws {
    let text = "コード,A1,A2\n年度,2020,2019\n地域,人口,世帯\nR01,10,4\nR02,20,8\nR03,30,9\n"
    #expect(try profile(text).headerGuess?.flags == "--header-rows 1-3")
  }

  @Test func findsTheUnitAboveATable() throws {
    let text = "第3表 決算,,\n（単位：千円）,,\n区,歳入,歳出\n門司,10,4\n若松,20,8\n"
    let profile = try profile(text)
    #expect(profile.headerGuess?.unit?.symbol == "千円" && profile.headerGuess?.lines == 3...3)
  }

  @Test(arguments: ["区,件数\n門司,3\n若松,4\n八幡,5\n", "a,b\nx,y\nz,w\nq,r\n", "1,2\n3,4\n5,6\n"])
  func leavesAHeaderOnTheFirstLineAlone(text: String) throws { #expect(try profile(text).headerGuess == nil) }

  @Test func usesWhatTheUserSays() throws {
    let text = "表題,\n区,件数\n門司,3\n若松,4\n"
    #expect(try profile(text) { $0.reading.headerRows = 2...2 }.headerGuess == nil)
  }

  @Test func findsTotalsNotesAndEmptyRows() throws {
    let text = "区,件数\n門司,3\n若松,4\n,\n門司区計,7\n会計,1\n合　計,7\n※速報値\n"
    let profile = try profile(text)
    #expect(profile.totals.map(\.text) == ["門司区計", "合　計"] && profile.totals.map(\.line) == [5, 7])
    #expect(profile.emptyRecords?.line == 4)
    #expect(profile.notes == Profile.Rows(count: 1, line: 8, text: "※速報値") && profile.findingCount == 0)
    #expect(profile.layout?.shape.noteRows == .starting(["※"]) && profile.layout?.shape.skipsEmptyRows == true)
  }

  @Test func neverShowsPersonalCells() throws {
    let profile = try profile("氏名,件数\n山田,3\n佐藤計,4\n") {
      $0.schema = Schema(fields: [.of("氏名") { $0.isPersonal = true }, .of("件数", .integer)])
    }
    #expect(profile.columns[0].example == nil && profile.totals.isEmpty && profile.columns[1].example == "3")
  }
}
