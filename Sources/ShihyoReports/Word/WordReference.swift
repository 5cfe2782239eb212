/// The reference document from which pandoc takes page, styles, numbering, head and foot: A4, as a city hall's paper looks.
///
/// It is made for each paper, since the head of every page carries the paper's own notice and title. Nothing of it depends on
/// the machine, and no file need be found beside the program.
struct WordReference {
  /// Of a paper, at the left of each page's head: 【架空データ】.
  var notice = ""
  /// At its right.
  var title = ""
  /// Whether the head of a page names the appendix that it belongs to.
  var hasAppendices = false

  /// Between the margins of A4: 170 mm in twentieths of a point.
  static let textWidth = 9638

  var bytes: [UInt8] {
    var archive = StoredArchive()
    archive.add("[Content_Types].xml", Self.contentTypes)
    archive.add("_rels/.rels", Self.packageRelations)
    archive.add("word/document.xml", Self.document)
    archive.add("word/_rels/document.xml.rels", Self.documentRelations)
    archive.add("word/styles.xml", WordStyles.xml)
    archive.add("word/numbering.xml", WordNumbering.xml)
    archive.add("word/header1.xml", header)
    archive.add("word/footer1.xml", Self.footer)
    return archive.bytes
  }

  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  private static let contentTypes =
    head + """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/word/document.xml" ContentType="\(types).document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="\(types).styles+xml"/>
      <Override PartName="/word/numbering.xml" ContentType="\(types).numbering+xml"/>
      <Override PartName="/word/header1.xml" ContentType="\(types).header+xml"/>
      <Override PartName="/word/footer1.xml" ContentType="\(types).footer+xml"/>
      </Types>
      """

  private static let packageRelations =
    head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="word/document.xml"/>
      </Relationships>
      """

  private static let documentRelations =
    head + """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="\(relations)/styles" Target="styles.xml"/>
      <Relationship Id="rId2" Type="\(relations)/numbering" Target="numbering.xml"/>
      <Relationship Id="rId3" Type="\(relations)/header" Target="header1.xml"/>
      <Relationship Id="rId4" Type="\(relations)/footer" Target="footer1.xml"/>
      </Relationships>
      """

  private static let document =
    head + """
      <w:document \(space) xmlns:r="\(relations)"><w:body><w:p/><w:sectPr>
      <w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>
      <w:pgSz w:w="11906" w:h="16838"/>
      <w:pgMar w:top="1247" w:right="1134" w:bottom="1077" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>
      </w:sectPr></w:body></w:document>
      """

  private var header: String {
    let text = [notice, title].map { "<w:t xml:space=\"preserve\">\(WordText.markup($0))</w:t>" }
    var runs = "<w:r>\(text[0])</w:r><w:r><w:tab/></w:r><w:r>\(text[1])</w:r>"
    if hasAppendices {
      runs +=
        "<w:r><w:t xml:space=\"preserve\">　</w:t></w:r>"
        + "<w:fldSimple w:instr=\" STYLEREF &quot;\(WordStyles.appendixName)&quot; \"><w:r><w:t> </w:t></w:r></w:fldSimple>"
    }
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
