import Glibc
import Shihyo

/// Writes a document in the format asked for, to standard output or whole to a file.
struct DocumentPrinter {
  let options: OutputOptions
  let format: OutputOptions.Format
  let language: Language

  /// - Errors: a format that the ending of the file does not tell, digits out of range.
  init(_ options: OutputOptions) throws(Findings) {
    self.options = options
    language = options.language
    format = try options.chosenFormat()
    if let digits = options.digits, !(0...15).contains(digits) {
      throw Findings([Finding(CommandRule.badNumber("--digits"), text: String(digits))], kind: .usage)
    }
    if let width = options.ambiguousWidth, DisplayWidth.Ambiguous(rawValue: width) == nil {
      throw Findings([Finding(CommandRule.badNumber("--ambiguous-width"), text: String(width))], kind: .usage)
    }
  }

  /// Prints what was made of a dataset, under its notice.
  func print(_ document: ReportDocument, of dataset: Dataset) throws(Findings) {
    var document = document
    document.notice = document.notice ?? dataset.notice
    try print(document)
  }

  func print(_ document: ReportDocument) throws(Findings) {
    try write(rendered(document))
    // CSV has no room for notes; a person hears them here.
    if format == .csv, !options.quiet { StandardError.write(document.completeNotes.map { $0[language] }) }
  }

  /// Prints JSON of a shape of its own.
  func print(json: String) throws(Findings) { try write(json) }

  private func write(_ text: String) throws(Findings) {
    if let path = options.output, path != "-" {
      try AtomicOutput.write(text, to: path)
    } else {
      try StandardOutput.write(text)
    }
  }

  private func rendered(_ document: ReportDocument) -> String {
    switch format {
    case .text:
      let toTerminal = options.output == nil && isatty(STDOUT_FILENO) == 1
      let usesColor = toTerminal && !options.noColor && getenv("NO_COLOR") == nil
      let width = options.ambiguousWidth.flatMap(DisplayWidth.Ambiguous.init(rawValue:)) ?? .narrow
      return TextRenderer(TextOptions(language: language, ambiguousWidth: width, usesColor: usesColor)).render(document)
    case .csv:
      var dialect = options.excel ? CSVOptions.excel(language) : CSVOptions.machine
      if options.raw { dialect.guardsFormulas = false }
      return CSVRenderer(dialect).render(document)
    case .json: return JSONRenderer().render(document)
    }
  }
}

extension OutputOptions {
  var language: Language { lang ?? SpokenLanguage.current }

  /// `-f`, else what the output file's name ends with, else text.
  func chosenFormat() throws(Findings) -> Format {
    if let format { return format }
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex
    else {
      return excel ? .csv : .text
    }
    switch name[name.index(after: dot)...].lowercased() {
    case "csv": return .csv
    case "json": return .json
    case "txt", "text": return .text
    default: throw Findings([Finding(CommandRule.unknownEnding, text: String(name))], kind: .usage)
    }
  }
}
