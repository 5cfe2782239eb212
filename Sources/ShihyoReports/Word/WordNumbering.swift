/// 1 → (1) → ア: the numbering of headings in a city's papers, bound to the heading styles, so that a section that an editor
/// puts in is numbered by itself.
enum WordNumbering {
  static let xml: String = {
    let levels = [
      level(0, format: "decimal", text: "%1", suffix: "space", left: 0),
      level(1, format: "decimal", text: "(%2)", suffix: "space", left: 210),
      level(2, format: "aiueoFullWidth", text: "%3", suffix: "space", left: 420),
    ]
    return WordReference.head + """
      <w:numbering \(WordReference.space)><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
      \(levels.joined(separator: "\n"))
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>
      """
  }()

  private static func level(_ index: Int, format: String, text: String, suffix: String, left: Int) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:pStyle w:val=\"Heading\(index + 1)\"/><w:suff w:val=\"\(suffix)\"/><w:lvlText w:val=\"\(text)\"/>"
      + "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"\(left)\" w:firstLine=\"0\"/></w:pPr></w:lvl>"
  }

  /// ア, イ, ウ … of the third level.
  private static let kana = Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")

  /// What Word puts before the `count`-th heading of a level, from 1; nil beyond what it can spell.
  static func lead(level: Int, count: Int) -> String? {
    switch level {
    case 1: "\(count) "
    case 2: "(\(count)) "
    case 3 where kana.indices.contains(count - 1): "\(kana[count - 1]) "
    default: nil
    }
  }
}
