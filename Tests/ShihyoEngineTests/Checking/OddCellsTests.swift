import ShihyoModel
import Testing

@testable import ShihyoEngine

/// What a check says, without any declaration, of cells and rows that are not what they look like.
struct OddCellsTests {
  @Test(arguments: [
    ("区,数\n門\u{200B}司,1\n", ["2A cell.hidden-character «門\u{200B}司»"]),
    ("区,数\n辻\u{E0100},1\n", []),
    ("区,数\n門\u{FFFD},1\n", ["2A cell.lost-character «門\u{FFFD}»"]),
    ("区,数\n\"5\"\" 管\",1\n", ["2A cell.odd-quote «5\" 管»"]),
    ("区,数\n\"\"\"特例\"\"\",1\n", []),
    ("区,数\n門司 ,1\n 若松,2\n", ["2A column.outer-spaces"]),
    ("区,数\n'門司',1\n'若松',2\n", ["2A column.other-quotes"]),
    ("'区','数'\nあ,1\n", ["1A header.other-quotes «'区'»", "1B header.other-quotes «'数'»"]),
    ("区, 数\nあ,1\n", ["1B header.outer-space « 数»"]),
    ("区\u{AD},数\nあ,1\n", ["1A header.hidden-character «区\u{AD}»"]),
    ("区,数\n,\nあ,1\n", ["2 row.empty"]),
    ("区\n\"\"\nあ\n", []),
  ])
  func `points out`(_ text: String, _ expected: [String]) throws {
    #expect(try CheckFixture(text).found() == expected)
  }

  @Test(arguments: [
    ("門司,2025-04-01,3\n若松,2025-04-02,5\n", true), ("門司,12\n若松,5\n", true), ("区,数\n若松,5\n", false),
    ("区,2019\n若松,5\n", false), ("区,2019,2020,2021\n若松,5,6,7\n", false), ("区,4,5,6\n若松,50,60,70\n", false),
    ("区,2025-04-01\n若松,5\n", false), ("区,種別\n若松,一般\n", false), ("区,日\n若松,2025-04-01\n", false),
  ])
  func `tells a table without a header`(_ text: String, _ isHeadless: Bool) throws {
    #expect(try CheckFixture(text).found().contains { $0.hasSuffix("header.looks-like-data") } == isHeadless)
  }

  @Test(arguments: ["雨天", "本庁", "受付", "減免"])
  func `half-width kana among kanji may be another encoding`(_ word: String) throws {
    let rows = try #require(encoded("区,数\n通常,1\n休止,2\n晴天,3\n", "CP932"))
    let file = TemporaryFile(rows + (encoded(word, "EUC-JP") ?? []) + Array(",4\n".utf8))
    let found = try Checker().run(on: Dataset(name: "t", sources: [file.source])).findings.map(\.short)
    #expect(found.contains { $0.contains("cell.other-encoding") || $0.contains("encoding.") })
  }

  @Test func `half-width kana of UTF-8 are what they are`() throws {
    #expect(try CheckFixture("区,数\n通常,1\n休止,2\n晴天,3\nｴｱｺﾝ,4\n").found() == [])
  }

  @Test(arguments: ["ﾌﾟｰﾙ", "ｾﾝﾀｰ", "ｴｱｺﾝ", "ｺﾋﾟｰ", "ﾎﾞｲﾗｰ", "ﾃﾆｽ ｺｰﾄ", "ｶﾞﾚｰｼﾞ"])
  func `words of half-width kana among kanji of CP932 are what they are`(_ word: String) throws {
    #expect(try CheckFixture("区,数\n通常,1\n休止,2\n晴天,3\n\(word),4\n", encoding: "CP932").found() == [])
  }

  @Test(arguments: [
    ("ﾌﾟｰﾙ", true), ("｢ｼﾞｮｷﾞﾝｸﾞ｣", true), ("ｳｫｰｷﾝｸﾞ･ｺｰｽ", true), ("ﾋﾜﾄ｣", false), ("ｱｫﾅｷ", false), ("ｻﾟ", false),
    ("ｰﾙ", false), ("ｸｺﾌﾈ", false),
    ("･", false), ("ｶﾞﾞ", false), ("A1", false),
  ])
  func `tells kana that are likely a word`(_ text: String, _ isLikely: Bool) {
    #expect(KanaWord.isLikely(text) == isLikely)
  }

  @Test(arguments: [
    // Of two columns, one holds numbers or days: rows beyond doubt, refused by reading.
    (
      "区,数\n\"門司,12\n小倉\",30\n戸畑,8\n",
      ["2 record.swallows-rows «\"門司,12»", "3A record.quote-in-field «小倉\",30»"]
    ),
    (
      "区,数\n門司,\"12\n小倉,30\"\n戸畑,8\n",
      ["2 record.swallows-rows «門司,\"12»", "3B record.quote-in-field «30\"»"]
    ),
    // Of words alone, nobody can tell.
    ("区,注\n門司,\"通常\n小倉,雨天\"\n戸畑,通常\n", ["2B cell.may-hold-rows «通常\n小倉,雨天»"]),
    ("区,注\n\"門司,通常\n小倉\",雨天\n戸畑,通常\n", ["2A cell.may-hold-rows «門司,通常\n小倉»"]),
    // A remark of several lines is one.
    ("区,注\n門司,\"通常\n雨天\"\n戸畑,通常\n", []), ("区,注\n門司,\"午前, 午後\n雨天\"\n戸畑,通常\n", []),
  ])
  func `cells that may hold rows`(_ text: String, _ expected: [String]) throws {
    #expect(try CheckFixture(text).found() == expected)
  }

  @Test(arguments: [
    ("門司,1\n小倉,2\n門司;,3\n小倉,4\n門司,5\n小倉,6\n", ["4A column.other-delimiter"]),
    ("門司,1\n小倉,2\n門|司,3\n小倉,4\n門司,5\n小倉,6\n", ["4A column.other-delimiter"]),
    // Several answers, and words that do not recur.
    ("甲;乙,1\n甲,2\n乙;丙,3\n甲,4\n乙;丙,5\n甲,6\n", []), ("甲,1\n乙;丙,2\n丁,3\n戊,4\n", []),
  ])
  func `a delimiter of other files among words that recur`(_ rows: String, _ expected: [String]) throws {
    #expect(try CheckFixture("区,数\n" + rows).found() == expected)
  }

  @Test func `a column of half-width kana is one`() throws {
    let fixture = try CheckFixture("氏名,カナ\n門司,ﾓｼﾞ\n若松,ﾜｶﾏﾂ\n戸畑,ﾄﾊﾞﾀ\n", encoding: "CP932")
    #expect(try fixture.found() == [])
  }
}
