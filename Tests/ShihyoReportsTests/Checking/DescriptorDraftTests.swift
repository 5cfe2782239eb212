import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

struct DescriptorDraftTests {
  private func draft(
    _ text: String, in folder: TemporaryOutputFolder? = nil
  ) async throws -> (package: DataPackage, json: String) {
    let folder = try folder ?? TemporaryOutputFolder()
    let data = folder.path + "/統計 2024_b.csv"
    try AtomicOutput.write(text, to: data)
    let profile = try Profiler().run(on: Dataset(name: "t", sources: [.file(path: data)]))
    let path = folder.path + "/datapackage.json"
    var draft = try DescriptorDraft(profile, at: path)
    try await draft.findKey()
    let json = draft.json
    try AtomicOutput.writeNew(json, to: path)
    return (try DataPackage.load(path: path), json)
  }

  @Test func ourOwnReaderTakesIt() async throws {
    let (package, json) = try await draft("区,金額（千円）,日,年齢\n門司,\"1,234\",2025-04-01,29歳以下\n若松,－,2025-04-02,60歳以上\n")
    #expect(package.name == "2024-b" && json.contains("【下書き・要確認】"))
    let resource = package.resources[0]
    #expect(resource.paths.map(\.text) == ["統計 2024_b.csv"] && resource.hash != nil)
    let schema = try #require(resource.schema)
    #expect(schema.fields.map(\.type) == [.string, .integer, .date, .ageBracket])
    #expect(schema.fields[1].unit?.symbol == "千円" && schema.missingValues.map(\.value) == ["", "－"])
    #expect(resource.notes.first?.contains("要確認") == true)
  }

  @Test func saysWhereTheHeaderStands() async throws {
    let (package, json) = try await draft("表題,\n区,件数\n門司,3\n若松,4\n八幡,5\n")
    #expect(package.resources[0].reading.headerRows == 2...2 && json.contains("\"header\": false"))
    #expect(package.resources[0].schema?.fields[1].type == .integer)
  }

  @Test func refusesDataOutsideTheFolderAndStandardInput() throws {
    let (folder, other) = (try TemporaryOutputFolder(), try TemporaryOutputFolder())
    try AtomicOutput.write("a,b\n1,2\n", to: folder.path + "/a.csv")
    let profile = try Profiler().run(on: Dataset(name: "t", sources: [.file(path: folder.path + "/a.csv")]))
    #expect(throws: Findings.self) { try DescriptorDraft(profile, at: other.path + "/datapackage.json") }
  }

  @Test func twoColumnsOfOneNameAreDraftedWithoutAKey() async throws {
    let folder = try TemporaryOutputFolder()
    let data = folder.path + "/a.csv"
    try AtomicOutput.write("区,区,年月,人数\n甲,乙,2025-04,1\n甲,乙,2025-05,2\n", to: data)
    let profile = try Profiler().run(on: Dataset(name: "t", sources: [.file(path: data)]))
    var draft = try DescriptorDraft(profile, at: folder.path + "/datapackage.json")
    try await draft.findKey()
    #expect(draft.json.contains("primaryKey を調べていない") && !draft.json.contains("\"primaryKey\""))
  }

  @Test func neverReplacesAFile() throws {
    let folder = try TemporaryOutputFolder()
    let path = folder.path + "/datapackage.json"
    try AtomicOutput.writeNew("first", to: path)
    do {
      try AtomicOutput.writeNew("second", to: path)
      Issue.record("the file was replaced")
    } catch { #expect(error.kind == .cannotCreate && error.findings.map(\.code) == ["output.exists"]) }
  }

  private func key(_ rows: [String], header: String = "区,施設,年月,人数") async throws -> [String] {
    let (package, _) = try await draft(header + "\n" + rows.joined(separator: "\n") + "\n")
    return package.resources[0].schema?.primaryKey ?? []
  }

  @Test func aTableOfPlacesAndMonthsHasAKey() async throws {
    let rows = ["甲,A,2025-04,1", "甲,B,2025-04,2", "甲,A,2025-05,3", "甲,B,2025-05,4"]
    #expect(try await key(rows) == ["区", "施設", "年月"])
    // One that began late and one that did not report: still a table of places and months.
    #expect(try await key(rows + ["乙,C,2025-05,5"]) == ["区", "施設", "年月"])
  }

  @Test func nextQuartersRowsFitTheKey() async throws {
    let folder = try TemporaryOutputFolder()
    let first = "区,施設,年月,人数\n甲,A,2025-04,1\n甲,B,2025-04,2\n甲,A,2025-05,3\n甲,B,2025-05,4\n"
    _ = try await draft(first, in: folder)
    // A second place of the same name in another ward, a new one, and one that has closed.
    let data = folder.path + "/統計 2024_b.csv"
    try AtomicOutput.write(first + "甲,A,2025-06,5\n乙,A,2025-06,6\n乙,D,2025-06,7\n", to: data)
    let found = try DatasetFinder.find(path: data)
    let report = try Checker().run(on: found.dataset)
    #expect(report.findings.allSatisfy { !$0.code.hasPrefix("key.") })
  }

  @Test func aCommentIsNoPartOfTheKey() async throws {
    let rows = ["甲,佐藤,2025-04,1", "乙,鈴木,2025-04,2", "甲,鈴木,2025-05,3", "乙,佐藤,2025-05,4"]
    let june = ["甲,佐藤,2025-06,1", "乙,鈴木,2025-06,2"]
    #expect(try await key(rows + june, header: "区,担当,年月,人数") == ["区", "年月"])
    // Two months say too little: the key that holds more rows apart stays.
    #expect(try await key(rows, header: "区,担当,年月,人数") == ["区", "担当", "年月"])
  }

  @Test func ofYearAndMonthTheMonthIsTheKey() async throws {
    let rows = ["甲,令和6年度,2025-03,1", "乙,令和6年度,2025-02,2", "甲,令和7年度,2025-04,3", "乙,令和7年度,2025-04,4"]
    #expect(try await key(rows, header: "区,年度,年月,人数") == ["区", "年月"])
  }

  @Test(arguments: [
    (["甲,A,2025-04,1", "甲,A,2025-04,2", "甲,A,2025-05,3"], "同じ行が複数"),
    (["甲,A,2025-04,1", "甲,B,2025-04,2"], "期間が一つしかない"),
    (["甲,A,2025-04,1", "甲,B,2025-05,2", "甲,C,2025-06,3"], "期によって違う"),
  ])
  func saysWhyThereIsNoKey(rows: [String], why: String) async throws {
    let (package, json) = try await draft("区,施設,年月,人数\n" + rows.joined(separator: "\n") + "\n")
    #expect(package.resources[0].schema?.primaryKey == [] && json.contains(why) && json.contains("届いていない"))
  }

  @Test(arguments: [
    // Days: a day without a record is no gap. No amounts: a list of records. A row without its place: not every row has it.
    "区,年月日,人数\n甲,2025-04-01,1\n甲,2025-04-02,2\n", "区,年月,題\n甲,2025-04,あ\n甲,2025-05,い\n",
    "区,年月,人数\n甲,2025-04,1\n,2025-04,2\n甲,2025-05,3\n,2025-05,3\n",
  ])
  func aTableWithoutSeriesHasNoKey(text: String) async throws {
    let (package, json) = try await draft(text)
    #expect(package.resources[0].schema?.primaryKey == [] && !json.contains("primaryKey"))
  }
}
