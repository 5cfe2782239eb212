import ShihyoEngine
import ShihyoModel
import Testing

/// Which rows of a table are records: notes, empty rows, blank keys, a second table, a header elsewhere.
struct RowsTests {
  static let table = """
    区,館,件数
    甲区,A,1
    ,B,2
    乙区,C,3
    ,,
    （注）架空, データ
    ※ 続きの注

    　　字下げの注,,

    """

  @Test func `notes by their beginning are kept apart, whatever their form`() throws {
    let outcome = try ShapeFixture(Self.table) { shape, _ in
      shape.noteRows = .starting(["(注)", "※"])
      shape.skipsEmptyRows = true
      shape.blankDown = ["区"]
    }.read()
    #expect(outcome.records == ["2:甲区,A,1", "3:甲区,B,2", "4:乙区,C,3"])
    #expect(outcome.rejectedLines.isEmpty && outcome.findings.isEmpty)
    var layout = LayoutCounts(rows: 7, notes: 3, emptyRows: 1)
    layout.noteTexts = ["（注）架空  データ", "※ 続きの注", "　　字下げの注"]
    #expect(outcome.layout == layout)
  }

  @Test(arguments: [1, 7, 40, 1 << 20])
  func `notes by number are the last rows, wherever a block ends`(_ blockBytes: Int) throws {
    let outcome = try ShapeFixture(Self.table) { shape, _ in
      shape.noteRows = .count(4)
      shape.blankDown = ["区"]
    }.read(blockBytes: blockBytes)
    #expect(outcome.records == ["2:甲区,A,1", "3:甲区,B,2", "4:乙区,C,3"])
    // One of the four holds delimiters only.
    #expect(outcome.layout.rows == 7 && outcome.layout.notes == 3 && outcome.layout.emptyRows == 1)
  }

  @Test func `data below the notes is refused with the line of the notes`() throws {
    let outcome = try ShapeFixture("a,b\n1,2\n※ 注,\n3,4\n") { shape, _ in
      shape.noteRows = .starting(["※"])
    }.read()
    #expect(outcome.findings == ["table.data-after-notes 4"])
    #expect(outcome.rejectedLines == [4])
    #expect(outcome.all[0].message.en.contains("line 3"))
  }

  @Test func `a row of another form is still rejected, in its place`() throws {
    let outcome = try ShapeFixture("a,b\n1,2\n3\n※ 注\n") { shape, _ in shape.noteRows = .starting(["※"]) }.read()
    #expect(outcome.findings == ["record.short 3 B"])
    #expect(outcome.records == ["2:1,2"])
    #expect(outcome.layout.notes == 1)
  }

  @Test func `an empty row that is not declared is a record`() throws {
    let outcome = try ShapeFixture("a,b\n,\n1,2\n") { shape, _ in shape.noteRows = .starting(["※"]) }.read()
    #expect(outcome.records == ["2:,", "3:1,2"])
  }

  @Test func `another outer key ends what the inner one carries`() throws {
    let text = "区,館,室,n\n甲,A,1,1\n,,2,2\n,〃,3,3\n乙,,1,4\n乙,C,1,5\n乙,,2,6\n"
    let outcome = try ShapeFixture(text) { shape, _ in shape.blankDown = ["区", "館"] }.read()
    #expect(
      outcome.records == ["2:甲,A,1,1", "3:甲,A,2,2", "4:甲,A,3,3", "5:乙,,1,4", "6:乙,C,1,5", "7:乙,C,2,6"])
    #expect(outcome.findings == ["table.nothing-above 5 B"])
  }

  @Test func `a blank key is carried from block to block`() throws {
    let rows = (1...200).map { "\($0 == 1 ? "甲区" : ""),\($0)" }.joined(separator: "\n")
    let outcome = try ShapeFixture("区,n\n" + rows + "\n") { shape, _ in shape.blankDown = ["区"] }.read(blockBytes: 64)
    #expect(outcome.records.count == 200)
    #expect(outcome.records.allSatisfy { $0.contains(":甲区,") })
    #expect(outcome.numbers == Array(1...200))
  }

  @Test(arguments: [
    "区,n\n甲,1\n区,n\n乙,2\n", "区,n\n甲,1\n第2表 別の表,\n区,m\n乙,2\n", "区,n\n甲,1\n第2表 別の表\n区,m,k\n乙,2,3\n",
  ])
  func `several tables in a file are refused with both places`(_ text: String) {
    let fixture = ShapeFixture(text) { shape, _ in shape.skipsEmptyRows = true }
    #expect(fixture.refusal() == ["table.second-table 3"])
    let error = #expect(throws: Findings.self) { try fixture.read() }
    #expect(error?.findings.first?.message.ja.contains("1行目") == true)
  }

  @Test func `a header that is not where it was declared is shown where it seems to be`() {
    let fixture = ShapeFixture("表題,,\n（単位：件）,,\n区,館,件数\n甲,A,1\n") { shape, options in
      shape.fields = [Field(name: "区"), Field(name: "館"), Field(name: "件数")]
      shape.blankDown = ["区"]
      options.headerRows = 2...2
    }
    #expect(fixture.refusal() == ["table.header-elsewhere 2"])
    let error = #expect(throws: Findings.self) { try fixture.read() }
    #expect(error?.findings.first?.hint.ja.contains("3行目") == true)
  }

  @Test func `a name that is not in the header is named with the nearest`() {
    let fixture = ShapeFixture("区名,件数\n甲,1\n") { shape, _ in shape.blankDown = ["区"] }
    #expect(fixture.refusal() == ["table.column-missing 1"])
  }

  @Test func `the header looked for without a layout, too`() async throws {
    let schema = Schema(fields: [Field(name: "区"), Field(name: "件数")])
    let fixture = try EngineFixture("表題,\n区,件数\n甲,1\n", schema: schema)
    let found = try await fixture.findings(Query(by: [], .count))
    #expect(found.findings.map(\.code) == ["table.header-elsewhere"])
    #expect(found.findings.first?.message.en.contains("line 2") == true)
  }
}
