import ShihyoDefinitions
import ShihyoModel
import Testing

struct DatasetFinderTests {
  private func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    let one = "{\"name\": \"a\", \"path\": \"a.csv\", \"schema\": {\"fields\": [{\"name\": \"区\"}]}}"
    let two = "{\"name\": \"b\", \"path\": [\"b1.csv\", \"b2.csv\"], \"encoding\": \"cp932\"}"
    folder.write("first/single/datapackage.json", "{\"name\": \"single\", \"resources\": [\(one)]}")
    folder.write("second/single/datapackage.json", "{\"name\": \"other\", \"resources\": [\(one)]}")
    folder.write("second/pair/datapackage.json", "{\"name\": \"pair\", \"resources\": [\(one), \(two)]}")
    folder.write("second/broken/datapackage.json", "{")
    folder.write("second/plain/a.csv", "区\n")
    for name in ["first/single/a.csv", "second/pair/a.csv", "second/pair/b1.csv", "second/pair/b2.csv"] {
      folder.write(name, "区\n甲区\n")
    }
    folder.write("second/pair/loose.csv", "区\n")
    return folder
  }

  private func finder(_ folder: TemporaryFolder) -> DatasetFinder {
    DatasetFinder(searchPath: [folder.path + "/first", folder.path + "/second", folder.path + "/none"])
  }

  @Test func `a name is found, the first folder wins`() throws {
    let folder = folder()
    let found = try finder(folder).find("single")
    #expect(found.dataset.name == "single/a")
    #expect(found.dataset.sources == [.file(path: folder.path + "/first/single/a.csv")])
    #expect(found.dataset.schema?.fields.map(\.name) == ["区"])
    #expect(try finder(folder).find("pair/b").dataset.sources.count == 2)
  }

  @Test func `a listing shows every dataset, the broken one with its findings`() {
    let folder = folder()
    let all = finder(folder).all()
    #expect(all.map(\.name) == ["broken", "pair", "single"])
    #expect((try? all.last?.package.get())?.name == "single")
    #expect(throws: Findings.self) { try all.first?.package.get() }
  }

  @Test(arguments: [
    ("pairs", "dataset.unknown", FailureKind.notFound), ("pair", "dataset.several-resources", .usage),
    ("pair/c", "dataset.unknown-resource", .notFound), ("plain", "dataset.unknown", .notFound),
    ("broken", "json.unexpected-end", .data), ("..", "dataset.unknown", .notFound),
    ("single/../pair", "dataset.unknown-resource", .notFound), ("", "dataset.unknown", .notFound),
  ])
  func `what is not there is said`(_ name: String, _ code: String, _ kind: FailureKind) {
    let folder = folder()
    let failure = #expect(throws: Findings.self) { try finder(folder).find(name) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.kind == kind)
  }

  @Test func `a near name is offered`() {
    let folder = folder()
    let failure = #expect(throws: Findings.self) { try finder(folder).find("pairs") }
    #expect(failure?.findings.first?.hint.en.contains("\"pair\"") == true)
    #expect(failure?.findings.first?.hint.ja.contains("/first") == true)
  }

  @Test func `paths take the descriptor beside them that lists the file`() throws {
    let folder = folder()
    let finder = finder(folder)
    let file = folder.path + "/second/pair/b2.csv"
    let found = try finder.resolve(file)
    #expect(found.dataset.name == file)
    #expect(found.dataset.sources == [.file(path: file)])
    #expect(found.dataset.reading.encoding == .cp932)
    #expect(found.resource?.name == "b")
    let loose = try finder.resolve(folder.path + "/second/pair/loose.csv")
    #expect(loose.package == nil)
    #expect(loose.dataset.schema == nil)
    #expect(try finder.resolve(folder.path + "/first/single/datapackage.json").dataset.name == "single/a")
    #expect(try finder.resolve(folder.path + "/first/single").dataset.name == "single/a")
    #expect(throws: Findings.self) { try finder.resolve(folder.path + "/second/plain") }
    // A missing data file is the reader's to report; a name is not.
    #expect(try finder.resolve("./nothing.csv").dataset.sources == [.file(path: "./nothing.csv")])
    #expect(try finder.resolve("-").dataset.sources == [.standardInput])
  }

  @Test func `files outside the folder are refused after symbolic links`() {
    let folder = folder()
    folder.write("secret.csv", "x\n")
    let resource = "{\"name\": \"a\", \"path\": \"a.csv\"}"
    folder.write("evil/datapackage.json", "{\"name\": \"evil\", \"resources\": [\n\(resource)]}")
    folder.link("evil/a.csv", to: "../secret.csv")
    let failure = #expect(throws: Findings.self) { try DatasetFinder(searchPath: [folder.path]).find("evil") }
    #expect(failure?.findings.map(\.code) == ["descriptor.path-leaves-folder"])
    #expect(failure?.findings.first?.place.line == 2)
    #expect(failure?.findings.first?.place.column == .character(23))

    folder.write("evil2/datapackage.json", "{\"resources\": [{\"name\": \"a\", \"path\": \"sub/secret.csv\"}]}")
    folder.link("evil2/sub", to: "..")
    let viaFolder = #expect(throws: Findings.self) { try DatasetFinder(searchPath: [folder.path]).find("evil2") }
    #expect(viaFolder?.findings.map(\.code) == ["descriptor.path-leaves-folder"])

    // A folder whose name starts like this one is another folder.
    folder.write("evil-twin/a.csv", "x\n")
    folder.write("evil/datapackage.json", "{\"resources\": [{\"name\": \"a\", \"path\": \"b.csv\"}]}")
    folder.link("evil/b.csv", to: "../evil-twin/a.csv")
    let twin = #expect(throws: Findings.self) { try DatasetFinder(searchPath: [folder.path]).find("evil") }
    #expect(twin?.findings.map(\.code) == ["descriptor.path-leaves-folder"])
  }

  @Test func `a link inside the folder is fine, a missing file is named`() throws {
    let folder = folder()
    folder.write("ok/real.csv", "x\n")
    folder.link("ok/a.csv", to: "real.csv")
    folder.write("ok/datapackage.json", "{\"resources\": [{\"name\": \"a\", \"path\": \"a.csv\"}]}")
    #expect(try DatasetFinder(searchPath: [folder.path]).find("ok").dataset.sources.count == 1)
    folder.write("ok/datapackage.json", "{\"resources\": [{\"name\": \"a\", \"path\": \"gone.csv\"}]}")
    let failure = #expect(throws: Findings.self) { try DatasetFinder(searchPath: [folder.path]).find("ok") }
    #expect(failure?.kind == .notFound)
    #expect(failure?.findings.map(\.code) == ["dataset.missing-file"])
  }

  @Test func `the profile of a column comes before that of the package`() throws {
    let folder = TemporaryFolder()
    for name in ["one", "two"] {
      folder.write("profiles/\(name).json", "{\"name\": \"\(name)\", \"bodies\": [{\"name\": \"\(name)局\"}]}")
    }
    folder.write("d/a.csv", "x\n")
    folder.write(
      "d/datapackage.json",
      "{\"shihyo\": {\"profile\": \"one\"}, \"resources\": [{\"name\": \"a\", \"path\": \"a.csv\", \"schema\": "
        + "{\"fields\": [{\"name\": \"局\", \"shihyo\": {\"profile\": \"two\"}}, {\"name\": \"x\"}]}}]}")
    let found = try DatasetFinder(searchPath: [folder.path]).find("d")
    #expect(try found.profile(forColumn: "局")?.name == "two")
    #expect(try found.profile(forColumn: "x")?.name == "one")
    #expect(try found.profile()?.name == "one")
  }
}
