/// Walks over a short label (a date, a period, an age bracket) that is folded first: literals, numbers, range signs.
/// Spaces between them are passed over, Latin letters match in either case. To go back, restore `position`.
struct LabelScanner {
  private let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) {
    scalars = TextFolding.fold(text).unicodeScalars.map { scalar in
      ("a"..."z").contains(scalar) ? Unicode.Scalar(scalar.value - 32) ?? scalar : scalar
    }
  }

  var isAtEnd: Bool { nextIndex == scalars.count }

  private var nextIndex: Int {
    var index = position
    while index < scalars.count, scalars[index] == " " || (0x09...0x0D).contains(scalars[index].value) { index += 1 }
    return index
  }

  /// Moves past `literal` if it stands next.
  mutating func take(_ literal: String) -> Bool {
    var index = nextIndex
    for scalar in literal.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    position = index
    return true
  }

  /// The first of `literals` that stands next.
  mutating func take(oneOf literals: [String]) -> String? { literals.first { take($0) } }

  /// Whether `literal` stands next; moves nothing.
  func sees(_ literal: String) -> Bool {
    var copy = self
    return copy.take(literal)
  }

  var seesDigit: Bool {
    let index = nextIndex
    return index < scalars.count && ("0"..."9").contains(scalars[index])
  }
}

extension LabelScanner {
  /// A number and how many digits it was written with. Larger ones than fit are cut at `limit`, which no label means.
  struct Number: Equatable {
    static let limit = 1_000_000_000_000
    var value: Int
    var digits: Int
  }

  /// ASCII digits (full-width ones are folded), else kanji: 二〇二五, 三十一. `元` is not a number.
  mutating func number() -> Number? { digits() ?? kanjiNumber() }

  mutating func digits() -> Number? {
    let start = nextIndex
    var index = start
    var value = 0
    while index < scalars.count, ("0"..."9").contains(scalars[index]) {
      value = min(Number.limit, value * 10 + Int(scalars[index].value - 0x30))
      index += 1
    }
    guard index > start else { return nil }
    position = index
    return Number(value: value, digits: index - start)
  }

  private mutating func kanjiNumber() -> Number? {
    let start = nextIndex
    var index = start
    var total = 0
    var pending: Int?
    var hasUnit = false
    while index < scalars.count {
      let scalar = scalars[index]
      if let digit = Self.kanjiDigits[scalar] {
        pending = min(Number.limit, (pending ?? 0) * 10 + digit)
      } else if let unit = Self.kanjiUnits[scalar] {
        total = min(Number.limit, total + (pending ?? 1) * unit)
        pending = nil
        hasUnit = true
      } else {
        break
      }
      index += 1
    }
    guard index > start else { return nil }
    position = index
    let value = min(Number.limit, total + (pending ?? 0))
    return Number(value: value, digits: hasUnit ? String(value).count : index - start)
  }

  /// One digit of 第N四半期. Read alone, since in 第二四半期 the next kanji is a digit too.
  mutating func singleDigit() -> Int? {
    let index = nextIndex
    guard index < scalars.count else { return nil }
    let scalar = scalars[index]
    guard let value = ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : Self.kanjiDigits[scalar] else {
      return nil
    }
    position = index + 1
    return value
  }

  private static let kanjiDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let kanjiUnits: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]
}

extension LabelScanner {
  enum RangeSign { case wave, dash }

  /// One of the many signs for «from … to» (domain.md, section 3), or から. Waves mean nothing else; a dash may also be
  /// a minus or a date separator, so the grammars ask for more around it.
  mutating func takeRangeSign() -> RangeSign? {
    if take("から") { return .wave }
    let index = nextIndex
    guard index < scalars.count else { return nil }
    let sign: RangeSign
    switch scalars[index] {
    case "~", "\u{301C}", "\u{223C}", "\u{02DC}", "\u{3030}", "\u{2053}": sign = .wave
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{30FC}": sign = .dash
    default: return nil
    }
    position = index + 1
    return sign
  }
}

extension LabelScanner {
  mutating func skipToEnd() { position = scalars.count }

  /// What is left, without spaces, in upper case.
  var remaining: String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: scalars[nextIndex...].filter { $0 != " " && !(0x09...0x0D).contains($0.value) })
    return text
  }
}
