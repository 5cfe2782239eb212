/// Pieces of pandoc's JSON syntax tree. A document is given to pandoc as a tree, not as markup: no text of the data can be read
/// as anything but text.
///
/// - Source: the Haskell package pandoc-types, `Text.Pandoc.Definition`, the same for versions 1.22 and 1.23.
enum PandocNode {
  enum Alignment: String { case left = "AlignLeft", right = "AlignRight", center = "AlignCenter" }

  static func text(_ text: String) -> JSONValue { node("Str", .string(WordText.plain(text))) }
  static func strong(_ inlines: [JSONValue]) -> JSONValue { node("Strong", .array(inlines)) }
  static func underlined(_ inlines: [JSONValue]) -> JSONValue { node("Underline", .array(inlines)) }
  /// To the tab stop of the paragraph's style.
  static let tab = raw("<w:r><w:tab/></w:r>")

  /// Runs of WordprocessingML of our own.
  static func raw(_ runs: String) -> JSONValue {
    node("RawInline", .array([.string("openxml"), .string(runs)]))
  }

  /// Paragraphs of WordprocessingML of our own.
  static func rawBlock(_ paragraphs: String) -> JSONValue {
    node("RawBlock", .array([.string("openxml"), .string(paragraphs)]))
  }

  static let lineBreak = node("LineBreak")

  /// Text in a character style of the reference document.
  static func text(_ text: String, style: String) -> JSONValue {
    node("Span", .array([attributes([("custom-style", style)]), .array([self.text(text)])]))
  }

  /// - Parameter alternative: for those who cannot see it.
  /// - Parameters width, height: in millimetres.
  static func image(_ name: String, alternative: String, width: Int, height: Int) -> JSONValue {
    let size = attributes([("width", "\(width)mm"), ("height", "\(height)mm")])
    return node(
      "Image", .array([size, .array([text(alternative)]), .array([.string(name), .string("")])]))
  }

  static func paragraph(_ inlines: [JSONValue]) -> JSONValue { node("Para", .array(inlines)) }
  static func plain(_ inlines: [JSONValue]) -> JSONValue { node("Plain", .array(inlines)) }

  /// A paragraph in a style of the reference document.
  static func paragraph(_ inlines: [JSONValue], style: String) -> JSONValue {
    let attributes = self.attributes([("custom-style", style)])
    return node("Div", .array([attributes, .array([paragraph(inlines)])]))
  }

  static func heading(_ level: Int, _ inlines: [JSONValue]) -> JSONValue {
    node("Header", .array([.integer(level), attributes([]), .array(inlines)]))
  }

  static func cell(
    _ blocks: [JSONValue], rows: Int = 1, columns: Int = 1, align: String = "AlignDefault"
  ) -> JSONValue {
    .array([attributes([]), node(align), .integer(rows), .integer(columns), .array(blocks)])
  }

  /// - Parameter columns: their widths in thousandths of the text's width.
  static func table(
    caption: [JSONValue], columns: [(alignment: Alignment, width: Int)], head: [[JSONValue]], rows: [[JSONValue]]
  ) -> JSONValue {
    let specifications = columns.map { column in
      JSONValue.array([node(column.alignment.rawValue), node("ColWidth", .number(thousandths(column.width)))])
    }
    func row(_ cells: [JSONValue]) -> JSONValue { .array([attributes([]), .array(cells)]) }
    let captionBlocks = caption.isEmpty ? [] : [plain(caption)]
    let body = JSONValue.array([attributes([]), .integer(0), .array([]), .array(rows.map(row))])
    return node(
      "Table",
      .array([
        attributes([]), .array([.null, .array(captionBlocks)]), .array(specifications),
        .array([attributes([]), .array(head.map(row))]), .array([body]), .array([attributes([]), .array([])]),
      ]))
  }

  static func document(_ blocks: [JSONValue], version: [Int], language: String) -> JSONValue {
    .object([
      ("pandoc-api-version", .array(version.map { .integer($0) })),
      ("meta", .object([("lang", node("MetaInlines", .array([text(language)])))])), ("blocks", .array(blocks)),
    ])
  }

  /// `0.125`
  private static func thousandths(_ number: Int) -> String {
    if number >= 1000 { return "1.0" }
    let digits = String(number)
    return "0." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  private static func attributes(_ pairs: [(String, String)]) -> JSONValue {
    .array([
      .string(""), .array([]), .array(pairs.map { .array([.string($0.0), .string($0.1)]) }),
    ])
  }

  private static func node(_ type: String, _ content: JSONValue? = nil) -> JSONValue {
    .object([("t", .string(type))] + (content.map { [("c", $0)] } ?? []))
  }
}
