/// The styles of the reference document. Sizes are half points, lengths twentieths of a point.
enum WordStyles {
  static let caption = "Table Caption"
  static let title = "Title"
  static let number = "資料番号"
  static let department = "発信者"
  /// Close above the department.
  static let date = "日付"
  static let body = "本文段落"
  static let item = "箇条"
  static let note = "注"
  /// The second note and those after it, under the text of the first.
  static let furtherNote = "注（続き）"
  static let (appendix, figure, numberBox) = ("別紙", "図", "資料番号枠")
  static let unnumbered = ["見出し1（番号なし）", "見出し2（番号なし）", "見出し3（番号なし）"]
  static let (cell, denseCell) = ("表のセル", "表のセル（小）")

  static let xml: String = {
    let right = WordReference.textWidth
    let tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(right)\"/></w:tabs>"
    func heading(_ level: Int, size: Int) -> String {
      let outline = "<w:outlineLvl w:val=\"\(level - 1)\"/>"
      let numbered = "<w:numPr><w:ilvl w:val=\"\(level - 1)\"/><w:numId w:val=\"1\"/></w:numPr>"
      let space = "<w:spacing w:before=\"\(level == 1 ? 200 : 160)\" w:after=\"60\"/>"
      let run = "<w:rFonts \(gothic)/><w:b/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
      return style("Heading\(level)", "heading \(level)", "<w:keepNext/>\(numbered)\(space)\(outline)", run)
        + style(
          "HeadingPlain\(level)", unnumbered[level - 1],
          "<w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/>", basedOn: "Heading\(level)"
        )
    }
    let styles = [
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
      "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
        + "<w:name w:val=\"Default Paragraph Font\"/></w:style>",
      style("BodyText", "Body Text"), style("FirstParagraph", "First Paragraph", basedOn: "BodyText"),
      style("Compact", "Compact"),
      style("Header", "header", tab, "<w:sz w:val=\"16\"/>"),
      style("Footer", "footer", "<w:jc w:val=\"center\"/>", "<w:sz w:val=\"18\"/>"),
      style("PaperNumber", number, tab, "<w:rFonts \(gothic)/><w:b/>"),
      style(
        "Title", title, "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\"/><w:jc w:val=\"center\"/>",
        "<w:rFonts \(gothic)/><w:b/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"),
      "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"PaperNumberBox\"><w:name w:val=\"\(numberBox)\"/>"
        + "<w:rPr><w:bdr w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/></w:rPr></w:style>",
      style(
        "Appendix", appendix,
        "<w:pageBreakBefore/><w:numPr><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" w:firstLine=\"0\"/>",
        basedOn: "Heading1"),
      style(
        "Figure", figure, "<w:spacing w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>"),
      style("PaperDate", date, "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>"),
      style("Department", department, "<w:spacing w:after=\"60\"/><w:jc w:val=\"right\"/>"),
      heading(1, size: 24), heading(2, size: 22), heading(3, size: 21),
      style("BodyLine", body, "<w:spacing w:after=\"60\"/>"),
      style("Item", item, "<w:spacing w:after=\"20\"/><w:ind w:left=\"420\" w:hanging=\"210\"/>"),
      style(
        "TableCaption", caption, "<w:keepNext/>\(tab)<w:spacing w:before=\"120\" w:after=\"20\"/>",
        "<w:rFonts \(gothic)/><w:sz w:val=\"19\"/>"),
      style(
        "Cell", cell,
        // A row is not torn at the end of a page; digits beside 年 and 月 take no extra room.
        "<w:keepLines/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:spacing w:line=\"250\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>"),
      style("DenseCell", denseCell, basedOn: "Cell", run: "<w:sz w:val=\"15\"/><w:szCs w:val=\"15\"/>"),
      style(
        "Note", note, "<w:spacing w:line=\"250\" w:lineRule=\"auto\"/><w:ind w:left=\"510\" w:hanging=\"510\"/>",
        "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>"),
      style("FurtherNote", furtherNote, "<w:ind w:left=\"510\" w:firstLine=\"0\"/>", basedOn: "Note"),
      table,
    ]
    return WordReference.head + "<w:styles \(WordReference.space)>" + defaults + styles.joined(separator: "\n")
      + "</w:styles>"
  }()

  private static let mincho = font("游明朝")
  private static let gothic = font("游ゴシック")

  private static func font(_ name: String) -> String {
    ["ascii", "hAnsi", "eastAsia", "cs"].map { "w:\($0)=\"\(name)\"" }.joined(separator: " ")
  }

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts \(mincho)/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>"
    + "<w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault>"
    + "<w:pPrDefault><w:pPr><w:spacing w:line=\"280\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"

  private static func style(
    _ id: String, _ name: String, _ paragraph: String = "", _ characters: String = "", basedOn base: String = "Normal",
    run: String = ""
  ) -> String {
    let custom = name.utf8.first.map { $0 >= 0x80 } == true ? " w:customStyle=\"1\"" : ""
    return "<w:style w:type=\"paragraph\"\(custom) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      + "<w:basedOn w:val=\"\(base)\"/><w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(characters)\(run)</w:rPr></w:style>"
  }

  /// Lines around every cell, as in a city's papers, and a tinted head.
  private static let table: String = {
    func line(_ side: String, _ size: Int) -> String {
      "<w:\(side) w:val=\"single\" w:sz=\"\(size)\" w:space=\"0\" w:color=\"5B6570\"/>"
    }
    let borders =
      line("top", 8) + line("left", 4) + line("bottom", 8) + line("right", 4) + line("insideH", 2) + line("insideV", 2)
    let margins =
      "<w:top w:w=\"23\" w:type=\"dxa\"/><w:left w:w=\"57\" w:type=\"dxa\"/><w:bottom w:w=\"23\" w:type=\"dxa\"/>"
      + "<w:right w:w=\"57\" w:type=\"dxa\"/>"
    return """
      <w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:pPr/><w:tblPr>
      <w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar>\(margins)</w:tblCellMar></w:tblPr>
      <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E7ECF2"/>
      <w:vAlign w:val="center"/></w:tcPr></w:tblStylePr></w:style>
      """
  }()
}
