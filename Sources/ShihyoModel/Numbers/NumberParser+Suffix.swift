extension NumberParser {
  /// The unit behind the number, with the flags behind it taken off into `marks`; nil where a flag is doubled.
  mutating func readSuffix() -> String? {
    var sawAbout = false
    skipSpaces()
    if openParentheses > 0, take(")") { openParentheses -= 1 }
    skipSpaces()
    while true {
      trimTail()
      if rest.isEmpty || isColumnUnit { break }
      if takeTail(")") {
        guard openParentheses > 0 else { return nil }
        openParentheses -= 1
        continue
      }
      if takeTail("*") {
        guard insert(.smallBase) else { return nil }
        continue
      }
      if takeTail(word: "程度") {
        guard !sawAbout else { return nil }
        sawAbout = true
        marks.insert(.approximate)  // 約5程度 says it twice
        continue
      }
      if ["以上", "以下", "未満", "超"].contains(where: { takeTail(word: $0) }) {
        guard insert(.bound) else { return nil }
        continue
      }
      guard let letters = flagLetters() else { break }
      for letter in letters {
        guard insert(letter) else { return nil }
      }
    }
    skipSpaces()
    return String(String.UnicodeScalarView(rest))
  }

  private var isColumnUnit: Bool {
    guard let columnUnit else { return false }
    return rest.elementsEqual(columnUnit.base.unicodeScalars)
      || rest.elementsEqual(TextFolding.fold(columnUnit.symbol).unicodeScalars)
  }

  /// Takes the last run of Latin letters where all of it is flags: `123pr` has two, `12abc` and `12GB` none.
  private mutating func flagLetters() -> [Marks]? {
    var flags: [Marks] = []
    var count = 0
    for scalar in rest.reversed() {
      switch scalar {
      case "p": flags.append(.provisional)
      case "r": flags.append(.revised)
      case "e": flags.append(.estimated)
      case "B": flags.append(.seriesBreak)
      case "A"..."Z", "a"..."z": return nil
      default: return taking(count, flags)
      }
      count += 1
    }
    return taking(count, flags)
  }

  private mutating func taking(_ count: Int, _ flags: [Marks]) -> [Marks]? {
    rest.removeLast(count)
    return count == 0 ? nil : flags
  }

  private mutating func insert(_ flag: Marks) -> Bool { marks.insert(flag).inserted }

  private mutating func trimTail() {
    while rest.last == " " { rest.removeLast() }
  }

  private mutating func takeTail(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.last == scalar else { return false }
    rest.removeLast()
    return true
  }

  private mutating func takeTail(word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard rest.count >= scalars.count, rest.suffix(scalars.count).elementsEqual(scalars) else { return false }
    rest.removeLast(scalars.count)
    return true
  }
}
