import Testing

@testable import ShihyoEngine

/// Of which years a January was an October.
struct DottedMonthsTests {
  @Test(arguments: [
    (["2024.9", "2024.1", "2024.11"], ["2024.1"]), (["2024.9", "2024.1"], ["2024.1"]),
    (["2024.1", "2024.12"], ["2024.1"]),
    (["2023.1", "2023.2", "2024.9", "2024.1"], ["2024.1"]), (["２０２４．１", "2024.11"], ["２０２４．１"]),
    (["2024.1", "2024.2", "2024.3"], []), (["2024.1", "2024.2", "2024.9"], []), (["2024.1", "2024.10", "2024.11"], []),
    (["2024.01", "2024.11"], []), (["2024.9", "2025.1"], []), (["1.1", "1.11"], []),
  ])
  func `a lost zero`(_ texts: [String], _ expected: [String]) {
    var months = DottedMonths<Int>()
    var (first, second) = (DottedMonths<Int>(), DottedMonths<Int>())
    for (place, text) in texts.enumerated() {
      months.note(text, at: place)
      if place == 0 { first.note(text, at: place) } else { second.note(text, at: place) }
    }
    first.merge(second)
    #expect(months.suspects.map(\.text) == expected)
    #expect(first.suspects.map(\.text) == expected)
  }
}
