public import ShihyoModel

/// A document as a Word file, made by pandoc from a syntax tree and a reference document for A4.
///
/// - Shape: 【速報】 and 資料番号 at the top, numbered headings (1 → (1) → ア), tables with repeated headings, notes, 出典 and
///   問い合わせ先; the notice and the title in the head of every page, n / m in its foot. Charts are drawings (EMF), which Word
///   and LibreOffice show.
/// - Numbers: as in text.
/// - Same document and same version of pandoc, same bytes.
/// - Errors: `WordRule`; without pandoc kind `unavailable` (69).
/// - Cost: two runs of pandoc.
public struct DOCXRenderer: Sendable {
  public var language: Language
  public init(language: Language) { self.language = language }

  /// The program that makes the document, for the record of a run.
  ///
  /// - Errors: without pandoc kind `unavailable` (69).
  static func program() throws(Findings) -> RunRecord.Program {
    RunRecord.Program(name: "pandoc", version: try Pandoc().version())
  }

  public func render(_ document: ReportDocument) throws(Findings) -> [UInt8] {
    let pandoc = try Pandoc()
    let version = try pandoc.treeVersion()
    let hasSections = WordReference.knowsSections(version)
    let reference = WordReference(
      notice: document.notice.map { TextRenderer.framed($0[language], language) } ?? "",
      title: document.title?[language] ?? "", appendices: hasSections ? AppendixName.all(in: document, language) : [])
    var word = WordDocument(document, language: language)
    let blocks = word.blocks(sectionEnd: hasSections ? { reference.sectionEnd($0) } : nil)
    let tree = PandocNode.document(blocks, version: version, language: language == .ja ? "ja-JP" : "en")
    return try pandoc.word(reference: reference.bytes, images: word.images, tree)
  }
}
