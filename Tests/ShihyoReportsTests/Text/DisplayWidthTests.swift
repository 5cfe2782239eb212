import Testing

@testable import ShihyoReports

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("区", 2), ("門司区", 6), ("ｱｲｳ", 3), ("ｶﾞ", 2), ("が", 2), ("か\u{3099}", 2), ("é", 1),
    ("e\u{301}", 1),
    ("１２３", 6), ("～", 2), ("－", 2), ("ー", 2), ("。", 2), ("髙", 2), ("𠮷", 2), ("葛\u{E0100}", 2), ("😀", 2), ("👨‍👩‍👧", 2),
    ("👍🏽", 2), ("🇯🇵", 2), ("❤️", 2), ("1️⃣", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("（単位：件）", 12), ("\u{3000}", 2),
  ])
  func `columns of a text`(text: String, columns: Int) { #expect(DisplayWidth().columns(text) == columns) }

  @Test(arguments: ["△", "…", "※", "①", "×", "●", "α", "Я", "─", "“", "Ⅲ", "\u{E000}", "±", "°"])
  func `ambiguous characters take what the caller says`(text: String) {
    #expect(DisplayWidth(ambiguous: .narrow).columns(text) == 1)
    #expect(DisplayWidth(ambiguous: .wide).columns(text) == 2)
  }

  @Test(arguments: ["a", "1", "ñ", "ｱ", "－", "区", "-", "￥", "\u{301}"])
  func `other characters do not change`(text: String) {
    #expect(DisplayWidth(ambiguous: .wide).columns(text) == DisplayWidth(ambiguous: .narrow).columns(text))
  }

  @Test func `the ambiguous ranges are sorted and apart`() {
    for (left, right) in zip(AmbiguousWidth.ranges, AmbiguousWidth.ranges.dropFirst()) {
      #expect(left.upperBound < right.lowerBound)
    }
  }

  @Test(arguments: [
    ("門司区", "門司区"), ("a\u{1B}[31mb", "a␛[31mb"), ("one\ntwo", "one␊two"), ("one\r\ntwo", "one␍␊two"), ("\t", "␉"),
    ("\u{7F}", "␡"),
    ("\u{9B}2J", "<U+009B>2J"), ("a\u{202E}b", "a<U+202E>b"), ("a\u{200B}b", "a<U+200B>b"), ("\u{FEFF}", "<U+FEFF>"),
    ("a\u{FFA0}b", "a<U+FFA0>b"), ("\u{FE0F}", "<U+FE0F>"),
    ("👨‍👩‍👧", "👨‍👩‍👧"), ("葛\u{E0100}", "葛\u{E0100}"), ("か\u{3099}", "か\u{3099}"),
  ])
  func `nothing that a terminal would obey comes through`(text: String, visible: String) {
    #expect(VisibleText.make(text).utf8.elementsEqual(visible.utf8))
  }
}
