import ShihyoEngine
import ShihyoModel
import Testing

@testable import ShihyoReports

struct DeclaredKeyTests {
  private func findings(
    _ text: String, key: [String] = ["館名", "年月"], personal: Bool = false
  ) async throws -> [Finding] {
    let folder = try TemporaryOutputFolder()
    let path = folder.path + "/t.csv"
    try AtomicOutput.write(text, to: path)
    var fields = [
      Field(name: "館名", type: .string), Field(name: "年月", type: .string), Field(name: "人数", type: .integer),
    ]
    fields[0].isPersonal = personal
    var dataset = Dataset(
      name: "lib/use", sources: [.file(path: path)], schema: Schema(fields: fields, primaryKey: key))
    dataset.reading.rejectsPath = folder.path + "/never-written.csv"
    let findings = try await DeclaredKey(of: dataset)?.findings(LocalEngine()) ?? []
    #expect(throws: Findings.self) {
      try Profiler().run(on: Dataset(name: "r", sources: [.file(path: folder.path + "/never-written.csv")]))
    }
    return findings
  }

  @Test func `a row that came twice is named`() async throws {
    let rows = "館名,年月,人数\n中央,2025-04,1\n中央,2025-05,2\n中央,2025-04,3\n西,2025-04,4\n西,2025-04,4\n西,2025-04,4\n"
    let found = try await findings(rows)
    #expect(found.map(\.code) == ["key.repeated"])
    #expect(found[0].severity == .error && found[0].text == "中央, 2025-04" && found[0].place.file == "lib/use")
    #expect(found[0].message.en.hasPrefix("2 rows") && found[0].message.en.contains("1 more key"))
    #expect(try await findings(rows, personal: true)[0].text == nil)
  }

  /// Rows whose key is empty are another matter, and `check` says it.
  @Test func `rows with keys of their own are fine`() async throws {
    #expect(try await findings("館名,年月,人数\n中央,2025-04,1\n中央,2025-05,2\n西,,3\n西,,4\n") == [])
    #expect(try await findings("館名,年月,人数\n中央,2025-04,1\n中央,2025-04,2\n", key: []) == [])
  }

  @Test func `what was not looked at is said`() async throws {
    let found = try await findings("館名,人数\n中央,1\n中央,2\n")
    #expect(found.map(\.code) == ["key.not-looked-at"] && found[0].severity == .warning)
  }

  @Test(arguments: KeyRule.examples) func `rules say what to do in both languages`(rule: KeyRule) {
    for text in [rule.message, rule.hint] { #expect(!text.ja.isEmpty && !text.en.isEmpty && text.ja != text.en) }
  }
}
