public import ShihyoModel

/// Findings for programs, one JSON object a line (JSON Lines): what `-f json` makes of standard error.
///
///     {"severity", "code", "message": {"ja", "en"}, "hint": {"ja", "en"}, "text"?, "file"?, "line"?,
///      "column"?: {"number", "letter", "name"?}, "character"?, "byte"?}
///
/// Every finding is there, none is grouped; the last line is `{"unkept": n}` where there were more than are kept.
public enum FindingJSON {
  public static func lines(_ findings: [Finding], total: Int? = nil) -> [String] {
    let unkept = (total ?? findings.count) - findings.count
    let lines = findings.map(line)
    return unkept > 0 ? lines + [JSONValue.object([("unkept", .integer(unkept))]).line] : lines
  }

  /// What is said without being wrong, in the language in which it is said.
  public static func line(note: String, _ language: Language) -> String {
    JSONValue.object([
      ("severity", .string(Finding.Severity.note.name)), ("message", .object([(language.rawValue, .string(note))])),
    ]).line
  }

  static func line(_ finding: Finding) -> String {
    var members: [(name: String, value: JSONValue)] = [
      ("severity", .string(finding.severity.name)), ("code", .string(finding.code)),
      ("message", JSONFigure.text(finding.message)), ("hint", JSONFigure.text(finding.hint)),
    ]
    if let text = finding.text { members.append(("text", .string(text))) }
    let place = finding.place
    if let file = place.file { members.append(("file", .string(file))) }
    if let line = place.line { members.append(("line", .integer(line))) }
    switch place.column {
    case .field(let number, let name):
      let letter = Place.Column.spreadsheetLetters(number)
      members.append(
        (
          "column",
          .object(
            [("number", .integer(number)), ("letter", .string(letter))]
              + (name.map { [("name", .string($0))] } ?? []))
        ))
    case .character(let number): members.append(("character", .integer(number)))
    case nil: break
    }
    if let byte = place.byteOffset { members.append(("byte", .integer(byte))) }
    return JSONValue.object(members).line
  }
}
