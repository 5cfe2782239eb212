import SeededRandom

extension SeededGenerator {
  /// Up to `count` pieces of `alphabet` in a row.
  mutating func text(of alphabet: [String], upTo count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in alphabet.randomElement(using: &self) ?? "" }.joined()
  }
}
