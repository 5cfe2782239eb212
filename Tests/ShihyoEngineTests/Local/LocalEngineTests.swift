import Glibc
import ShihyoEngine
import ShihyoModel
import Testing

struct LocalEngineTests {
  static let usage = """
    区,利用日,利用者数,料金
    門司区,2025-04-01,12,"1,200"
    戸畑区,2025-04-02,x,0
    門司区,2025-07-01,…,300.50
    門司区,2025-08-01,8,－
    戸畑区,2026-01-10,３０,p100

    """

  @Test func `groups stand in order of first appearance with exact primitives`() async throws {
    let query = Query(
      by: [GroupKey(column: "区")], .count, .sum("利用者数"), .sum("料金"), .min("利用者数"), .max("料金"),
      .countValues("利用者数"))
    let table = try await EngineFixture(Self.usage).run(query)
    #expect(table.spelled == ["門司区:3,20,1500.5,8,1200,2", "戸畑区:2,30,100,30,100,1"])
    #expect(table.rows.map(\.firstRecord) == [1, 2])
    #expect(table.decimalsSeen == [0, 0, 2, 0, 2, 0])
    #expect(table.accounting == Accounting(records: 5, accepted: 5))
    guard case .sum(let sum) = table.rows[0].values[1], case .sum(let fee) = table.rows[1].values[2] else {
      Issue.record("not sums")
      return
    }
    #expect(sum.tally.reasons[.missing] == 1)
    #expect(sum.tally.marks == .incomplete)
    #expect(fee.tally.marks == .provisional)
  }

  @Test func `without keys there is one row, even of an empty table`() async throws {
    let query = Query(by: [], .count, .sum("a"))
    #expect(try await EngineFixture("a\n1\n2\n").run(query).spelled == [":2,3"])
    let empty = try await EngineFixture("a\n").run(query)
    #expect(empty.spelled == [":0,0"])
    #expect(empty.warnings.map(\.code) == ["file.header-only"])
  }

  @Test func `dates are grouped at a grain in every spelling`() async throws {
    let text = "日,数\n2025-04-01,1\n令和7年6月30日,2\nR7.7.1,4\n2025/10,8\n,16\n"
    let quarter = Query(by: [GroupKey(column: "日", form: .period(.quarter))], .sum("数"))
    let table = try await EngineFixture(text).run(quarter)
    #expect(table.spelled == ["FY2025Q1:3", "FY2025Q2:4", "FY2025Q3:8", "(empty):16"])
    let day = Query(by: [GroupKey(column: "日", form: .period(.day))], .count)
    let findings = try await EngineFixture(text).findings(day)
    #expect(findings.findings.map(\.code) == ["time.straddles"])
    #expect(findings.findings.map(\.place.line) == [5])
    #expect(findings.findings.map(\.text) == ["2025/10"])
    #expect(findings.kind == .data)
  }

  @Test func `ages and bracket labels fall into a scheme`() async throws {
    let scheme = try BracketScheme(parsing: "0-29,30-59,60+")
    let text = "年齢\n29\n30歳\n40～49歳\n60歳以上\n年齢不詳\n総数\n８５\n"
    let query = Query(by: [GroupKey(column: "年齢", form: .brackets(scheme))], .count)
    let table = try await EngineFixture(text).run(query)
    #expect(table.spelled == ["Y0T29:1", "Y30T59:2", "Y_GE60:2", "unknown:1", "total:1"])
    let split = try await EngineFixture("年齢\n20～39歳\n").findings(query)
    #expect(split.findings.map(\.code) == ["age.split-bracket"])
  }

  @Test func `brackets that count somebody twice are refused`() async throws {
    let scheme = try BracketScheme(parsing: "0-30,30+")
    let query = Query(by: [GroupKey(column: "年齢", form: .brackets(scheme))], .count)
    let refused = try await EngineFixture("年齢\n1\n").findings(query)
    #expect(refused.findings.map(\.code) == ["age.overlap"])
    #expect(refused.kind == .usage)
  }

  @Test func `several answers of a record count in several groups, each once`() async throws {
    let text = "回答,数\n\"甲; 乙;甲\",1\n乙,2\n,4\n;,8\n"
    let query = Query(by: [GroupKey(.split(column: "回答", separator: ";"))], .count, .sum("数"))
    let table = try await EngineFixture(text).run(query)
    #expect(table.overlapping)
    #expect(table.accounting.accepted == 4)
    #expect(Set(table.spelled) == ["甲:1,1", "乙:2,3", "(empty):2,12"])
  }

  @Test func `option columns count what is ticked`() async throws {
    let text = "名,A,B\n1,1,○\n2,0,✓\n3,,－\n4,TRUE,\n"
    let query = Query(by: [GroupKey(.options(columns: ["A", "B"]))], .count)
    let table = try await EngineFixture(text).run(query)
    #expect(table.overlapping)
    #expect(Set(table.spelled) == ["A:2", "B:2", "(empty):1"])
  }

  @Test func `an undeclared column is numeric only if every cell that is no reason is a number`() async throws {
    let value = GroupKey(column: "v", form: .value)
    let numeric = try await EngineFixture("v\n10\n9\n9.0\nx\n\n").run(Query(by: [value], .count))
    #expect(numeric.spelled == ["10:1", "9:2", "(suppressed):1"])
    let text = try await EngineFixture("v,w\n10,1\n9,1\n9.0,1\nx,1\n甲,1\n,1\n").run(
      [Query(by: [value], .count), Query(by: [], .min("v"), .max("v"), .countValues("v"))])
    #expect(text[0].spelled == ["10:1", "9:1", "9.0:1", "x:1", "甲:1", "(empty):1"])
    #expect(text[1].spelled == [":'10','甲',5"])
    let extremes = try await EngineFixture("v\n10\n9\nx\n").run(Query(by: [], .min("v"), .max("v"), .countValues("v")))
    #expect(extremes.spelled == [":9,10,2"])
  }

  @Test func `text keys keep their bytes, and look-alikes are named`() async throws {
    let text = "区,数\n門司区,1\n門司区　,2\n01,4\n1,8\n"
    let table = try await EngineFixture(text).run(Query(by: [GroupKey(column: "区")], .sum("数")))
    #expect(table.spelled == ["門司区:1", "門司区　:2", "01:4", "1:8"])
    #expect(table.warnings.map(\.code) == ["query.labels-alike", "query.labels-alike"])
    #expect(table.warnings[0].message.en.contains("line 2"))
    #expect(table.warnings[0].message.en.contains("line 3"))
    #expect(table.warnings[1].message.en.contains("leading zero"))
  }

  @Test func `labels that fold into one are one group where the field says so`() async throws {
    var field = Field(name: "区", type: .string)
    field.labels = .fold
    let schema = Schema(fields: [field])
    let text = "区,数\n門司区　,1\n戸畑区,2\n門司区,4\n"
    let fixture = try EngineFixture(text, schema: schema)
    let table = try await fixture.run(Query(by: [GroupKey(column: "区")], .count, .sum("数")))
    #expect(table.spelled == ["門司区　:2,5", "戸畑区:1,2"])
    #expect(table.warnings.isEmpty)
    let answers = try EngineFixture("区\nＡ;A;B\nA\n", schema: schema)
    let split = try await answers.run(Query(by: [GroupKey(.split(column: "区", separator: ";"))], .count))
    #expect(Set(split.spelled) == ["Ａ:2", "B:1"])
  }

  @Test(arguments: [1, 7, 1 << 20])
  func `cells of an undeclared column may carry one unit`(_ blockBytes: Int) async throws {
    let fixture = try EngineFixture("v\n\"5,964件\"\n0\n1.2万件\n…\n")
    let query = Query(by: [], .sum("v"), .count)
    let table = try await fixture.run(query, blockBytes: blockBytes)
    #expect(table.spelled == [":17964,4"])
    #expect(table.units.map { $0?.symbol } == ["件", nil])
    let extremes = try await fixture.run(Query(by: [], .min("v"), .max("v")), blockBytes: blockBytes)
    #expect(extremes.spelled == [":0,12000"])
    let values = Query(by: [GroupKey(column: "v", form: .number)], .count)
    #expect(try await fixture.run(values).spelled == ["5964:1", "0:1", "12000:1", "(missing):1"])
  }

  @Test(arguments: [1, 7, 1 << 20])
  func `bare and unit-bearing cells do not mix`(_ blockBytes: Int) async throws {
    var fixture = try EngineFixture("v\n0\n36\n5件\n7人\n6件\n")
    fixture.dataset.reading.onError = .skip
    for query in [Query(by: [], .sum("v")), Query(by: [GroupKey(column: "v", form: .number)], .count)] {
      do {
        _ = try await fixture.run(query, blockBytes: blockBytes)
        Issue.record("different units were added up")
      } catch let findings as Findings {
        #expect(findings.findings.map(\.code) == ["cell.mixed-units", "cell.mixed-units"])
        #expect(findings.findings.map(\.place.line) == [4, 5])
        #expect(findings.findings.map(\.text) == ["5件", "7人"])
        #expect(findings.findings.allSatisfy { $0.message.en.contains("line 3") })
        #expect(findings.kind == .data)
      }
    }
    let extremes = try await fixture.run(Query(by: [], .min("v"), .max("v")), blockBytes: blockBytes)
    #expect(extremes.spelled == [":'0','7人'"])
    #expect(extremes.units == [nil, nil])
  }

  @Test func `several files of one header are read as one`() async throws {
    let query = Query(by: [GroupKey(column: "区")], .count, .sum("数"))
    let table = try await EngineFixture(["区,数\n甲,1\n乙,2\n", "区,数\n\n丙,4\n甲,8\n"]).run(query)
    #expect(table.spelled == ["甲:2,9", "乙:1,2", "丙:1,4"])
    #expect(table.rows.map(\.firstRecord) == [1, 2, 3])
    #expect(table.accounting == Accounting(records: 4, accepted: 4, blankLines: 1))
    let other = try await EngineFixture(["区,数\n甲,1\n", "区,人数\n甲,1\n"]).findings(query)
    #expect(other.findings.map(\.code) == ["header.differs"])
  }

  @Test func `CP932 gives the same answer as UTF-8`() async throws {
    let text = "区,料金\r\n表示①,12\r\n髙田,－\r\n表示①,\"1,000\"\r\n"
    let query = Query(by: [GroupKey(column: "区")], .count, .sum("料金"), .max("区"))
    let plain = try await EngineFixture(text).run(query)
    var other = try EngineFixture([text], encoding: "CP932")
    other.dataset.reading.encoding = .cp932
    let read = try await other.run(query)
    #expect(read.rows == plain.rows)
    #expect(read.accounting == plain.accounting)
    #expect(plain.spelled == ["表示①:2,1012,'表示①'", "髙田:1,0,'髙田'"])
  }

  @Test func `a sign that may be no minus is read and told`() async throws {
    let text = "v\n1\nー2\n―3\nー2\n"
    for key in [[], [GroupKey(column: "v", form: .number)]] {
      let table = try await EngineFixture(text).run(Query(by: key, key.isEmpty ? .sum("v") : .count))
      #expect(table.spelled == (key.isEmpty ? [":-6"] : ["1:1", "-2:2", "-3:1"]))
      #expect(table.warnings.map(\.code) == ["cell.doubtful-minus", "cell.doubtful-minus"])
      #expect(table.warnings.map(\.place.line) == [3, 4])
    }
  }

  @Test(arguments: [GroupKey.Form.number, .value])
  func `the values of a quantile are read in the rows that pass only`(_ form: GroupKey.Form) async throws {
    let query = Query(
      by: [GroupKey(column: "v", form: form)], .count, filter: [Condition("k", .equal, "a")])
    let table = try await EngineFixture("k,v\nb,zz\na,1\nb,ー3\na,2.0\n").run(query)
    #expect(table.spelled == ["1:1", "2.0:1"])
    #expect(table.warnings.isEmpty)
  }

  @Test func `every finding of the run is reported in file order`() async throws {
    let text = "区,日,数\n甲,2025-02-30,1\n乙,2025-01-01,\"1,23\"\n丙\n丁,2025-01-01,abc\n"
    let query = Query(
      by: [GroupKey(column: "日", form: .period(.month))], .sum("数"))
    let findings = try await EngineFixture(text).findings(query)
    #expect(
      findings.findings.map(\.code)
        == ["time.impossible-date", "cell.misplaced-comma", "record.short", "cell.not-a-number"])
    #expect(findings.findings.map(\.place.line) == [2, 3, 4, 5])
    #expect(findings.findings[1].place.column == .field(number: 3, name: "数"))
    #expect(findings.findings[1].text == "1,23")
    #expect(findings.total == 4)
  }

  @Test func `with skip the rest is counted and the rows are kept aside`() async throws {
    let text = "区,数\n甲,1\n乙,abc\n丙\n甲,4\n"
    var fixture = try EngineFixture(text)
    let rejects = TemporaryFile("")
    fixture.dataset.reading.onError = .skip
    fixture.dataset.reading.rejectsPath = rejects.path
    let table = try await fixture.run(Query(by: [GroupKey(column: "区")], .sum("数")))
    #expect(table.spelled == ["甲:5"])
    #expect(table.accounting == Accounting(records: 4, accepted: 2, rejected: 2))
    #expect(bytes(of: rejects.path) == Array("区,数\n乙,abc\n丙\n".utf8))
  }

  private func bytes(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  @Test func `measures are validated only in rows that pass the filter`() async throws {
    let text = "区,数\n甲,1\n乙,abc\n"
    let query = Query(by: [], .sum("数"), filter: [Condition("区", .equal, "甲")])
    let table = try await EngineFixture(text).run(query)
    #expect(table.spelled == [":1"])
    #expect(table.accounting == Accounting(records: 2, accepted: 1, filteredOut: 1))
  }

  @Test func `bad bytes in a touched column are refused, elsewhere they are not`() async throws {
    let bytes = Array("区,数\n甲,1\n".utf8) + [0x82, 0xFF] + Array(",2\n".utf8)
    let file = TemporaryFile(bytes)
    var dataset = Dataset(name: "t", sources: [.file(path: file.path)])
    dataset.reading.encoding = .utf8
    let sum = try await LocalEngine().run([Query(by: [], .sum("数"))], on: dataset)
    #expect(sum[0].spelled == [":3"])
    await #expect(throws: Findings.self) {
      _ = try await LocalEngine().run([Query(by: [GroupKey(column: "区")], .count)], on: dataset)
    }
  }

  @Test func `a missing file is told together with what is wrong in the others`() async throws {
    var fixture = try EngineFixture("数\nabc\n")
    fixture.dataset.sources.append(.file(path: fixture.files[0].path + ".none"))
    let findings = try await fixture.findings(Query(by: [], .sum("数")))
    #expect(findings.findings.map(\.code).sorted() == ["cell.not-a-number", "file.not-found"])
  }

  @Test func `a cancelled run stops`() async throws {
    let fixture = try EngineFixture("数\n1\n")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await fixture.run(Query(by: [], .sum("数")))
    }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
  }
}
