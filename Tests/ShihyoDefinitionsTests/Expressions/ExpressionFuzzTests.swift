import SeededRandom
import ShihyoDefinitions
import ShihyoModel
import Testing

struct ExpressionFuzzTests {
  /// What reads must spell back to itself; what does not read is one finding inside the text.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func `random expressions never trap`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "sum", "count", "quantile", "(", ")", ",", ":", "`", "+", "-", "/", "=", "!=", "<", "~", "|", "\\", "0.25", " ",
      "区",
      "\u{3000}", "month", "split", "options", "brackets", "0-29", "\"", ";", "share", "rate", "か\u{3099}", "\r\n", "😀",
    ]
    for round in 0..<4000 {
      let text = (0..<Int.random(in: 0..<9, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      check(text, seed, round) { try Expressions.keys($0).count }
      check(text, seed, round) { try Expressions.condition($0).values.count }
      check(text, seed, round) { try Expressions.columnName(Expressions.spell(Expressions.columnName($0))).count }
      check(text, seed, round) { try Expressions.measure(Expressions.measure($0).machineName).machineName.count }
      check(text, seed, round) { try Expressions.signedSum(Expressions.signedSum($0).machineName).terms.count }
      check(text, seed, round) { try Expressions.ratio(Expressions.ratio($0).machineName).numerator.terms.count }
    }
  }

  private func check(_ text: String, _ seed: UInt64, _ round: Int, _ read: (String) throws -> Int) {
    do {
      #expect(try read(text) > 0, "seed \(seed), round \(round): \(text)")
    } catch let failure as Findings {
      #expect(failure.findings.count == 1)
      #expect(Label(failure.findings.first?.text ?? "") == Label(text), "seed \(seed), round \(round): \(text)")
    } catch {
      Issue.record("seed \(seed), round \(round): \(error)")
    }
  }

  @Test func `every rule speaks both languages`() {
    #expect(Set(ExpressionRule.examples.map(\.code)).count == ExpressionRule.examples.count)
    for rule in ExpressionRule.examples {
      #expect(!rule.message.ja.isEmpty && !rule.message.en.isEmpty && !rule.hint.ja.isEmpty && !rule.hint.en.isEmpty)
    }
  }
}
