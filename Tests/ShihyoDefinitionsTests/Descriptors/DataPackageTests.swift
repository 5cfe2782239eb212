import ShihyoDefinitions
import ShihyoModel
import Testing

struct DataPackageTests {
  static let full = """
    {
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": "centre-use", "title": "利用", "description": "説明", "custom": {"anything": 1},
      "shihyo": {"notes": "注記", "notice": {"ja": "架空データ", "en": "Fictional"}},
      "resources": [
        {
          "name": "use", "title": "利用実績", "path": ["a.csv", "sub/b.csv"], "type": "table", "format": "csv",
          "encoding": "Shift_JIS", "bytes": 12,
          "hash": "SHA256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
          "dialect": {"delimiter": ";", "header": false, "lineTerminator": "\\r\\n", "quoteChar": "\\""},
          "shihyo": {
            "skip-lines": 2, "header-rows": "2-3", "skip-after-header": 1, "signs": {"－": "nil", "nil": "zero"},
            "year": "fiscal", "date-order": "ymd", "notes": ["一", "二"], "method": "full-count"
          },
          "schema": {
            "fields": [
              {"name": "区", "title": "区名", "constraints": {"required": true, "pattern": "[^ ]+"},
               "categories": ["乙区", {"value": "甲区", "label": "甲"}], "categoriesOrdered": true,
               "shihyo": {"role": "key"}},
              {"name": "年度", "type": "string", "shihyo": {"type": "period", "year": "calendar"}},
              {"name": "年齢", "type": "string", "shihyo": {"type": "age-bracket", "brackets": "0-29,30+"}},
              {"name": "人数", "type": "integer", "constraints": {"minimum": 0, "maximum": "100", "enum": [1, "2"]},
               "missingValues": [{"value": "x", "label": "suppressed"}],
               "shihyo": {"role": "measure", "unit": "千円", "decimals": 1, "additivity": "stock",
                          "signs": {"…": "missing", "nil": "nil"}, "notes": "注"}},
              {"name": "氏名", "type": "any", "shihyo": {"personal": true, "date-order": "mdy", "labels": "fold"}},
              {"name": "有効", "type": "boolean", "trueValues": ["はい"], "falseValues": ["いいえ"]}
            ],
            "missingValues": ["", "-"], "primaryKey": "区", "uniqueKeys": [["区", "年度"]],
            "foreignKeys": [{"fields": ["区"], "reference": {"fields": ["区"]}}], "fieldsMatch": "subset"
          }
        }
      ]
    }
    """

  @Test func `every key is read`() throws {
    let package = try load(Self.full)
    #expect(package.name == "centre-use")
    #expect(package.title == "利用")
    #expect(package.notes == ["注記"])
    #expect(package.notice == Bilingual(ja: "架空データ", en: "Fictional"))
    #expect(package.resources.map(\.notice) == [package.notice])
    #expect(package.warnings.isEmpty)
    let resource = try #require(package.resources.first)
    #expect(resource.paths.map(\.text) == ["a.csv", "sub/b.csv"])
    #expect(resource.bytes == 12)
    #expect(resource.hash?.algorithm == .sha256)
    #expect(resource.hash?.hexadecimal.hasPrefix("e3b0c442") == true)
    #expect(resource.notes == ["一", "二"])
    #expect(resource.method == .fullCount)
    #expect(resource.reading.delimiter == UInt8(ascii: ";"))
    #expect(resource.reading.encoding == .cp932)
    #expect(resource.reading.hasHeader)
    #expect(resource.reading.skipLines == 2)
    #expect(resource.reading.headerRows == 2...3)
    #expect(resource.reading.skipAfterHeader == 1)
  }

  @Test func `fields carry what the standard and the extra key say`() throws {
    let schema = try #require(try load(Self.full).resources.first?.schema)
    let ward = try #require(schema.field(named: "区"))
    #expect(ward.type == .any)
    #expect(ward.constraints.required)
    #expect(ward.constraints.pattern == "[^ ]+")
    #expect(ward.categories == [.init(value: "乙区"), .init(value: "甲区", label: "甲")])
    #expect(ward.role == .key)
    #expect(ward.yearReading == .fiscal)
    let year = try #require(schema.field(named: "年度"))
    #expect(year.type == .period)
    #expect(year.yearReading == .calendar)
    #expect(schema.field(named: "年齢")?.type == .ageBracket)
    #expect(schema.field(named: "年齢")?.brackets?.brackets.map(\.lower) == [0, 30])
    let people = try #require(schema.field(named: "人数"))
    #expect(people.constraints.minimum == "0")
    #expect(people.constraints.maximum == "100")
    #expect(people.constraints.enumeration == ["1", "2"])
    #expect(people.missingValues == [MissingValue("x", label: "suppressed")])
    #expect(people.role == .measure)
    #expect(people.unit?.symbol == "千円")
    #expect(people.decimals == 1)
    #expect(people.additivity == .stock)
    // The resource's legend, then the column's own; marks are kept folded.
    #expect(people.signs == SignProfile(overrides: ["-": .nilCase, "…": .missing], nilIsZero: false))
    #expect(ward.signs == SignProfile(overrides: ["-": .nilCase], nilIsZero: true))
    #expect(people.notes == ["注"])
    #expect(schema.field(named: "氏名")?.isPersonal == true)
    #expect(schema.field(named: "氏名")?.labels == .fold)
    #expect(schema.field(named: "氏名")?.dateOrder == .monthDayYear)
    #expect(schema.field(named: "有効")?.trueValues == ["はい"])
    #expect(schema.field(named: "有効")?.falseValues == ["いいえ"])
    #expect(schema.missingValues == [MissingValue(""), MissingValue("-")])
    #expect(schema.primaryKey == ["区"])
    #expect(schema.uniqueKeys == [["区", "年度"]])
    #expect(schema.foreignKeys == [.init(fields: ["区"], resource: nil, referencedFields: ["区"])])
    #expect(schema.fieldsMatch == .subset)
  }

  @Test func `a notice is one text for all languages, or one each, and never empty`() throws {
    let rest = "\"name\": \"p\", \"resources\": [{\"name\": \"r\", \"path\": \"a.csv\"}]"
    #expect(
      try load("{\"shihyo\": {\"notice\": \"架空\"}, \(rest)}").notice == Bilingual(ja: "架空", en: "架空"))
    #expect(findings("{\"shihyo\": {\"notice\": \"　\"}, \(rest)}") == ["descriptor.empty-value 1:23"])
    #expect(findings("{\"shihyo\": {\"notice\": 1}, \(rest)}") == ["descriptor.wrong-type 1:23"])
    #expect(findings("{\"shihyo\": {\"notice\": {\"en\": \"x\"}}, \(rest)}") == ["descriptor.missing-key 1:23"])
  }

  @Test func `schema and dialect may stand in files of their own, and findings name that file`() throws {
    let text = package(resource: "\"path\": \"a.csv\", \"schema\": \"s.json\", \"dialect\": \"d.json\"")
    let files = ["s.json": "{\"fields\": [{\"name\": \"a\"}]}", "d.json": "{\"delimiter\": \"|\"}"]
    let resource = try #require(try load(text, files: files).resources.first)
    #expect(resource.schema?.fields.map(\.name) == ["a"])
    #expect(resource.reading.delimiter == UInt8(ascii: "|"))
    let failure = #expect(throws: Findings.self) { try load(text, files: ["s.json": "{\n}", "d.json": "{}"]) }
    #expect(failure?.findings.first?.place.file?.hasSuffix("/s.json") == true)
    #expect(findings(text, files: ["d.json": "{}"]) == ["definition.not-found"])
  }

  @Test func `a descriptor that is not there is not found`() {
    let failure = #expect(throws: Findings.self) { try DataPackage.load(path: "/nonexistent/datapackage.json") }
    #expect(failure?.kind == .notFound)
    #expect(failure?.findings.first?.code == "definition.not-found")
    let folder = #expect(throws: Findings.self) { try DataPackage.load(path: "/tmp") }
    #expect(folder?.findings.first?.code == "definition.is-folder")
    let device = #expect(throws: Findings.self) { try DataPackage.load(path: "/dev/null") }
    #expect(device?.findings.first?.code == "definition.not-a-file")
  }

  @Test func `broken JSON says where`() {
    #expect(findings("{\n  \"name\": \"p\",,\n}") == ["json.unexpected-character 2:15"])
  }

  @Test func `headers elsewhere need a dialect that says so`() {
    let skipped = "\"path\": \"a.csv\", \"shihyo\": {\"skip-lines\": 3}"
    #expect(findings(package(resource: skipped)) == ["descriptor.header-rows-need-dialect 2:28"])
    #expect(findings(package(resource: skipped + ", \"dialect\": {\"header\": false}")).isEmpty)
  }

  @Test func `standard header rows are taken`() throws {
    let text = package(resource: "\"path\": \"a.csv\", \"dialect\": {\"headerRows\": [4, 5]}")
    #expect(try load(text).resources.first?.reading.headerRows == 4...5)
  }

  @Test func `a package without a name is called as its folder`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("my-data/datapackage.json", "{\"resources\": [{\"name\": \"r\", \"path\": \"a.csv\"}]}")
    #expect(try DataPackage.load(path: path).name == "my-data")
  }
}
