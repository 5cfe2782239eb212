import ShihyoModel
import ShihyoReports
import Testing

struct FindingJSONTests {
  private let finding = Finding(
    NumberRule.unknownMark("△"), at: Place(file: "a.csv", line: 3, column: .field(number: 28, name: "件\u{1B}数")),
    text: "△\n")

  @Test func `one object a line, with both languages and the place in parts`() {
    let lines = FindingJSON.lines([finding, finding], total: 5)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("{\"severity\": \"error\", \"code\": \"cell.unknown-mark\", \"message\": {\"ja\": \""))
    #expect(
      lines[0].hasSuffix(
        "\"text\": \"△\\n\", \"file\": \"a.csv\", \"line\": 3, "
          + "\"column\": {\"number\": 28, \"letter\": \"AB\", \"name\": \"件\\u001B数\"}}"))
    #expect(lines[2] == "{\"unkept\": 3}")
    #expect(lines.allSatisfy { !$0.contains("\n") })
  }

  @Test func `what is not known is not there`() {
    let line = FindingJSON.lines([Finding(OutputRule.isDirectory)])[0]
    for name in ["text", "file", "line", "column", "character", "byte"] { #expect(!line.contains("\"\(name)\":")) }
  }

  @Test func `a character and a byte of a definition`() {
    let place = Place(file: "a.json", line: 2, column: .character(9), byteOffset: 14)
    let line = FindingJSON.lines([Finding(OutputRule.isDirectory, at: place)])[0]
    #expect(line.hasSuffix("\"file\": \"a.json\", \"line\": 2, \"character\": 9, \"byte\": 14}"))
  }

  @Test func `a note has the language in which it is said`() {
    #expect(
      FindingJSON.line(note: "書きました", .ja) == "{\"severity\": \"note\", \"message\": {\"ja\": \"書きました\"}}")
  }
}
