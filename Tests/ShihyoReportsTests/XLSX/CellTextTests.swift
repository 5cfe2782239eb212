import Testing

@testable import ShihyoReports

struct CellTextTests {
  @Test(arguments: [
    ("門司区", "門司区"), ("a\nb\u{0}", "a␊b␀"), ("\u{FFFE}|\u{FFFF}", "<U+FFFE>|<U+FFFF>"),
    ("_x0041_", "_x005F_x0041_"), ("_x004_ _X0041_ _xZZZZ_", "_x004_ _X0041_ _xZZZZ_"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("=1+1", "=1+1"),
  ])
  func `shows what was there`(text: String, cell: String) { #expect(CellText.make(text) == cell) }

  @Test func `no code of a page head comes from the data`() {
    #expect(CellText.inPageHead("A&P&D") == "A&&P&&D")
    #expect(CellText.inPageHead(String(repeating: "長", count: 300)).hasSuffix("…"))
  }
}
