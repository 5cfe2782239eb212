import ShihyoModel
import Testing

struct FigureIDTests {
  @Test func `dimensions stand sorted by their bytes`() {
    let id = FigureID(
      report: "meeting", section: "ranks", metric: "completed", period: "2024-11",
      dimensions: ["区": "門司区", "age": "Y0T29", "rank": "3"])
    #expect(id.spelling == "meeting/ranks/completed@2024-11,age=Y0T29,rank=3,区=門司区")
  }

  @Test(arguments: [
    ("a/b", "a%2Fb"), ("50%", "50%25"), ("a@b,c=d", "a%40b%2Cc%3Dd"), ("two words", "two%20words"),
    ("line\nbreak\r\n", "line%0Abreak%0D%0A"), ("全角\u{3000}空白", "全角%E3%80%80空白"), ("か\u{3099}", "か\u{3099}"), ("", ""),
  ])
  func `specials are percent-encoded and come back`(text: String, encoded: String) throws {
    #expect(Label(PercentEncoding.encode(text)) == Label(encoded))
    let decoded = try #require(PercentEncoding.decode(encoded))
    #expect(Label(decoded) == Label(text))
  }

  @Test(arguments: [
    ["r", "s", "m", "FY2025Q2"], ["a/b", "c@d", "sum(X,Y)", "2025-09-30"], ["令和", "節 1", "100%", ""],
    ["\u{1F600}", "\"", "=", "%2F"],
  ])
  func `every id survives spelling and reading`(parts: [String]) throws {
    for dimensions in [[:], ["区": "小倉北区"], ["a=b": "c,d", "": "x"].filter { !$0.key.isEmpty }, ["k": ""]] {
      let id = FigureID(report: parts[0], section: parts[1], metric: parts[2], period: parts[3], dimensions: dimensions)
      #expect(try FigureID(spelling: id.spelling) == id)
    }
  }

  @Test func `order of the dimensions does not matter when reading`() throws {
    #expect(try FigureID(spelling: "r/s/m@p,b=2,a=1").spelling == "r/s/m@p,a=1,b=2")
  }

  @Test(arguments: [
    "", "r/s/m", "r/s@p", "r/s/m/x@p", "/s/m@p", "r/s/m@p@q", "r/s/m@p,", "r/s/m@p,a", "r/s/m@p,=1", "r/s/m@p,a=b=c",
    "r/s/m%2@p", "r/s/m%GG@p", "r/s/m%FF@p",
  ])
  func `what is no id is refused`(text: String) {
    #expect(throws: FigureIDRule.malformed(text)) { try FigureID(spelling: text) }
  }

  @Test func `a dimension may stand once`() {
    #expect(throws: FigureIDRule.repeatedDimension("a")) { try FigureID(spelling: "r/s/m@p,a=1,a=2") }
  }
}
