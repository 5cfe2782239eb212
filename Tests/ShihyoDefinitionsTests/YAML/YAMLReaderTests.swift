import ShihyoModel
import Testing

@testable import ShihyoDefinitions

struct YAMLReaderTests {
  private func refusal(_ text: String) -> [Finding] {
    do {
      _ = try YAMLReader.read(Array(text.utf8), file: "x.yaml")
      return []
    } catch {
      return error.findings
    }
  }

  @Test func `reads scalars, lists and mappings with their places`() throws {
    let text = """
      # 見出し
      title: 稼働率
      digits: 1
      quoted: "1"
      flag: true
      none:
      list: [a, 2.50]
      """
    let value = try YAMLReader.read(Array(text.utf8))
    guard case .object(let members) = value.content else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.key) == ["title", "digits", "quoted", "flag", "none", "list"])
    #expect(members[0].keyPosition == JSONPosition(line: 2, character: 1))
    #expect(members[0].value == JSONValue(.string("稼働率"), at: JSONPosition(line: 2, character: 8)))
    #expect(members[1].value.content == .number("1"))
    #expect(members[2].value.content == .string("1"))
    #expect(members[3].value.content == .boolean(true))
    #expect(members[4].value.content == .null)
    guard case .array(let items) = members[5].value.content else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.content) == [.string("a"), .number("2.50")])
  }

  @Test(arguments: [
    ("a: &x 1\nb: 2\n", "yaml.anchor", 1), ("a: &x 1\nb: *x\n", "yaml.anchor", 1),
    ("b: *x\n", "yaml.anchor", 1), ("a: 1\n<<: {b: 2}\n", "yaml.merge-key", 2),
    ("a: !!int 5\n", "yaml.tag", 1), ("a: !own {b: 1}\n", "yaml.tag", 1),
    ("a: 1\nb: 2\na: 3\n", "yaml.duplicate-key", 1), ("a: 1\n---\nb: 2\n", "yaml.several-documents", 2),
    ("a: [1, 2\nb: 3\n", "yaml.syntax", 2), ("a:\n\tb: 1\n", "yaml.tab-indent", 2),
    ("? [a]\n: 1\n", "yaml.key-is-no-text", 1),
    ("a: \u{7}\n", "yaml.control-character", 1),
  ])
  func `refuses what is not allowed, with its line`(text: String, code: String, line: Int) {
    let findings = refusal(text)
    #expect(findings.first?.code == code)
    #expect(findings.first?.place.line == line)
    #expect(findings.first?.place.file == "x.yaml")
  }

  @Test(arguments: [
    ("title：A\nnumber: 1\n", ["yaml.wide-colon 1:6"]), ("a: 1\ntitle:\u{3000}A\nb: 2\n", ["yaml.wide-space 2:7"]),
    ("a:\n\u{3000}b: 1\n\u{3000}c: 2\n", ["yaml.wide-space 2:1", "yaml.wide-space 3:1"]),
    ("a:\n  - id：x\n    b: 1\n", ["yaml.wide-colon 2:7"]),
    ("a:\n  -\u{3000}id: x\n    b: 1\n", ["yaml.wide-space 2:4"]),
    ("a: 1\n\u{3000}\nb: 2\n", ["yaml.wide-space 2:1"]),
    // What is written below the trouble is not its reason.
    ("a: [1, 2\nb: 3\nc：4\n", ["yaml.syntax 2:2"]),
  ])
  func `signs of a Japanese keyboard are named where they stand`(text: String, expected: [String]) {
    let found = refusal(text).map { finding -> String in
      guard case .character(let character)? = finding.place.column else { return finding.code }
      return "\(finding.code) \(finding.place.line ?? 0):\(character)"
    }
    #expect(found == expected)
  }

  @Test(arguments: ["a: 時刻は9：00\n", "a: |\n  注：甲\n  \u{3000}乙\n", "# x：y\na: 1 # 　b：2\n"])
  func `the same signs in a text are the text's own`(text: String) {
    #expect(refusal(text).isEmpty)
  }

  @Test func `names every refused place of a sound text`() {
    #expect(refusal("a: &x 1\nb: !t 2\nc: &y [1]\n").map(\.code) == ["yaml.anchor", "yaml.tag", "yaml.anchor"])
  }

  @Test func `refuses depth, size and invalid UTF-8`() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(refusal("a: " + deep).first?.code == "yaml.too-deep")
    #expect(refusal(String(repeating: "[", count: 100_000)).isEmpty == false)
    #expect(refusal(String(repeating: "#", count: YAMLReader.sizeLimit + 1)).first?.code == "yaml.too-large")
    do {
      _ = try YAMLReader.read([0x61, 0x3A, 0x20, 0x0A, 0xE3, 0x81])
      Issue.record("read invalid UTF-8")
    } catch {
      #expect(error.findings.first?.code == "yaml.not-utf-8")
      #expect(error.findings.first?.place.line == 2)
    }
  }

  @Test func `keys that are nested aliases end quickly`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...24 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(refusal(text + "? *a24\n: 1\n").first?.code == "yaml.anchor")
  }

  @Test func `an empty text is null`() throws {
    #expect(try YAMLReader.read([]).content == .null)
    #expect(try YAMLReader.read(Array("# nothing\n".utf8)).content == .null)
  }

  @Test(arguments: YAMLRule.examples) func `rules say what to do in both languages`(rule: YAMLRule) {
    #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
  }
}
