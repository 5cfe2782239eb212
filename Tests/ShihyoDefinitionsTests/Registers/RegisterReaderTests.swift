import ShihyoModel
import Testing

@testable import ShihyoDefinitions

struct RegisterReaderTests {
  private func package(_ register: String) -> String {
    """
    {"name": "issues", "shihyo": {"register": \(register)},
     "resources": [{"name": "issues", "path": "i.csv", "schema": {"fields": [
       {"name": "ID", "type": "string"}, {"name": "所属", "type": "string"}, {"name": "区分", "type": "string"},
       {"name": "番号", "type": "string"}, {"name": "件名", "type": "string"}]}}]}
    """
  }

  private let issues = """
    "issues": {"resource": "issues", "id": "ID", "organisation": "所属", "area": "区分", "number": "番号", "title": "件名"}
    """

  @Test func `tables, roles and words are read`() throws {
    let text = package(
      "{\(issues), \"unstated\": \"記載なし\", \"words\": {\"complete\": [\"完了\", \"済\"], \"late\": \"遅れ\"}}")
    let register = try #require(try load(text).register)
    #expect(register.tables.keys.map(\.rawValue) == ["issues"])
    #expect(register.tables[.issues]?.names[.organisation] == "所属")
    #expect(register.unstated == ["記載なし"])
    #expect(register.words == [.complete: ["完了", "済"], .late: ["遅れ"]])
  }

  @Test func `versions alone are a register`() throws {
    let text = package("{\"versions\": {\"old\": \"issues\", \"new\": \"issues\"}}")
    #expect(try load(text).register?.versions == RegisterDefinition.Versions(old: "issues", new: "issues"))
  }

  @Test(
    arguments: [
      ("{}", "descriptor.one-of"),
      ("{\"issues\": {\"resource\": \"issue\"}}", "descriptor.unknown-resource"),
      ("{\"issues\": {\"resource\": \"issues\", \"id\": \"ID\"}}", "descriptor.missing-key"),
      ("{\"isues\": {}}", "descriptor.unknown-key"),
      ("{\"versions\": {\"old\": \"issues\"}}", "descriptor.missing-key"),
    ]) func `what is wrong is named`(register: String, code: String)
  {
    #expect(findings(package(register)).contains { $0.hasPrefix(code) })
  }

  @Test func `an unknown column is named with the nearest one`() throws {
    do {
      _ = try load(package("{\(issues.replacing("件名", with: "件明"))}"))
      Issue.record("the column does not exist")
    } catch {
      #expect(error.findings.map(\.code) == ["descriptor.unknown-field"])
      #expect(error.findings[0].hint.ja.contains("件名"))
    }
  }

  @Test func `a word belongs to one class`() {
    let words = "\"words\": {\"complete\": [\"完了\"], \"late\": [\"完了\"]}"
    #expect(findings(package("{\(issues), \(words)}")).contains { $0.hasPrefix("descriptor.duplicate-name") })
  }
}
