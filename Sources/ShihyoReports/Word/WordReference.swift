/// The reference document from which pandoc takes page, styles, numbering, head and foot: A4, as a city hall's paper looks.
///
/// It is made for each paper, since the head of every page carries the paper's own notice and title. Nothing of it depends on
/// the machine, and no file need be found beside the program.
struct WordReference {
  /// Of a paper, at the left of each page's head: 【架空データ】.
  var notice = ""
  /// At its right.
  var title = ""
  /// 別紙1, 別紙2 …: each a section of its own, whose pages carry the name after the title.
  var appendices: [String] = []

  /// Between the margins of A4: 170 mm in twentieths of a point.
  static let textWidth = 9638

  var bytes: [UInt8] {
    var archive = StoredArchive()
    archive.add("[Content_Types].xml", contentTypes)
    archive.add("_rels/.rels", Self.packageRelations)
    archive.add("word/document.xml", document)
    archive.add("word/_rels/document.xml.rels", documentRelations)
    archive.add("word/styles.xml", WordStyles.xml)
    archive.add("word/numbering.xml", WordNumbering.xml)
    for (place, name) in heads.enumerated() { archive.add("word/header\(place + 1).xml", header(name)) }
    archive.add("word/footer1.xml", Self.footer)
    return archive.bytes
  }

  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// What the heads of the sections add to the title: nothing, then the name of each appendix.
  private var heads: [String] { [""] + appendices }

  private var contentTypes: String {
    let headers = heads.indices.map {
      "<Override PartName=\"/word/header\($0 + 1).xml\" ContentType=\"\(Self.types).header+xml\"/>"
    }
    return Self.head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="\(Self.types).document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="\(Self.types).styles+xml"/>
      <Override PartName="/word/numbering.xml" ContentType="\(Self.types).numbering+xml"/>
      \(headers.joined(separator: "\n"))
      <Override PartName="/word/footer1.xml" ContentType="\(Self.types).footer+xml"/>
      </Types>
      """
  }

  private static let packageRelations =
    head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="word/document.xml"/>
      </Relationships>
      """

  private var documentRelations: String {
    let headers = heads.indices.map {
      "<Relationship Id=\"rId\($0 + 4)\" Type=\"\(Self.relations)/header\" Target=\"header\($0 + 1).xml\"/>"
    }
    return Self.head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="\(Self.relations)/styles" Target="styles.xml"/>
      <Relationship Id="rId2" Type="\(Self.relations)/numbering" Target="numbering.xml"/>
      <Relationship Id="rId3" Type="\(Self.relations)/footer" Target="footer1.xml"/>
      \(headers.joined(separator: "\n"))
      </Relationships>
      """
  }

  /// Pandoc gives its own section at the end what this one has: the last appendix ends the paper.
  private var document: String {
    Self.head + "<w:document \(Self.space) xmlns:r=\"\(Self.relations)\"><w:body><w:p/>"
      + Self.section(header: heads.count + 3, footer: 3) + "</w:body></w:document>"
  }

  /// The page of a section, its head and its foot.
  private static func section(header: Int, footer: Int) -> String {
    """
    <w:sectPr><w:headerReference w:type="default" r:id="rId\(header)"/>\
    <w:footerReference w:type="default" r:id="rId\(footer)"/>\
    <w:pgSz w:w="11906" w:h="16838"/>\
    <w:pgMar w:top="1247" w:right="1134" w:bottom="1077" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/></w:sectPr>
    """
  }

  // MARK: Sections

  /// Versions of pandoc's tree whose writer numbers the heads of the reference after eight parts of its own, the feet after
  /// them. What another version would call them is not known.
  ///
  /// - Source: the Haskell package pandoc, `Text.Pandoc.Writers.Docx`.
  static func knowsSections(_ version: [Int]) -> Bool { [[1, 22], [1, 23]].contains(Array(version.prefix(2))) }

  /// Ends the section before an appendix, as pandoc numbers the heads: a paragraph that takes no room.
  ///
  /// - Parameter index: of the section, 0 for what stands before the first appendix.
  func sectionEnd(_ index: Int) -> String {
    let section = Self.section(header: 9 + index, footer: 9 + heads.count)
    let space = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
    return "<w:p><w:pPr>\(space)\(section)</w:pPr></w:p>"
  }

  private func header(_ appendix: String) -> String {
    let words = [title, appendix].filter { !$0.isEmpty }.joined(separator: "　")
    let text = [notice, words].map { "<w:t xml:space=\"preserve\">\(WordText.markup($0))</w:t>" }
    let runs = "<w:r>\(text[0])</w:r><w:r><w:tab/></w:r><w:r>\(text[1])</w:r>"
    return Self.head + "<w:hdr \(Self.space)><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\(runs)</w:p></w:hdr>"
  }

  private static let footer: String = {
    func field(_ name: String) -> String {
      "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }
    let runs = field("PAGE") + "<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>" + field("NUMPAGES")
    return head + "<w:ftr \(space)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\(runs)</w:p></w:ftr>"
  }()
}
