import ShihyoDefinitions
import ShihyoModel
import Testing

struct CityProfileTests {
  static let mihon = """
    {
      "name": "mihon", "title": {"ja": "みほん市", "en": "Mihon City"}, "contact": "企画課",
      "groups": [{"id": "bureaus", "label": {"ja": "局等", "en": "Bureaus"}}, "区役所"],
      "bodies": [
        {"abbreviation": "企画", "name": "企画局", "group": "bureaus", "source": "001:1"},
        {"id": "kou", "name": "甲区", "english": "Kou Ward", "abbreviations": ["甲", "ｺｳ"], "group": "区役所"},
        {"abbreviation": "会計"}
      ]
    }
    """

  private func read(_ text: String) throws(Findings) -> CityProfile {
    let folder = TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    return try CityProfile.load(path: folder.write("mihon.json", text))
  }

  @Test func `every spelling finds its body, folded`() throws {
    let profile = try read(Self.mihon)
    #expect(profile.title.en == "Mihon City")
    #expect(profile.contact == "企画課")
    #expect(profile.bodies.map(\.id) == ["企画局", "kou", "会計"])
    #expect(profile.body(named: "企画")?.name == "企画局")
    #expect(profile.body(named: "\u{3000}甲区 ")?.id == "kou")
    #expect(profile.body(named: "コウ")?.id == "kou")
    #expect(profile.body(named: "ｋｏｕ")?.label.en == "Kou Ward")
    #expect(profile.position(of: "会計") == 2)
    #expect(profile.body(named: "会計")?.name == nil)
    #expect(profile.group(of: "甲")?.label.ja == "区役所")
    #expect(profile.group(of: "企画局")?.label.en == "Bureaus")
    #expect(profile.group(of: "会計") == nil)
  }

  @Test func `an unknown name is listed, never guessed`() throws {
    let profile = try read(Self.mihon)
    #expect(profile.body(named: "甲区役所") == nil)
    #expect(profile.unknownNames(in: ["甲", "乙区", "企画部", "乙区"]) == ["乙区", "企画部"])
  }

  @Test(arguments: [
    ("{\"name\": \"門\"}, {\"abbreviation\": \"門\"}", "profile.name-twice"),
    ("{\"name\": \"カ局\"}, {\"name\": \"ｶ局\"}", "profile.name-twice"),
    ("{\"name\": \"門司区\", \"abbreviations\": [\"門司\", \"門司\"]}", "profile.name-twice"),
    ("{\"group\": \"局等\"}", "profile.body-without-name"),
    ("{\"name\": \"a\", \"group\": \"局\"}", "profile.unknown-group"),
    ("{\"name\": \"a\", \"nmae\": \"b\"}", "descriptor.unknown-key"), ("1", "descriptor.wrong-type"),
  ])
  func `a wrong profile is refused`(_ bodies: String, _ code: String) {
    let text = "{\"name\": \"x\", \"groups\": [\"局等\"], \"bodies\": [\(bodies)]}"
    let failure = #expect(throws: Findings.self) { try read(text) }
    #expect(failure?.findings.map(\.code) == [code])
    #expect(failure?.findings.first?.place.line == 1)
  }

  @Test func `a column of bodies takes the order of the profile`() throws {
    let text = package(
      field:
        "{\"name\": \"局\", \"shihyo\": {\"profile\": \"mihon\"}}, {\"name\": \"自\", \"categories\": [\"会計\", \"企画\"], "
        + "\"shihyo\": {\"profile\": \"mihon\"}}")
    let schema = try #require(
      try load(text, files: ["profiles/mihon.json": Self.mihon]).resources.first?.schema)
    #expect(schema.fields[0].categories?.map(\.value) == ["企画局", "企画", "甲区", "甲", "ｺｳ", "会計"])
    #expect(schema.fields[0].categories?.map(\.label) == ["企画局", "企画局", "甲区", "甲区", "甲区", "会計"])
    #expect(schema.fields[1].categories?.map(\.value) == ["会計", "企画"])
  }

  @Test func `a profile is found in the dataset, then beside it`() throws {
    let folder = TemporaryFolder()
    folder.write("profiles/mihon.json", Self.mihon)
    folder.write("data/a.csv", "a\n")
    #expect(try ProfileFinder.find("mihon", folder: folder.path + "/data").bodies.count == 3)
    folder.write("data/profiles/mihon.json", "{\"name\": \"mihon\", \"bodies\": [{\"name\": \"一\"}]}")
    #expect(try ProfileFinder.find("mihon", folder: folder.path + "/data").bodies.count == 1)
    let failure = #expect(throws: Findings.self) { try ProfileFinder.find("mihonn", folder: folder.path + "/data") }
    #expect(failure?.kind == .notFound)
    #expect(failure?.findings.first?.hint.en.contains("\"mihon\"") == true)
    #expect(throws: Findings.self) { try ProfileFinder.find("../profiles/mihon", folder: folder.path + "/data") }
  }
}
