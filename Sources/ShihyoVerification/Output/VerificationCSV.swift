public import ShihyoModel
import ShihyoReports

/// One record per file, per figure that a changed file moved (`moved`: old in `printed`, new in `computed`, the file in `inputs`),
/// and per figure: `section,id,verdict,printed,computed,difference,unit,slip,why,document,line,file,row,inputs,rows`.
public enum VerificationCSV {
  static let columns = [
    "section", "id", "verdict", "printed", "computed", "difference", "unit", "slip", "why", "document", "line", "file",
    "row", "inputs", "rows",
  ]

  /// - Parameter language: of slips and reasons; codes are never translated.
  public static func render(_ result: Verification, language: Language) -> String {
    var text = LedgerCSV.line(columns)
    for file in result.files {
      text += LedgerCSV.line([
        "file", file.id, file.state.rawValue, file.declared, file.found, "", "", "",
        file.moved.map(\.id).joined(separator: ";"),
        "", "", file.path, "", file.inputs.joined(separator: ";"), "",
      ])
      for figure in file.moved {
        text += LedgerCSV.line([
          "moved", figure.id, "", figure.old, figure.new, figure.difference, figure.unit, "",
          figure.why?[language] ?? "",
          "", "", file.path, "", file.id, "",
        ])
      }
    }
    for figure in result.figures {
      text += LedgerCSV.line([
        figure.section.rawValue, figure.id, figure.verdict.rawValue, figure.printed, figure.computed,
        figure.difference, figure.unit, figure.slip?[language] ?? "", figure.why?[language] ?? "", figure.document,
        figure.line, figure.place.file ?? "", figure.place.line.map(String.init) ?? "",
        figure.inputs.joined(separator: ";"), figure.rows.joined(separator: ";"),
      ])
    }
    for finding in result.findings {
      text += LedgerCSV.line([
        "finding", finding.code, finding.severity.name, finding.text ?? "", "", "", "", "", finding.message[language],
        "", "", finding.place.file ?? "", finding.place.line.map(String.init) ?? "", "", "",
      ])
    }
    return text
  }
}
