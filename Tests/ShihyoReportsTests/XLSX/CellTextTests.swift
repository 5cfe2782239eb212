import ShihyoModel
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
    // Three parts with their codes share 255 units, whatever they hold.
    for text in ["&", "長", "😀", "e\u{301}\u{302}\u{303}"].map({ String(repeating: $0, count: 70) }) {
      #expect(CellText.inPageHead(text).utf16.count <= 80, "\(text)")
    }
  }

  @Test func `what the library would cut in a character is cut before, with a sign`() {
    let text = String(repeating: "長", count: 900)
    let cut = LibraryLimits.attribute(text)
    #expect(cut.utf8.count <= 2_000 && cut.utf8.count > 1_990 && cut.hasSuffix("長…"))
    #expect(LibraryLimits.attribute("図") == "図")
    #expect(LibraryLimits.attribute("\u{FFFE}") == "<U+FFFE>")
    #expect(LibraryLimits.title(String(repeating: "😀", count: 200)).utf16.count <= 250)
    let format = NumberLook.format("1.0", language: .ja, unit: String(repeating: "人", count: 90))
    #expect(format.utf8.count <= 127 && format.contains("人…\""))
    #expect(NumberLook.format("1.0", language: .ja, unit: "人") == "#,##0.0\"人\";\"△\"#,##0.0\"人\"")
  }
}
