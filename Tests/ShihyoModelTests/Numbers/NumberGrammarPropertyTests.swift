import SeededRandom
import ShihyoModel
import Testing

struct NumberGrammarPropertyTests {
  private func plain(_ text: String, _ grammar: NumberGrammar = NumberGrammar()) -> ExactDecimal? {
    Array(text.utf8).withUnsafeBufferPointer { grammar.readPlain($0) }
      .map { ExactDecimal(coefficient: Int128($0.coefficient), decimals: Int($0.decimals)) }
  }

  @Test(arguments: ["0", "-1", "12.30", "999999999999999999", "-999999999.999999999", "0.000000001", "007"])
  func `the fast path reads plain numbers`(text: String) throws {
    #expect(plain(text)?.description == ExactDecimal(text)?.description)
  }

  @Test(arguments: [
    "", "-", ".", "-.5", ".5", "5.", "-0", "-0.0", "+5", "1,234", " 5", "1e5", "1.2.3", "5-", "１",
    "1000000000000000000", "99999999999999999999",
    "0.0000000001", "nan",
  ])
  func `the fast path leaves the rest to the grammar`(text: String) { #expect(plain(text) == nil) }

  @Test func `the fast path never overtakes a declared mark`() throws {
    let grammar = NumberGrammar(missingValues: [MissingValue(""), MissingValue("999")])
    #expect(plain("5", grammar) == nil)
    #expect(try grammar.read("999").reason == .missing)
    #expect(try grammar.read("5").value == ExactDecimal(5))
  }

  @Test func `what is printed reads back, however a city writes it`() throws {
    var random = SeededGenerator(seed: 2025)
    let grammar = NumberGrammar()
    for round in 0..<4_000 {
      let limit = Int.random(in: 1...18, using: &random)
      let digits = (0..<limit).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let decimals = Int.random(in: 0...9, using: &random)
      let coefficient = (Int128(digits) ?? 0) * (Bool.random(using: &random) ? 1 : -1)
      let value = ExactDecimal(coefficient: coefficient, decimals: decimals)
      let printed = value.description
      let written = spell(printed, style: Int.random(in: 0...4, using: &random))
      let cell = try grammar.read(written)
      #expect(cell.value?.description == printed, "seed 2025, round \(round): \(written)")
      if let fast = plain(written) {
        #expect(fast.description == printed, "seed 2025, round \(round): \(written)")
      }
    }
  }

  /// Plain, with commas, full-width, with △, or in brackets.
  private func spell(_ printed: String, style: Int) -> String {
    switch style {
    case 1: return withCommas(printed)
    case 2:
      return String(String.UnicodeScalarView(printed.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    case 3: return printed.hasPrefix("-") ? "△" + withCommas(String(printed.dropFirst())) : "+" + printed
    case 4: return "（" + printed + "）"
    default: return printed
    }
  }

  private func withCommas(_ printed: String) -> String {
    let parts = printed.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { whole = "," + whole }
      whole = String(digit) + whole
    }
    return parts.count > 1 ? whole + "." + parts[1] : whole
  }

  @Test func `random bytes never trap and never invent a number`() {
    var random = SeededGenerator(seed: 9)
    let pool = Array("0123456789,.-+△(（)）*#pre万億千円%割分 　ー―xX…約以上未満B¥①五".unicodeScalars)
    let grammars = [
      NumberGrammar(), NumberGrammar(unit: MeasureUnit(parsing: "千円")), NumberGrammar(unit: MeasureUnit(parsing: "％")),
    ]
    for round in 0..<20_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...7, using: &random) {
        text.append(pool[Int.random(in: pool.indices, using: &random)])
      }
      for grammar in grammars {
        guard let cell = try? grammar.read(String(text)), let value = cell.value else { continue }
        #expect(text.contains { ("0"..."9").contains($0) }, "seed 9, round \(round): \(String(text))")
        #expect(value.decimals <= 9, "seed 9, round \(round): \(String(text))")
      }
    }
  }
}
