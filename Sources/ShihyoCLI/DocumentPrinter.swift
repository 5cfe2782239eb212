import Glibc
import Shihyo

/// Writes a document in the format asked for, to standard output or whole to a file.
struct DocumentPrinter {
  let options: OutputOptions
  let format: OutputFormat
  let language: Language
  /// The file written is for its owner alone.
  var isConfidential = false

  /// - Errors: a format that the ending of the file does not tell, digits out of range.
  init(_ options: OutputOptions) throws(Findings) {
    self.options = options
    language = options.language
    format = try options.chosenFormat()
    try InputGuard.refuse(outputs: [options.output], inputs: [])
    if let digits = options.digits, !(0...15).contains(digits) {
      throw Findings([Finding(CommandRule.badNumber("--digits", from: 0, to: 15), text: String(digits))], kind: .usage)
    }
    if let width = options.ambiguousWidth, DisplayWidth.Ambiguous(rawValue: width) == nil {
      throw Findings(
        [Finding(CommandRule.badNumber("--ambiguous-width", from: 1, to: 2), text: String(width))], kind: .usage)
    }
  }

  /// Prints what was made of a dataset, under its notice.
  func print(_ document: ReportDocument, of dataset: Dataset) throws(Findings) {
    var document = document
    document.notice = document.notice ?? dataset.notice
    try print(document)
  }

  func print(_ document: ReportDocument) throws(Findings) {
    try write(options.rounding.map(document.rounded) ?? document)
    // CSV has no room for notes; a person hears them here.
    if format == .csv, !options.quiet { StandardError.write(document.completeNotes.map { $0[language] }, language) }
  }

  /// Prints JSON of a shape of its own.
  func print(json: String) throws(Findings) { try write(Array(json.utf8)) }

  /// Prints a text that is made already.
  func print(text: String) throws(Findings) { try write(Array(text.utf8)) }

  /// The formats that can have millions of rows are written while they are made.
  private func write(_ document: ReportDocument) throws(Findings) {
    switch format {
    case .text: try stream { TextRenderer(textOptions).render(document, to: &$0) }
    case .csv: try stream { CSVRenderer(dialect).render(document, to: &$0) }
    case .json: try stream { JSONRenderer().render(document, to: &$0) }
    case .markdown, .html, .xlsx, .docx:
      try write(try ReportOutputs.bytes(document, as: format, language: language))
    }
  }

  private func stream(_ body: (inout ByteSink) -> Void) throws(Findings) {
    if let path = options.output, path != "-" {
      try AtomicOutput.stream(to: path, isConfidential: isConfidential, body)
    } else {
      try StandardOutput.stream(body)
    }
  }

  private func write(_ bytes: [UInt8]) throws(Findings) {
    if let path = options.output, path != "-" {
      try AtomicOutput.write(bytes: bytes, to: path, isConfidential: isConfidential)
    } else {
      try Self.write(bytes, as: format)
    }
  }

  /// To standard output, where somebody can make use of it.
  static func write(_ bytes: [UInt8], as format: OutputFormat) throws(Findings) {
    if format.isBinary, isatty(STDOUT_FILENO) == 1 {
      throw Findings([Finding(CommandRule.binaryToTerminal, text: format.rawValue)], kind: .usage)
    }
    // Text is made for a terminal already, with its colours.
    let isShown = format != .text && isatty(STDOUT_FILENO) == 1
    try StandardOutput.write(bytes: isShown ? TerminalText.visible(bytes) : bytes)
  }

  private var textOptions: TextOptions {
    let width = options.ambiguousWidth.flatMap(DisplayWidth.Ambiguous.init(rawValue:)) ?? .narrow
    return TerminalText.options(
      language, ambiguousWidth: width, toStandardOutput: options.output == nil, noColor: options.noColor)
  }

  private var dialect: CSVOptions {
    var dialect = options.excel ? CSVOptions.excel(language) : CSVOptions.machine
    if options.raw { dialect.guardsFormulas = false }
    return dialect
  }
}

extension OutputOptions {
  var language: Language { lang ?? SpokenLanguage.current }

  /// `-f`, else what the output file's name ends with, else text.
  func chosenFormat() throws(Findings) -> OutputFormat {
    if let format { return format }
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex
    else {
      return excel ? .csv : .text
    }
    guard let format = OutputFormat(ending: String(name[name.index(after: dot)...])) else {
      throw Findings([Finding(CommandRule.unknownEnding, text: String(name))], kind: .usage)
    }
    return format
  }
}
