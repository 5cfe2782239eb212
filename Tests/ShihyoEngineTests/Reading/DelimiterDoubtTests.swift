import ShihyoModel
import Testing

@testable import ShihyoEngine

/// What is said of a delimiter that the header alone has chosen.
struct DelimiterDoubtTests {
  @Test(arguments: [("区|人数\n門司|1\n若松|2\n", "|"), ("区 人数\n門司 1\n", " "), ("区，人数\n門司，1\n", "，")])
  func `names a sign that separates every line`(_ text: String, _ sign: String) throws {
    let read = try FlatReading(TemporaryFile(text))
    #expect(read.codes == ["delimiter.elsewhere"])
    #expect(read.findings.first?.message.en.contains("“\(sign)”") == true)
  }

  @Test(arguments: ["氏名\n山田 太郎\n", "区:名\n門司\n若松:若\n", "a\n1\n", "区,人数\n門司|若松,1\n"])
  func `says nothing of a list`(_ text: String) throws {
    #expect(try FlatReading(TemporaryFile(text)).codes == [])
  }

  @Test func `refuses what two delimiters read`() throws {
    let read = try FlatReading(TemporaryFile("数量;単価,円\n3;4,5\n2;1,5\n"))
    #expect(read.codes == ["delimiter.ambiguous"])
    var options = ReadingOptions()
    options.delimiter = 0x3B
    #expect(try FlatReading(TemporaryFile("数量;単価,円\n3;4,5\n2;1,5\n"), options).codes == [])
    #expect(try FlatReading(TemporaryFile("区;名,人数\n門司,3\n若松,4\n")).codes == [])
  }

  @Test(arguments: ["門司区", "小倉北区", "Ａ棟", "利用者", "一般（減免）", "第2回", "ｱｲｳ会館"])
  func `a cell of UTF-8 among CP932 is refused, by name`(_ word: String) throws {
    let head = try #require(encoded("区,人数\n八幡西区,1\n", "CP932"))
    var options = ReadingOptions()
    options.encoding = .cp932
    let read = try FlatReading(TemporaryFile(head + Array("\(word),2\n".utf8)), options)
    #expect(read.rows == [["八幡西区", "1"], ["<invalid>", "2"]])
  }

  @Test(arguments: [
    "龍", "齋藤", "澁谷", "髙橋", "蠣崎", "籠", "纐纈", "檜山", "ｱｲｳｴ", "①", "彅", "饗庭", "穐山", "鰺坂", "蕗谷", "薔薇", "魍魎", "縺れ", "驪",
  ])
  func `rare kanji of CP932 are read`(_ word: String) throws {
    let bytes = try #require(encoded(word, "CP932"))
    #expect(CellDecoder(.cp932).decode(bytes) == word)
  }
}
