import ShihyoEngine
import ShihyoModel
import Testing

/// Columns that become keys, constants of a file, months out of years.
struct UnpivotTests {
  @Test func `months across become records, each at its own cell`() throws {
    let outcome = try ShapeFixture("区,4月,5月,計\n甲,1,2,3\n乙,x,4,4\n") { shape, _ in
      shape.unpivot = TableShape.Unpivot(
        .pattern(LabelTemplate("{月}")!), key: "月", labels: ["4月", "5月"], total: "計")
    }.read()
    #expect(outcome.names == ["区", "月", "値"])
    #expect(outcome.records == ["2:甲,4月,1", "2:甲,5月,2", "3:乙,4月,x", "3:乙,5月,4"])
    #expect(outcome.numbers == [1, 2, 3, 4])
    #expect(outcome.layout.rows == 2)
    #expect(outcome.findings.isEmpty)
  }

  @Test func `one column gives several keys, from a list`() throws {
    let outcome = try ShapeFixture("町,man1,woman1\n甲,1,2\n") { shape, _ in
      let listed = [("man1", ["男", "0～4歳"]), ("woman1", ["女", "0～4歳"])]
        .map { TableShape.Unpivot.ListedColumn(name: $0.0, keys: $0.1) }
      shape.unpivot = TableShape.Unpivot(
        columns: .listed(listed),
        keys: ["性別", "年齢"].map { TableShape.Unpivot.Key(field: Field(name: $0)) }, values: [Field(name: "人口")])
    }.read()
    #expect(outcome.names == ["町", "性別", "年齢", "人口"])
    #expect(outcome.records == ["2:甲,男,0～4歳,1", "2:甲,女,0～4歳,2"])
  }

  @Test func `stacked labels give several values`() throws {
    let text = "区,4月,,5月\n,件数,人数,人数\n甲,1,10,20\n"
    let outcome = try ShapeFixture(text) { shape, options in
      options.headerRows = 1...2
      shape.unpivot = TableShape.Unpivot(
        columns: .pattern(LabelTemplate("{月} {value}")!),
        keys: [TableShape.Unpivot.Key(field: Field(name: "月"))], values: [Field(name: "件数"), Field(name: "人数")])
    }.read()
    #expect(outcome.names == ["区", "月", "件数", "人数"])
    #expect(outcome.records == ["3:甲,4月,1,10", "3:甲,5月,,20"])
  }

  @Test func `what is wrong in a cell is told with the cell of the file`() async throws {
    var fixture = try EngineFixture("区,4月,5月\n甲,1,2\n乙,3,4月分\n")
    var shape = TableShape()
    shape.unpivot = TableShape.Unpivot(.pattern(LabelTemplate("{月}")!), key: "月", labels: ["4月", "5月"])
    fixture.dataset.reading.shape = shape
    fixture.dataset.schema = shape.recordSchema(Schema(fields: [Field(name: "区")], fieldsMatch: .subset))
    let found = try await fixture.findings(Query(by: [], .sum("値")))
    #expect(found.findings.map(ShapeFixture.spelled) == ["cell.not-a-number 3 C"])
    fixture.dataset.reading.onError = .skip
    let table = try await fixture.run(Query(by: [GroupKey(.column("月"))], .sum("値"), .count))
    #expect(table.spelled == ["4月:4,2", "5月:2,1"])
    #expect(table.accounting.records == 4 && table.accounting.rejected == 1)
    #expect(table.accounting.layout.rows == 2)
  }

  @Test func `a column that stands in every record of a row is not summed`() async throws {
    var fixture = try EngineFixture("区,世帯,4月,5月\n甲,100,1,2\n")
    var shape = TableShape()
    shape.unpivot = TableShape.Unpivot(.pattern(LabelTemplate("{月}")!), key: "月", labels: ["4月", "5月"])
    fixture.dataset.reading.shape = shape
    let found = try await fixture.findings(Query(by: [], .sum("世帯")))
    #expect(found.findings.map(\.code) == ["query.repeated-by-unpivot"])
    #expect(found.kind == .usage)
  }

  @Test(arguments: [
    ("区,4月,５月,5月\n甲,1,2,3\n", "table.same-keys 1 D"), ("区,六月\n甲,1\n", "table.pattern-takes-nothing 1"),
  ])
  func `a header that does not fit is refused at its place`(_ text: String, _ expected: String) {
    let fixture = ShapeFixture(text) { shape, _ in
      shape.unpivot = TableShape.Unpivot(.pattern(LabelTemplate("{月}")!), key: "月", labels: ["4月", "5月"])
    }
    #expect(fixture.refusal() == [expected])
  }

  @Test func `in CP932 too, and a bad byte is found at its place`() throws {
    let fixture = ShapeFixture("区,4月\n甲区,１２\n", encoding: "CP932") { shape, options in
      options.encoding = .cp932
      shape.unpivot = TableShape.Unpivot(.listed([.init(name: "4月", keys: ["4月"])]), key: "月")
    }
    #expect(try fixture.read().records == ["2:甲区,4月,１２"])
    let bytes = (encoded("区,4月\n甲区,１", "CP932") ?? []) + [0x82, 0x20, 0x0A]
    let file = TemporaryFile(bytes)
    var options = ReadingOptions()
    options.encoding = .cp932
    var shape = TableShape()
    shape.skipsEmptyRows = true
    options.shape = shape
    let reader = try RecordReader(source: .file(path: file.path), options: options)
    let batch = try #require(try reader.nextBatch())
    let finding = batch.invalidBytes(0, 1)
    #expect(ShapeFixture.spelled(finding) == "encoding.invalid-bytes 2 B")
    #expect(finding.place.byteOffset == bytes.count - 3)
  }

  @Test func `constants come from the file's name, a list, or one value`() throws {
    let fixture = ShapeFixture("n\n1\n") { shape, _ in
      shape.constants = [TableShape.Constant(field: Field(name: "市"), source: .value("みほん市"))]
    }
    #expect(try fixture.read().records == ["2:1,みほん市"])
    let name = fixture.file.path.split(separator: "/").last.map(String.init) ?? ""
    var listed = fixture
    listed.options.shape?.constants[0].source = .files([.init(path: name, value: "甲")])
    #expect(try listed.read().records == ["2:1,甲"])
    var named = fixture
    let template = try #require(LabelTemplate("{市}" + name.suffix(3)))
    named.options.shape?.constants[0].source = .fileName(template)
    #expect(try named.read().records == ["2:1,\(name.dropLast(3))"])
    var missing = fixture
    missing.options.shape?.constants[0].source = .files([.init(path: "other.csv", value: "甲")])
    #expect(missing.refusal() == ["table.constant-missing"])
  }

  @Test(arguments: [
    ("令和5年度", "4月", "2023-04"), ("令和5年度", "1月", "2024-01"), ("2020", "1", "2020-01"), ("平成31年", "２", "2019-02"),
    ("令和元年度", "3月", "2020-03"), ("R5年度", "R6.1", "2024-01"), ("令和5年度", "", ""), ("令和5年度", "計", "令和5年度計"),
  ])
  func `year and month become one column`(_ year: String, _ month: String, _ expected: String) throws {
    let outcome = try ShapeFixture("年,月\n\"\(year)\",\"\(month)\"\n") { shape, options in
      options.yearReading = .calendar
      shape.yearMonth = TableShape.YearMonth(field: Field(name: "年月", type: .yearmonth), year: "年", month: "月")
    }.read()
    #expect(outcome.records == ["2:\(year),\(month),\(expected)"])
  }

  @Test func `a month twice or missing is reported`() throws {
    let text = "館,月\nA,2024-04\nA,2024-06\nB,2024-04\nB,2024-04\n"
    let outcome = try ShapeFixture(text) { shape, _ in
      shape.periods = TableShape.Periods(column: "月", by: ["館"])
    }.read()
    #expect(outcome.findings == ["period.twice 5 B", "period.missing", "period.short"])
    #expect(outcome.all[1].message.ja.contains("Aの2024-05"))
    #expect(outcome.all[2].message.ja.contains("Bの2024-04～2024-04だけ"))
  }

  @Test func `a group that does not reach the last month of the others is named`() throws {
    let text = "館,月\nA,2024-04\nA,2024-05\nA,2024-06\nB,2024-04\nB,2024-05\nC,2024-04\nC,2024-05\nC,2024-06\n"
    let outcome = try ShapeFixture(text) { shape, _ in
      shape.periods = TableShape.Periods(column: "月", by: ["館"])
    }.read()
    #expect(outcome.findings == ["period.short"])
    #expect(outcome.all[0].message.en == "only 2024-04 to 2024-05 for B; all data: 2024-04 to 2024-06")
    #expect(outcome.all[0].severity == .warning)
  }
}
