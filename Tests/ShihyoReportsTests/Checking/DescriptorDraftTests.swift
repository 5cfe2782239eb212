import ShihyoDefinitions
import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

struct DescriptorDraftTests {
  private func draft(_ text: String) throws -> (package: DataPackage, json: String) {
    let folder = try TemporaryOutputFolder()
    let data = folder.path + "/統計 2024_b.csv"
    try AtomicOutput.write(text, to: data)
    let profile = try Profiler().run(on: Dataset(name: "t", sources: [.file(path: data)]))
    let path = folder.path + "/datapackage.json"
    let json = try DescriptorDraft(profile, at: path).json
    try AtomicOutput.writeNew(json, to: path)
    return (try DataPackage.load(path: path), json)
  }

  @Test func ourOwnReaderTakesIt() throws {
    let (package, json) = try draft("区,金額（千円）,日,年齢\n門司,\"1,234\",2025-04-01,29歳以下\n若松,－,2025-04-02,60歳以上\n")
    #expect(package.name == "2024-b" && json.contains("【下書き・要確認】"))
    let resource = package.resources[0]
    #expect(resource.paths.map(\.text) == ["統計 2024_b.csv"] && resource.hash != nil)
    let schema = try #require(resource.schema)
    #expect(schema.fields.map(\.type) == [.string, .integer, .date, .ageBracket])
    #expect(schema.fields[1].unit?.symbol == "千円" && schema.missingValues.map(\.value) == ["", "－"])
    #expect(resource.notes.first?.contains("要確認") == true)
  }

  @Test func saysWhereTheHeaderStands() throws {
    let (package, json) = try draft("表題,\n区,件数\n門司,3\n若松,4\n八幡,5\n")
    #expect(package.resources[0].reading.headerRows == 2...2 && json.contains("\"header\": false"))
    #expect(package.resources[0].schema?.fields[1].type == .integer)
  }

  @Test func refusesDataOutsideTheFolderAndStandardInput() throws {
    let (folder, other) = (try TemporaryOutputFolder(), try TemporaryOutputFolder())
    try AtomicOutput.write("a,b\n1,2\n", to: folder.path + "/a.csv")
    let profile = try Profiler().run(on: Dataset(name: "t", sources: [.file(path: folder.path + "/a.csv")]))
    #expect(throws: Findings.self) { try DescriptorDraft(profile, at: other.path + "/datapackage.json") }
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
}
