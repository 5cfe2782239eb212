import ShihyoDefinitions
public import ShihyoModel

/// What a run of a report leaves behind: the paper in every format, its ledger and its record.
public enum ReportOutputs {
  static let ledgerName = "figures.csv"
  static let runName = "run.json"

  /// All names that a run writes: a folder with other files is not replaced.
  public static let names = OutputFormat.allCases.map(\.fileName) + [ledgerName, runName]

  /// What is written aside as a folder: a run, errata, or a report that is begun.
  static func isName(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("errata.") || name == ReportDefinition.fileName
  }

  /// A document in one format, with the settings that a published paper has: machine CSV, text without colour.
  ///
  /// - Parameter ledger: the figures of the report, for the formats that have room for them.
  /// - Parameter csv: the dialect of CSV; a published paper has the one for programs.
  /// - Errors: those of workbooks and of formats that need another program; none of the formats that are text.
  public static func bytes(
    _ document: ReportDocument, as format: OutputFormat, language: Language, ledger: [Figure] = [],
    csv: CSVOptions = .machine
  ) throws(Findings) -> [UInt8] {
    switch format {
    case .text: Array(TextRenderer(TextOptions(language: language)).render(document).utf8)
    case .csv: Array(CSVRenderer(csv).render(document).utf8)
    case .markdown: Array(MarkdownRenderer(language: language).render(document).utf8)
    case .html: Array(HTMLRenderer(language: language).render(document).utf8)
    case .json: Array(JSONRenderer().render(document).utf8)
    case .xlsx: try XLSXRenderer(language: language).render(document, ledger: ledger)
    case .docx: try DOCXRenderer(language: language).render(document)
    }
  }

  /// - Parameter formats: of the paper; the ledger and the record are always there.
  /// - Parameter version: of the program, for `run.json`.
  public static func files(
    of result: ReportRunner.Result, formats: [OutputFormat] = OutputFormat.usual, csv: CSVOptions = .machine,
    version: String
  ) throws(Findings) -> [OutputFile] {
    var files: [OutputFile] = []
    for format in formats {
      let bytes = try bytes(
        result.document, as: format, language: result.language, ledger: result.ledger, csv: csv)
      files.append(OutputFile(format.fileName, bytes: bytes))
    }
    files.append(OutputFile(ledgerName, text: result.ledgerCSV))
    var run = result.run
    if formats.contains(.docx) { run.programs = [try DOCXRenderer.program()] }
    run.outputs = files.map { RunRecord.Output(path: $0.name, content: $0.bytes) }
    files.append(OutputFile(runName, text: run.json(version: version)))
    return files
  }
}
