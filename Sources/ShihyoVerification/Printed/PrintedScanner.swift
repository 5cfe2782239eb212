import ShihyoModel

/// Finds the numbers of a printed text, folded: digits with their separators, scale, unit and words around them.
struct PrintedScanner {
  let scalars: [Unicode.Scalar]
  var index = 0
  private var main = 0
  private var numbers: [PrintedNumber] = []

  init(_ folded: String) { scalars = Array(folded.unicodeScalars) }

  /// nil where there is no number, or digits that make none (1,23).
  mutating func read() -> (numbers: [PrintedNumber], main: Int)? {
    var isApproximate = false
    var sign: Int?
    var isRange = false
    var isSpan = false
    var leading: PrintedNumber.Bound?
    while index < scalars.count {
      if take("→") || take("⇒") || take("➡") || take("に対し") || (!numbers.isEmpty && sees("から")) {
        isSpan = take("から")
        main = numbers.count
        isApproximate = false
      } else if take("約") || take("およそ") || take("おおむね") || take("概ね") || take("ほぼ") {
        isApproximate = true
      } else if let bound = leadingBound() {
        leading = bound
      } else if let found = takeSign() {
        sign = found
      } else if Self.isDigit(scalars[index]) {
        guard PrintedNeighbours.canBegin(scalars, at: index) else { return nil }
        let leadingVintage = vintageLetter(at: index - 1)
        guard var number = number() else { return nil }
        number.vintage.formUnion(leadingVintage)
        if leading != nil { number.bound = leading }
        // 2回から4回まで names two ends, no bound.
        if !isSpan || !sees("まで"), number.bound == nil, take("まで") { number.bound = .atMost }
        if isApproximate { number.isApproximate = true }
        if number.isApproximate { Self.dropZeros(&number) }
        if sign == -1 { number.value = -number.value }
        if sign != nil, number.change == nil { number.change = .signed }
        numbers.append(number)
        if isRange, numbers.count > 1 { joinRange() }
        isRange = take("~") || take("–") || (sees("-") && number.bound == nil && take("-"))
        (isApproximate, sign, leading, isSpan) = (false, nil, nil, false)
      } else {
        index += 1
        isRange = false
      }
    }
    guard !numbers.isEmpty else { return nil }
    if main >= numbers.count { main = numbers.count - 1 }
    let vintage = self.vintage
    for place in numbers.indices { numbers[place].vintage.formUnion(vintage) }
    return (numbers, main)
  }

  /// 10～15件: the first of the two is a range, in the unit of the second where it has none.
  private mutating func joinRange() {
    let (first, last) = (numbers.count - 2, numbers.count - 1)
    if numbers[first].unit == nil { numbers[first].unit = numbers[last].unit }
    guard numbers[first].unit == numbers[last].unit else { return }
    numbers[first].bound = .upTo(numbers[last].value)
  }

  /// −1 and 1; a minus between two digits is a range.
  private mutating func takeSign() -> Int? {
    let before = index
    if take("マイナス") || take("△") || take("▲") {
      // △ 5, △約5
      while take(" ") {}
      if index < scalars.count, Self.isDigit(scalars[index]) || sees("約") || sees("およそ") { return -1 }
    } else if take("プラス") {
      if index < scalars.count, Self.isDigit(scalars[index]) || sees("約") || sees("およそ") { return 1 }
    } else if ["-", "\u{2010}", "\u{2212}", "+"].contains(scalars[index]), index + 1 < scalars.count,
      Self.isDigit(scalars[index + 1]), index == 0 || !Self.isDigit(scalars[index - 1])
    {
      index += 1
      return scalars[before] == "+" ? 1 : -1
    }
    index = before
    return nil
  }

  /// 少なくとも3件, 最大で12件: only where the number follows. 最大の区は12件 bounds nothing.
  private mutating func leadingBound() -> PrintedNumber.Bound? {
    let before = index
    let bound: PrintedNumber.Bound
    if ["少なくとも", "最低限", "最低", "最小"].contains(where: { take($0) }) {
      bound = .atLeast
    } else if ["最大限", "最大", "最高", "多くとも", "多くても"].contains(where: { take($0) }) {
      bound = .atMost
    } else {
      return nil
    }
    _ = take("でも") || take("で")
    while take(" ") {}
    guard index < scalars.count, Self.isDigit(scalars[index]) || sees("約") else {
      index = before
      return nil
    }
    return bound
  }

  /// p and r beside a number, and beside nothing else.
  func vintageLetter(at place: Int) -> Marks {
    guard scalars.indices.contains(place), place == 0 || !PrintedNeighbours.isLatin(scalars[place - 1]) else {
      return []
    }
    switch scalars[place] {
    case "p", "P": return .provisional
    case "r", "R": return .revised
    default: return []
    }
  }

  private var vintage: Marks {
    let text = String(String.UnicodeScalarView(scalars))
    if ["速報", "暫定", "(p)"].contains(where: text.contains) { return .provisional }
    return ["改定", "確報", "確定", "訂正", "(r)"].contains(where: text.contains) ? .revised : []
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  mutating func take(_ word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    guard index + wanted.count <= scalars.count, Array(scalars[index..<index + wanted.count]) == wanted else {
      return false
    }
    index += wanted.count
    return true
  }

  /// What stands between the digits and the next sign or word that ends a unit.
  mutating func unit() -> String {
    var text = ""
    while index < scalars.count, !Self.ends.contains(scalars[index]), !Self.isDigit(scalars[index]) {
      if Self.suffixWords.contains(where: { sees($0) }) || sees("に対し") || sees("から") { break }
      if PrintedChange.words.contains(where: { sees($0.word) }) { break }
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    // m2 and km2 are units with a digit.
    if ["m", "km"].contains(text), sees("2"), index + 1 >= scalars.count || !Self.isDigit(scalars[index + 1]) {
      index += 1
      return text == "m" ? "㎡" : "㎢"
    }
    return text
  }

  private static let ends: Set<Unicode.Scalar> = [
    "→", "⇒", "➡", "/", "(", ")", "、", ",", ";", ":", " ", "\t", "=", "~", "。", "・", "「", "」", "△", "▲", "-", "–", "―",
    "\n", "\r", "[", "]", "『", "』", "【", "】", "※", "+", "!", "\"", "“", "”", ".",
  ]
  /// Longer ones before what they begin with.
  private static let bounds: [(word: String, bound: PrintedNumber.Bound)] = [
    ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("未満", .below), ("に満たな", .below), ("に満たず", .below),
    ("に届かな", .below), ("に達しな", .below), ("を下回", .below), ("を超え", .above), ("を上回", .above), ("超", .above),
  ]
  private static let suffixWords =
    bounds.map(\.word) + [
      "上回", "下回", "まで", "程度", "前後", "ほど", "余", "強", "弱", "近く", "速報", "暫定", "改定", "確報", "確定", "訂正",
    ]

  private func sees(_ word: String) -> Bool {
    var copy = self
    return copy.take(word)
  }

  mutating func suffixes(_ number: inout PrintedNumber) {
    if let found = Self.bounds.first(where: { sees($0.word) }) {
      _ = take(found.word)
      number.bound = found.bound
    } else if sees("上回") || sees("下回") {
      let isAbove = take("上回")
      if !isAbove { _ = take("下回") }
      // 前年を5人上回る is 5 more; 100人上回る more than 100.
      if scalars[..<index].contains("を") {
        number.change = isAbove ? .more : .less
      } else {
        number.bound = isAbove ? .above : .below
      }
    } else if ["程度", "前後", "ほど"].contains(where: { take($0) }) {
      number.isApproximate = true
    } else if take("余") || take("強") {
      (number.isApproximate, number.leaning) = (true, .more)
    } else if take("弱") || take("近く") {
      (number.isApproximate, number.leaning) = (true, .less)
    }
    // 3分の1以上 is a bound as any other.
    if number.digits.isEmpty, number.bound != nil { number.isApproximate = false }
    if !PrintedChange.isOther({ sees($0) }), let found = PrintedChange.words.first(where: { sees($0.word) }) {
      _ = take(found.word)
      number.change = found.change
    }
  }

  /// The zeros that end 約300 are no digits.
  private static func dropZeros(_ number: inout PrintedNumber) {
    guard number.decimals == 0, !number.value.isZero, !number.digits.isEmpty else { return }
    while let tenth = number.value / (number.step * Rational(10)), tenth.denominator == "1" {
      number.step = number.step * Rational(10)
    }
  }
}
