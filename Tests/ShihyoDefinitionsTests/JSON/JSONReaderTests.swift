import SeededRandom
import ShihyoDefinitions
import ShihyoModel
import Testing

struct JSONReaderTests {
  @Test func `values keep their text and their place`() throws {
    let value = try JSONReader.read(
      Array("{\n  \"区\": [0.10, true, null],\r\n  \"b\": \"x\\n\\u3042\\ud83d\\ude00\"\n}".utf8))
    guard case .object(let members) = value.content else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.key) == ["区", "b"])
    #expect(members[0].keyPosition == JSONPosition(line: 2, character: 3))
    #expect(members[0].value.position == JSONPosition(line: 2, character: 8))
    #expect(members[1].keyPosition == JSONPosition(line: 3, character: 3))
    guard case .array(let items) = members[0].value.content else {
      Issue.record("not an array")
      return
    }
    #expect(items[0].content == .number("0.10"))
    #expect(items[1].position == JSONPosition(line: 2, character: 15))
    #expect(items[2].content == .null)
    #expect(members[1].value.content == .string("x\nあ😀"))
  }

  @Test func `a byte order mark is passed over`() throws {
    let value = try JSONReader.read([0xEF, 0xBB, 0xBF] + Array("[]".utf8))
    #expect(value.position == JSONPosition(line: 1, character: 1))
  }

  struct Broken: CustomTestStringConvertible {
    let text: String
    let code: String
    let line: Int
    let character: Int
    var testDescription: String { text }
  }

  @Test(arguments: [
    Broken(text: "", code: "json.unexpected-end", line: 1, character: 1),
    Broken(text: "{", code: "json.unexpected-end", line: 1, character: 2),
    Broken(text: "[1,]", code: "json.unexpected-character", line: 1, character: 4),
    Broken(text: "{\n  \"a\": 1,\n}", code: "json.unexpected-character", line: 3, character: 1),
    Broken(text: "{\r\n\"a\" 1}", code: "json.unexpected-character", line: 2, character: 5),
    Broken(text: "{\"区\":1 \"b\":2}", code: "json.unexpected-character", line: 1, character: 8),
    Broken(text: "[1 2]", code: "json.unexpected-character", line: 1, character: 4),
    Broken(text: "{a:1}", code: "json.unexpected-character", line: 1, character: 2),
    Broken(text: "{\"a\":1,\n\"a\":2}", code: "json.duplicate-key", line: 2, character: 1),
    Broken(text: "[\"a\n\"]", code: "json.unterminated-string", line: 1, character: 2),
    Broken(text: "[\"a\tb\"]", code: "json.control-character", line: 1, character: 4),
    Broken(text: "[\"\\x\"]", code: "json.bad-escape", line: 1, character: 3),
    Broken(text: "[\"\\ud800\"]", code: "json.bad-escape", line: 1, character: 3),
    Broken(text: "[\"\\udc00\"]", code: "json.bad-escape", line: 1, character: 3),
    Broken(text: "[\"\\ud800\\u0041\"]", code: "json.bad-escape", line: 1, character: 3),
    Broken(text: "[01]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[+1]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[1.]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[.5]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[1e]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[1_000]", code: "json.bad-number", line: 1, character: 2),
    Broken(text: "[trueish]", code: "json.unexpected-character", line: 1, character: 2),
    Broken(text: "{} {}", code: "json.text-after-end", line: 1, character: 4),
    Broken(text: "{}\n// end", code: "json.text-after-end", line: 2, character: 1),
    Broken(text: "\u{3000}{}", code: "json.unexpected-character", line: 1, character: 1),
    Broken(text: String(repeating: "[", count: 100), code: "json.too-deep", line: 1, character: 66),
  ])
  func `broken text is refused at its place`(_ broken: Broken) {
    let failure = #expect(throws: Findings.self) { try JSONReader.read(Array(broken.text.utf8), file: "x.json") }
    #expect(failure?.findings.first?.code == broken.code)
    let place = failure?.findings.first?.place
    #expect(place == Place(file: "x.json", line: broken.line, column: .character(broken.character)))
  }

  @Test(
    arguments: [
      ([0x5B, 0x22, 0xE3, 0x81, 0x82, 0xFF, 0x22, 0x5D], 1, 4, 5), ([0x0A, 0x22, 0xC0, 0x80], 2, 2, 2),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2, 1), ([0x22, 0xF4, 0x90, 0x80, 0x80], 1, 2, 1),
      ([0x22, 0xE3, 0x81], 1, 2, 1),
    ] as [([UInt8], Int, Int, Int)])
  func `bytes that are not UTF-8 are refused at their place`(
    _ bytes: [UInt8], _ line: Int, _ character: Int, _ offset: Int
  ) {
    let failure = #expect(throws: Findings.self) { try JSONReader.read(bytes) }
    #expect(failure?.findings.first?.code == "json.not-utf-8")
    #expect(failure?.findings.first?.place == Place(line: line, column: .character(character), byteOffset: offset))
  }

  @Test func `keys that Swift compares equal are two keys`() throws {
    let value = try JSONReader.read(Array("{\"が\":1,\"か\u{3099}\":2}".utf8))
    guard case .object(let members) = value.content else {
      Issue.record("not an object")
      return
    }
    #expect(members.count == 2)
  }

  @Test func `every rule speaks both languages`() {
    #expect(Set(JSONRule.examples.map(\.code)).count == JSONRule.examples.count)
    for rule in JSONRule.examples {
      #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
    }
  }

  /// Seeded bytes and seeded damage to a good text: a value or a finding, never a trap.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `random bytes never trap`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let good = Array("{\"name\": \"区\\u3042\", \"list\": [1, -2.5e3, {\"a\": null}], \"b\": true}".utf8)
    let alphabet = Array("{}[]\",:\\u0129.eE+-truefalsn \n\r\t".utf8) + [0xE3, 0x81, 0x82, 0xFF, 0x00]
    for round in 0..<3000 {
      var bytes: [UInt8]
      if round % 2 == 0 {
        bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator) ?? 0
        }
      } else {
        bytes = good
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          bytes[Int.random(in: bytes.indices, using: &generator)] = alphabet.randomElement(using: &generator) ?? 0
        }
      }
      do {
        let value = try JSONReader.read(bytes)
        let again = try JSONReader.read(Array(JSONWriter.write(value).utf8))
        #expect(JSONWriter.write(again) == JSONWriter.write(value), "seed \(seed), round \(round)")
      } catch {
        #expect(error.findings.count == 1, "seed \(seed), round \(round)")
      }
    }
  }
}
