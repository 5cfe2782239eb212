import Testing

@testable import ShihyoReports

struct SheetNamesTests {
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]

  @Test(arguments: [
    ("稼働率", "表1 稼働率"), ("", "表1"), ("A/B [率]: *1?", "表1 A／B ［率］： ＊1？"), ("'=1+1'", "表1 ’=1+1’"),
    ("\u{1B}[31m", "表1 ␛［31m"),
  ])
  func `forbidden characters become their full-width forms`(title: String, name: String) {
    var names = SheetNames()
    #expect(names.name("表1", title) == name)
  }

  @Test(arguments: [String(repeating: "長", count: 200), String(repeating: "😀", count: 40)])
  func `a long name is cut with a sign`(title: String) {
    var names = SheetNames()
    let name = names.name("表1", title)
    #expect((30...31).contains(name.utf16.count))
    #expect(name.hasSuffix("…"))
    #expect(!name.contains { Self.forbidden.contains($0) })
  }

  @Test func `names differ beyond case`() {
    var names = SheetNames()
    let made = [names.name("Table", "use"), names.name("TABLE", "USE"), names.name("table use")]
    #expect(made == ["Table use", "TABLE USE (2)", "table use (3)"])
    let long = String(repeating: "長", count: 60)
    #expect(names.name(long) != names.name(long))
  }
}
