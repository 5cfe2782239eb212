import ShihyoModel
import Testing

@testable import ShihyoReports

struct CSVRendererTests {
  @Test func `machine names, spellings and line feeds`() {
    #expect(
      CSVRenderer().render(Samples.ranks) == """
        ランク,count,share-of-count
        3,13,9.848484848484848
        2,118,89.39393939393939
        1,1,0.7575757575757576
        total,132,100

        """)
  }

  @Test func `a paper has the digits that it prints, and their units`() {
    func share(_ part: Int) -> Figure {
      Figure(kind: .share, value: .exact(Rational(part, over: 3) ?? .zero), unit: "％", textDigits: 1)
    }
    let change = Figure(kind: .points, value: .exact(Rational(1, over: 3) ?? .zero), unit: "ポイント", textDigits: 1)
    let users = Figure(kind: .sum, value: .decimal(ExactDecimal(1234)), unit: "人")
    let missing = Figure(kind: .change, value: .absent(.missing))
    let table = ReportTable(
      name: "t", keyColumns: [ReportTable.KeyColumn(name: "metric")],
      valueColumns: ["now", "change"].map { ReportTable.ValueColumn(name: $0) },
      rows: [
        ReportTable.Row(keys: [ReportTable.KeyCell("rate")], figures: [share(200), change]),
        ReportTable.Row(keys: [ReportTable.KeyCell("users")], figures: [users, missing]),
      ])
    var document = ReportDocument(blocks: [.table(table)])
    #expect(CSVRenderer().render(document).hasPrefix("metric,now,change,marks\nrate,66.66666666666667,0.333"))
    document.frame = PaperFrame()
    #expect(
      CSVRenderer().render(document) == """
        metric,now,change,units,marks
        rate,66.7,0.3,％|change:ポイント,
        users,1234,,人,change:missing

        """)
    #expect(CSVRenderer(.excel(.ja)).render(document).contains("値の単位"))
  }

  @Test func `marks stand last and rejected records are never silent`() {
    assertSnapshot(CSVRenderer().render(Samples.signs), named: "signs.csv")
  }

  @Test func `a spreadsheet gets labels, a byte order mark and CRLF`() {
    assertSnapshot(CSVRenderer(.excel(.ja)).render(Samples.signs), named: "signs.excel.csv")
    assertSnapshot(CSVRenderer(.excel(.en)).render(Samples.ranks), named: "ranks.excel.csv")
  }

  @Test func `what is read back is what was written`() throws {
    for document in [Samples.ranks, Samples.signs, Samples.hostile] {
      let table = try #require(document.tables.first)
      let records = CSVReader.records(CSVRenderer().render(document))
      #expect(records[0].prefix(1) == [table.keyColumns[0].name])
      #expect(records.count == table.rows.count + 1)
      for (row, record) in zip(table.rows, records.dropFirst()) {
        #expect(record[0].utf8.elementsEqual(row.keys[0].code.utf8))
        for (figure, cell) in zip(row.figures, record.dropFirst()) {
          #expect(cell.utf8.elementsEqual(figure.machineSpelling.utf8))
        }
      }
    }
  }

  @Test func `the formula guard touches texts, never numbers`() {
    let records = CSVReader.records(CSVRenderer(.excel(.ja)).render(Samples.hostile))
    #expect(records[0][0] == "\u{FEFF}'=cmd|' /C calc'!A0")
    #expect(records[1] == ["'+1", "'=1+1", "-5", ""])
    #expect(records[3][0] == "'＝１\u{202E}")
  }

  @Test(arguments: ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
  func `texts that begin like a formula`(lead: String) {
    #expect(FormulaGuard.apply(to: lead + "A1") == "'" + lead + "A1")
    #expect(FormulaGuard.apply(to: "A" + lead) == "A" + lead)
    #expect(FormulaGuard.apply(to: lead) == lead)
  }

  @Test func `a label that is a negative number stays one`() {
    #expect(FormulaGuard.apply(to: "-12.5") == "-12.5")
    #expect(FormulaGuard.apply(to: "-1-2") == "'-1-2")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""),
    ("a\rb", "\"a\rb\""), (" spaced ", " spaced "), ("", ""), ("、，", "、，"),
  ])
  func `quotes only where RFC 4180 asks for them`(text: String, spelled: String) {
    #expect(CSVWriter.quotedIfNeeded(text).utf8.elementsEqual(spelled.utf8))
  }

  @Test func `a record of one empty cell is no blank line`() {
    let table = ReportTable(
      keyColumns: [.init(name: "区")], valueColumns: [], rows: [.init(keys: [.init("")], figures: [])])
    #expect(CSVRenderer().render(ReportDocument(blocks: [.table(table)])) == "区\n\"\"\n")
  }

  @Test func `several tables share one header`() {
    let first = Samples.ranks.blocks
    let second = ReportDocument.Block.table(Samples.sixths)
    assertSnapshot(CSVRenderer().render(ReportDocument(blocks: first + [second])), named: "two-tables.csv")
  }

  @Test func `columns of one name within a table stay apart`() {
    let table = ReportTable(
      keyColumns: [.init(name: "count")], valueColumns: [.init(name: "count"), .init(name: "count")],
      rows: [.init(keys: [.init("k")], figures: [Samples.count(1), Samples.count(2)])])
    #expect(CSVRenderer().render(ReportDocument(blocks: [.table(table)])) == "count,count,count\nk,1,2\n")
  }

  @Test func `names in the marks column cannot be mistaken for marks`() {
    let records = CSVReader.records(CSVRenderer().render(Samples.hostile))
    #expect(records[0].last == "marks")
    #expect(records[2].last == "sum(a%3Ab%7Cc):missing")
    #expect(records[3].last == "sum(a%3Ab%7Cc):provisional")
  }
}

/// A reader of its own, written for clarity: RFC 4180 by scalars.
enum CSVReader {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if quoted {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          field.unicodeScalars.append("\"")
          scalars.removeFirst()
        } else {
          quoted = false
        }
        continue
      }
      switch scalar {
      case "\"": quoted = true
      case ",":
        record.append(field)
        field = ""
      case "\n":
        records.append(record + [field])
        record = []
        field = ""
      case "\r" where scalars.first == "\n": continue
      default: field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}
