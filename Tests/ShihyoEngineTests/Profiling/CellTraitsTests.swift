import ShihyoModel
import Testing

@testable import ShihyoEngine

/// Cells that most tables are full of.
@Suite struct CellTraitsTests {
  /// What the digits alone tell is what the grammars say.
  @Test(arguments: [
    "0", "7", "10", "1234", "20250401", "2025", "999999999999999999", "1000000000000000000", "00", "012", "-1", "1.0",
    "+5",
    "1,234",
    "１２", "", " 7", "7 ", "七", "12人", "計", "－", "1e3",
  ])
  func `a whole number is told by its digits as the grammars tell it`(_ text: String) {
    let (short, full) = (CellTraits(text), CellTraits(reading: text))
    #expect(short.kind == full.kind)
    #expect(short.number == full.number)
    #expect(short.mark == full.mark)
    #expect(short.isPlain == full.isPlain)
    #expect(short.characters == full.characters)
    #expect(short.hasLeadingZero == full.hasLeadingZero)
    #expect(short.ownUnit == full.ownUnit && short.total == full.total && short.times == full.times)
    #expect(short.isAgeExtra == full.isAgeExtra && short.needsOrder == full.needsOrder)
  }
}
