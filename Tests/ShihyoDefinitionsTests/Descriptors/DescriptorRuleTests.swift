import SeededRandom
import ShihyoDefinitions
import ShihyoModel
import Testing

struct DescriptorRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let expected: [String]
    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case("{\"name\": 1}", "descriptor.wrong-type 3:10"),
    Case("{\"title\": \"a\"}", "descriptor.missing-key 3:1"),
    Case("{\"name\": \"\"}", "descriptor.empty-value 3:10"),
    Case("1", "descriptor.wrong-type 3:1"),
    Case("{\"name\": \"a\"}, {\"name\": \"a\"}", "descriptor.duplicate-name 3:25"),
    Case("{\"name\": \"a\", \"type\": \"numbre\"}", "descriptor.unknown-value 3:23"),
    Case("{\"name\": \"a\", \"type\": \"period\"}", "descriptor.own-type-at-standard-level 3:23"),
    Case("{\"name\": \"a\", \"type\": \"geopoint\"}", "descriptor.unsupported-value 3:23"),
    Case("{\"name\": \"a\", \"type\": \"number\", \"decimalChar\": \",\"}", "descriptor.unsupported-value 3:48"),
    Case("{\"name\": \"a\", \"type\": \"number\", \"groupChar\": \".\"}", "descriptor.unsupported-value 3:46"),
    Case("{\"name\": \"a\", \"type\": \"string\", \"format\": \"email\"}", "descriptor.format-not-checked 3:43"),
    Case("{\"name\": \"a\", \"bareNumber\": 1}", "descriptor.wrong-type 3:29"),
    Case("{\"name\": \"a\", \"missingValues\": \"-\"}", "descriptor.wrong-type 3:32"),
    Case("{\"name\": \"a\", \"missingValues\": [[]]}", "descriptor.wrong-type 3:33"),
    Case("{\"name\": \"a\", \"missingValues\": [{\"label\": \"x\"}]}", "descriptor.missing-key 3:33"),
    Case("{\"name\": \"a\", \"categories\": []}", "descriptor.empty-value 3:29"),
    Case("{\"name\": \"a\", \"categories\": [\"x\", \"x\"]}", "descriptor.duplicate-name 3:35"),
    Case("{\"name\": \"a\", \"categoriesOrdered\": 1}", "descriptor.wrong-type 3:36"),
    Case("{\"name\": \"a\", \"constraints\": []}", "descriptor.wrong-type 3:30"),
    Case("{\"name\": \"a\", \"constraints\": {\"requird\": true}}", "descriptor.unknown-key 3:31"),
    Case("{\"name\": \"a\", \"constraints\": {\"jsonSchema\": {}}}", "descriptor.not-yet-supported 3:31"),
    Case("{\"name\": \"a\", \"constraints\": {\"required\": \"yes\"}}", "descriptor.wrong-type 3:43"),
    Case("{\"name\": \"a\", \"constraints\": {\"minLength\": -1}}", "descriptor.wrong-type 3:44"),
    Case("{\"name\": \"a\", \"constraints\": {\"minimum\": []}}", "descriptor.wrong-type 3:42"),
    Case("{\"name\": \"a\", \"constraints\": {\"enum\": []}}", "descriptor.empty-value 3:39"),
    Case("{\"name\": \"a\", \"constraints\": {\"enum\": [null]}}", "descriptor.wrong-type 3:40"),
    Case("{\"name\": \"a\", \"constraints\": {\"pattern\": \"(\"}}", "descriptor.bad-pattern 3:42"),
    Case(
      "{\"name\": \"a\", \"constraints\": {\"pattern\": \"\(String(repeating: "x", count: 501))\"}}",
      "descriptor.pattern-too-long 3:42"),
    Case("{\"name\": \"a\", \"shihyo\": 1}", "descriptor.wrong-type 3:25"),
    Case("{\"name\": \"a\", \"shihyo\": {\"unti\": \"件\"}}", "descriptor.unknown-key 3:26"),
    Case("{\"name\": \"a\", \"shihyo\": {\"skip-lines\": 1}}", "descriptor.unknown-key 3:26"),
    Case("{\"name\": \"a\", \"shihyo\": {\"type\": \"periods\"}}", "descriptor.unknown-value 3:34"),
    Case("{\"name\": \"a\", \"shihyo\": {\"role\": \"kye\"}}", "descriptor.unknown-value 3:34"),
    Case("{\"name\": \"a\", \"shihyo\": {\"decimals\": 10}}", "descriptor.out-of-range 3:38"),
    Case("{\"name\": \"a\", \"shihyo\": {\"decimals\": 1.5}}", "descriptor.wrong-type 3:38"),
    Case("{\"name\": \"a\", \"shihyo\": {\"additivity\": \"sum\"}}", "descriptor.unknown-value 3:40"),
    Case("{\"name\": \"a\", \"shihyo\": {\"signs\": {\"-\": \"zero\"}}}", "descriptor.unknown-value 3:41"),
    Case("{\"name\": \"a\", \"shihyo\": {\"signs\": {\"nil\": \"0\"}}}", "descriptor.unknown-value 3:43"),
    Case("{\"name\": \"a\", \"shihyo\": {\"signs\": {\"x\": 1}}}", "descriptor.wrong-type 3:41"),
    Case("{\"name\": \"a\", \"shihyo\": {\"year\": \"western\"}}", "descriptor.unknown-value 3:34"),
    Case("{\"name\": \"a\", \"shihyo\": {\"personal\": \"yes\"}}", "descriptor.wrong-type 3:38"),
    Case("{\"name\": \"a\", \"shihyo\": {\"brackets\": \"young\"}}", "age.not-a-bracket 3:38"),
    Case("{\"name\": \"a\", \"shihyo\": {\"profile\": \"nowhere\"}}", "profile.not-found 3:37"),
    Case("{\"name\": \"a\", \"shihyo\": {\"profile\": \"../x\"}}", "profile.bad-name 3:37"),
  ])
  func `a wrong field is named at its place`(_ wrong: Case) {
    #expect(findings(package(field: wrong.text)) == wrong.expected)
  }

  @Test(arguments: [
    Case("\"title\": \"a\"", "descriptor.missing-key 1:29"),
    Case("\"path\": []", "descriptor.empty-value 2:9"),
    Case("\"path\": 1", "descriptor.wrong-type 2:9"),
    Case("\"path\": \"\"", "descriptor.empty-value 2:9"),
    Case("\"path\": \"/etc/passwd\"", "descriptor.path-not-relative 2:9"),
    Case("\"path\": \"../a.csv\"", "descriptor.path-not-relative 2:9"),
    Case("\"path\": [\"a.csv\", \"sub/../../a.csv\"]", "descriptor.path-not-relative 2:19"),
    Case("\"path\": \"~/a.csv\"", "descriptor.path-not-relative 2:9"),
    Case("\"path\": \"https://example.org/a.csv\"", "descriptor.path-is-address 2:9"),
    Case("\"path\": \"file:a.csv\"", "descriptor.path-is-address 2:9"),
    Case("\"path\": \"C:/a.csv\"", "descriptor.path-is-address 2:9"),
    Case("\"path\": \"sub\\\\a.csv\"", "descriptor.path-has-backslash 2:9"),
    Case("\"path\": \"a.csv\", \"schema\": \"../s.json\"", "descriptor.path-not-relative 2:28"),
    Case("\"path\": \"a.csv\", \"schema\": \"http://x/s.json\"", "descriptor.path-is-address 2:28"),
    Case("\"path\": \"a.csv\", \"schema\": []", "descriptor.wrong-type 2:28"),
    Case("\"path\": \"a.csv\", \"schema\": {}", "descriptor.missing-key 2:28"),
    Case("\"data\": []", "descriptor.not-yet-supported 2:1"),
    Case("\"path\": \"a.csv\", \"encoding\": \"utf-7\"", "descriptor.unknown-encoding 2:30"),
    Case("\"path\": \"a.csv\", \"hash\": \"sha256:00\"", "descriptor.bad-hash 2:26"),
    Case("\"path\": \"a.csv\", \"hash\": \"crc:00\"", "descriptor.bad-hash 2:26"),
    Case("\"path\": \"a.csv\", \"bytes\": \"12\"", "descriptor.wrong-type 2:27"),
    Case("\"path\": \"a.csv\", \"format\": \"xlsx\"", "descriptor.unsupported-value 2:28"),
    Case("\"path\": \"a.csv\", \"type\": \"json\"", "descriptor.unsupported-value 2:26"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"delimiter\": \"::\"}", "descriptor.unsupported-value 2:43"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"quoteChar\": \"'\"}", "descriptor.unsupported-value 2:43"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"doubleQuote\": false}", "descriptor.unsupported-value 2:45"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"escapeChar\": \"\\\\\"}", "descriptor.unsupported-value 2:44"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"skipInitialSpace\": true}", "descriptor.unsupported-value 2:50"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"nullSequence\": \"NULL\"}", "descriptor.unsupported-value 2:46"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"commentChar\": \"#\"}", "descriptor.unsupported-value 2:45"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"commentRows\": [1]}", "descriptor.unsupported-value 2:45"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"lineTerminator\": \";\"}", "descriptor.unsupported-value 2:48"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"headerRows\": [1, 3]}", "descriptor.unsupported-value 2:44"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"headerRows\": [0]}", "descriptor.unsupported-value 2:44"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"headerJoin\": \"_\"}", "descriptor.unsupported-value 2:44"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"sheetName\": \"x\"}", "descriptor.not-yet-supported 2:30"),
    Case("\"path\": \"a.csv\", \"dialect\": {\"csv\": {\"escapeChar\": \"x\"}}", "descriptor.unsupported-value 2:52"),
    Case("\"path\": \"a.csv\", \"shihyo\": {\"header-row\": 1}", "descriptor.unknown-key 2:29"),
    Case("\"path\": \"a.csv\", \"shihyo\": {\"method\": \"census\"}", "descriptor.unknown-value 2:39"),
    Case(
      "\"path\": \"a.csv\", \"dialect\": {\"header\": false}, \"shihyo\": {\"header-rows\": \"3-2\"}",
      "descriptor.wrong-type 2:74"
    ),
  ])
  func `a wrong resource is named at its place`(_ wrong: Case) {
    #expect(findings(package(resource: wrong.text)) == wrong.expected)
  }

  @Test(arguments: [
    Case("\"primaryKey\": [\"b\"]", "descriptor.unknown-field 3:16"),
    Case("\"primaryKey\": 1", "descriptor.wrong-type 3:15"),
    Case("\"uniqueKeys\": [[\"a\"], [\"b\"]]", "descriptor.unknown-field 3:24"),
    Case("\"foreignKeys\": [{\"fields\": \"a\"}]", "descriptor.missing-key 3:17"),
    Case(
      "\"foreignKeys\": [{\"fields\": \"a\", \"reference\": {\"resource\": \"x\", \"fields\": \"y\"}}]",
      "descriptor.unknown-resource 3:59"),
    Case(
      "\"foreignKeys\": [{\"fields\": \"a\", \"reference\": {\"resource\": \"r\", \"fields\": []}}]",
      "descriptor.foreign-key-length 3:17"),
    Case("\"fieldsMatch\": \"some\"", "descriptor.unknown-value 3:16"),
    Case("\"fieldsMatch\": [\"subset\"]"),
  ])
  func `a wrong schema is named at its place`(_ wrong: Case) {
    let text = "\"path\": \"a.csv\", \"schema\": {\"fields\": [{\"name\": \"a\"}],\n\(wrong.text)\n}"
    #expect(findings(package(resource: text)) == wrong.expected)
  }

  @Test func `wrong packages are named at their place`() {
    #expect(findings("[]") == ["descriptor.wrong-type 1:1"])
    #expect(findings("{}") == ["descriptor.missing-key 1:1"])
    #expect(findings("{\"resources\": []}") == ["descriptor.empty-value 1:15"])
    let resource = "{\"name\": \"r\", \"path\": \"a.csv\"}"
    #expect(findings("{\"resources\": [\(resource), \(resource)]}") == ["descriptor.duplicate-name 1:57"])
    #expect(findings("{\"name\": \"a/b\", \"resources\": [\(resource)]}") == ["descriptor.slash-in-name 1:10"])
    #expect(findings("{\"name\": \"人口\", \"resources\": [\(resource)]}") == ["descriptor.unusual-name 1:10"])
    #expect(
      findings("{\"shihyo\": {\"role\": 1}, \"resources\": [\(resource)]}") == ["descriptor.unknown-key 1:13"])
    #expect(
      findings("{\"shihyo\": {\"profile\": \"x\"}, \"resources\": [\(resource)]}") == ["profile.not-found 1:24"])
  }

  @Test func `all findings come in one run, with the nearest name`() {
    let text = package(
      field: "{\"name\": \"a\", \"shihyo\": {\"unti\": \"件\", \"role\": \"mesure\", \"decimals\": 99}}")
    let failure = #expect(throws: Findings.self) { try load(text) }
    #expect(failure?.findings.count == 3)
    #expect(failure?.kind == .data)
    #expect(failure?.findings.first?.hint.en.contains("\"unit\"") == true)
    #expect(failure?.findings.dropFirst().first?.hint.ja.contains("「measure」") == true)
  }

  @Test func `every rule speaks both languages and has its own code`() {
    func check(_ rules: [some FindingRule]) {
      #expect(Set(rules.map(\.code)).count == rules.count)
      for rule in rules {
        #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty)
        #expect(!rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
      }
    }
    check(DescriptorRule.examples)
    check(DefinitionFileRule.examples)
    check(DatasetRule.examples)
    check(ProfileRule.examples)
  }

  /// Seeded damage to a good descriptor: it loads or says what is wrong, and never traps.
  @Test(arguments: [21, 22] as [UInt64])
  func `damaged descriptors never trap`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["1", "null", "[]", "{}", "\"x\"", "true", "-5", "99999999999999999999", "\"..\"", "[1]", "{\"a\":1}"]
    let words = DataPackageTests.full.split(separator: " ", omittingEmptySubsequences: true)
    let folder = TemporaryFolder()
    for round in 0..<300 {
      var damaged = words.map(String.init)
      for _ in 0..<2 {
        let index = Int.random(in: damaged.indices, using: &generator)
        let ending = damaged[index].hasSuffix(",") ? "," : damaged[index].hasSuffix("}") ? "}" : ""
        damaged[index] = (pieces.randomElement(using: &generator) ?? "") + ending
      }
      let path = folder.write("datapackage.json", damaged.joined(separator: " "))
      do throws(Findings) {
        _ = try DataPackage.load(path: path)
      } catch {
        #expect(error.findings.contains { $0.severity == .error }, "seed \(seed), round \(round)")
      }
    }
  }
}
