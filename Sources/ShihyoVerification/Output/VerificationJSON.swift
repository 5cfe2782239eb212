import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// The result as JSON, for programs: counts apart, files, figures, findings.
///
///     {"holds", "counts": {SECTION: {VERDICT: n}}, "files": [{"id", "path", "state", "declared", "found",
///                 "moved": [{"id", "old", "new", "difference", "unit", "why"?}]}],
///      "figures": [{"section", "id", "verdict", "printed", "computed", "difference", "unit", "working", "slip"?, "why"?,
///                   "document", "line", "file", "row", "inputs": [], "rows": [], "rowCount", "edition"?}],
///      "findings": [{"code", "severity", "file", "line", "column", "text", "message": {"ja", "en"}, "hint": {"ja", "en"}}]}
public enum VerificationJSON {
  public static func render(_ result: Verification) -> String {
    let counts = CheckedFigure.Section.allCases.map { section in
      JSONMember(
        section.rawValue,
        JSONValue(
          .object(Verdict.allCases.map { JSONMember($0.rawValue, number(result.count($0, in: section))) })))
    }
    return JSONWriter.write(
      JSONValue(
        .object([
          JSONMember("holds", JSONValue(.boolean(result.holds))), JSONMember("counts", JSONValue(.object(counts))),
          JSONMember("files", JSONValue(.array(result.files.map(file)))),
          JSONMember("figures", JSONValue(.array(result.figures.map(figure)))),
          JSONMember("findings", JSONValue(.array(result.findings.map(finding)))),
        ])))
  }

  private static func number(_ value: Int?) -> JSONValue {
    value.map { JSONValue(.number(String($0))) } ?? JSONValue(.null)
  }
  private static func text(_ value: String) -> JSONValue { JSONValue(.string(value)) }
  private static func texts(_ values: [String]) -> JSONValue { JSONValue(.array(values.map(text))) }
  private static func bilingual(_ value: Bilingual) -> JSONValue {
    JSONValue(.object([JSONMember("ja", text(value.ja)), JSONMember("en", text(value.en))]))
  }

  private static func file(_ file: CheckedFile) -> JSONValue {
    JSONValue(
      .object([
        JSONMember("id", text(file.id)), JSONMember("path", text(file.path)),
        JSONMember("state", text(file.state.rawValue)), JSONMember("declared", text(file.declared)),
        JSONMember("found", text(file.found)), JSONMember("moved", JSONValue(.array(file.moved.map(moved)))),
      ]))
  }

  private static func moved(_ figure: MovedFigure) -> JSONValue {
    var members = [
      JSONMember("id", text(figure.id)), JSONMember("old", text(figure.old)), JSONMember("new", text(figure.new)),
      JSONMember("difference", text(figure.difference)), JSONMember("unit", text(figure.unit)),
    ]
    if let why = figure.why { members.append(JSONMember("why", bilingual(why))) }
    return JSONValue(.object(members))
  }

  private static func figure(_ figure: CheckedFigure) -> JSONValue {
    var members = [
      JSONMember("section", text(figure.section.rawValue)), JSONMember("id", text(figure.id)),
      JSONMember("verdict", text(figure.verdict.rawValue)), JSONMember("printed", text(figure.printed)),
      JSONMember("computed", text(figure.computed)), JSONMember("difference", text(figure.difference)),
      JSONMember("unit", text(figure.unit)), JSONMember("working", text(figure.working)),
    ]
    if let slip = figure.slip { members.append(JSONMember("slip", bilingual(slip))) }
    if let why = figure.why { members.append(JSONMember("why", bilingual(why))) }
    members += [
      JSONMember("document", text(figure.document)), JSONMember("line", text(figure.line)),
      JSONMember("file", text(figure.place.file ?? "")), JSONMember("row", number(figure.place.line)),
      JSONMember("inputs", texts(figure.inputs)), JSONMember("rows", texts(figure.rows)),
      JSONMember("rowCount", number(figure.rowCount)),
    ]
    if !figure.edition.isEmpty { members.append(JSONMember("edition", text(figure.edition))) }
    return JSONValue(.object(members))
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    var column = JSONValue(.null)
    switch finding.place.column {
    case .field(let place, _): column = number(place)
    case .character(let place): column = number(place)
    case nil: break
    }
    return JSONValue(
      .object([
        JSONMember("code", text(finding.code)), JSONMember("severity", text(finding.severity.name)),
        JSONMember("file", text(finding.place.file ?? "")), JSONMember("line", number(finding.place.line)),
        JSONMember("column", column), JSONMember("text", text(finding.text ?? "")),
        JSONMember("message", bilingual(finding.message)), JSONMember("hint", bilingual(finding.hint)),
      ]))
  }
}
