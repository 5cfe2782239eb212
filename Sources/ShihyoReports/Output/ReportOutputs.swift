public import ShihyoModel

/// What a run of a report leaves behind: the paper in every format, its ledger and its record.
public enum ReportOutputs {
  static let ledgerName = "figures.csv"
  static let runName = "run.json"

  /// All names that a run writes: a folder with other files is not replaced.
  public static let names = OutputFormat.allCases.map(\.fileName) + [ledgerName, runName]

  /// A document in one format, with the settings that a published paper has: machine CSV, text without colour.
  ///
  /// - Errors: those of formats that need another program; none of the formats that are text.
  public static func bytes(
    _ document: ReportDocument, as format: OutputFormat, language: Language
  ) throws(Findings) -> [UInt8] {
    let text =
      switch format {
      case .text: TextRenderer(TextOptions(language: language)).render(document)
      case .csv: CSVRenderer().render(document)
      case .markdown: MarkdownRenderer(language: language).render(document)
      case .html: HTMLRenderer(language: language).render(document)
      case .json: JSONRenderer().render(document)
      }
    return Array(text.utf8)
  }

  /// - Parameter formats: of the paper; the ledger and the record are always there.
  /// - Parameter version: of the program, for `run.json`.
  public static func files(
    of result: ReportRunner.Result, formats: [OutputFormat] = OutputFormat.allCases, version: String
  ) throws(Findings) -> [OutputFile] {
    var files: [OutputFile] = []
    for format in formats {
      files.append(
        OutputFile(format.fileName, bytes: try bytes(result.document, as: format, language: result.language)))
    }
    files.append(OutputFile(ledgerName, text: result.ledgerCSV))
    files.append(OutputFile(runName, text: result.run.json(version: version)))
    return files
  }
}
