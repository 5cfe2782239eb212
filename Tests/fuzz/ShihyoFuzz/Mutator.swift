import SeededRandom

/// Changes inputs at random, the same for the same seed: bytes, pieces, words of the door, and two inputs into one.
struct Mutator {
  private var generator: SeededGenerator
  private let words: [[UInt8]]
  private let longest = 1 << 12

  init(seed: UInt64, words: [String]) {
    generator = SeededGenerator(seed: seed)
    self.words = words.map { Array($0.utf8) }
  }

  mutating func next(from corpus: [[UInt8]]) -> [UInt8] {
    var input = corpus.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &generator) { change(&input, corpus) }
    return Array(input.prefix(longest))
  }

  private mutating func change(_ input: inout [UInt8], _ corpus: [[UInt8]]) {
    let place = Int.random(in: 0...input.count, using: &generator)
    let end = min(input.count, place + Int.random(in: 1...16, using: &generator))
    switch Int.random(in: 0..<9, using: &generator) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1 where place < input.count: input[place] = .random(in: .min ... .max, using: &generator)
    case 2: input.insert(.random(in: .min ... .max, using: &generator), at: place)
    case 3: input.removeSubrange(place..<end)
    case 4: input.insert(contentsOf: input[place..<end], at: place)
    case 5:
      let piece = Array(input[place..<end])
      for _ in 0..<Int.random(in: 2...40, using: &generator) { input.insert(contentsOf: piece, at: place) }
    case 6:
      let other = corpus.randomElement(using: &generator) ?? []
      let from = Int.random(in: 0...other.count, using: &generator)
      input.replaceSubrange(place..., with: other[from...])
    default: if let word = words.randomElement(using: &generator) { input.insert(contentsOf: word, at: place) }
    }
  }
}
