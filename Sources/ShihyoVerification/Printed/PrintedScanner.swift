import ShihyoModel

/// Finds the numbers of a printed text, folded: digits with their separators, scale, unit and words around them.
struct PrintedScanner {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var main = 0
  private var numbers: [PrintedNumber] = []

  init(_ folded: String) { scalars = Array(folded.unicodeScalars) }

  /// nil where there is no number, or digits that make none (1,23).
  mutating func read() -> (numbers: [PrintedNumber], main: Int)? {
    var isApproximate = false
    var isNegative = false
    var isRange = false
    while index < scalars.count {
      if take("→") || take("⇒") || take("➡") || take("に対し") || (!numbers.isEmpty && take("から")) {
        main = numbers.count
        isApproximate = false
      } else if take("約") || take("およそ") || take("おおむね") || take("概ね") || take("ほぼ") {
        isApproximate = true
      } else if isSign, index + 1 < scalars.count, Self.isDigit(scalars[index + 1]) {
        isNegative = true
        index += 1
      } else if Self.isDigit(scalars[index]) {
        guard var number = number() else { return nil }
        if isApproximate { number.isApproximate = true }
        if number.isApproximate { Self.dropZeros(&number) }
        if isNegative { number.value = -number.value }
        numbers.append(number)
        if isRange, numbers.count > 1 { joinRange() }
        isRange = take("~") || (sees("-") && number.bound == nil && take("-"))
        (isApproximate, isNegative) = (false, false)
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

  /// A minus between two digits is a range.
  private var isSign: Bool {
    guard ["△", "▲", "-", "\u{2010}", "\u{2212}"].contains(scalars[index]) else { return false }
    return index == 0 || !Self.isDigit(scalars[index - 1])
  }

  private var vintage: Marks {
    let text = String(String.UnicodeScalarView(scalars))
    if text.contains("速報") { return .provisional }
    return ["改定", "確報", "確定", "訂正"].contains(where: text.contains) ? .revised : []
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private mutating func take(_ word: String) -> Bool {
    let wanted = Array(word.unicodeScalars)
    guard index + wanted.count <= scalars.count, Array(scalars[index..<index + wanted.count]) == wanted else {
      return false
    }
    index += wanted.count
    return true
  }

  /// Digits, scale and unit. 1億2,300万円 is one number, its last digit a 百万… of 円.
  private mutating func number() -> PrintedNumber? {
    let start = index
    guard var digits = plain() else { return nil }
    if var fraction = fraction(digits) {
      suffixes(&fraction)
      return fraction
    }
    var spelled = String(String.UnicodeScalarView(scalars[start..<index]))
    var exponent = scale() ?? 0
    var isCombined = false
    while exponent > 0, index < scalars.count, Self.isDigit(scalars[index]) {
      let before = index
      // What stands behind the last scale counts in ones: 1万2,345.
      guard let more = plain(), case let lower = scale() ?? 0, lower < exponent,
        let high = digits.scaled(byPowerOfTen: exponent), let low = more.scaled(byPowerOfTen: lower),
        let sum = high.adding(low)
      else {
        index = before
        break
      }
      spelled += String(String.UnicodeScalarView(scalars[before..<index]))
      guard let back = sum.scaled(byPowerOfTen: -lower) else { return nil }
      (digits, exponent, isCombined) = (back, lower, true)
    }
    let isOver = take("余")
    let word = unit()
    var number = PrintedNumber(
      value: Rational(digits), step: Rational(ExactDecimal(coefficient: 1, decimals: digits.decimals)),
      decimals: digits.decimals, digits: spelled)
    if isCombined, let whole = digits.scaled(byPowerOfTen: exponent) {
      // Several scales: the number is said in the unit itself, its last digit in the smallest scale.
      number.value = Rational(whole)
      number.step = power(exponent)
      number.decimals = 0
      number.unit = MeasureUnit(parsing: word)
    } else {
      number.unit = MeasureUnit(parsing: Self.scaleWord(exponent) + word)
    }
    suffixes(&number)
    if isOver { (number.isApproximate, number.leaning) = (true, .more) }
    return tenths(number)
  }

  /// 3分の1 in ％; as far as a tenth of itself, as the words 半数 and 半減 go.
  private mutating func fraction(_ denominator: ExactDecimal) -> PrintedNumber? {
    let before = index
    guard take("分の"), index < scalars.count, Self.isDigit(scalars[index]), let numerator = plain(),
      let share = Rational(numerator, over: denominator), !share.isZero
    else {
      index = before
      return nil
    }
    return PrintedWords.fraction(share)
  }

  /// 3割5分 is 35 %.
  private mutating func tenths(_ number: PrintedNumber) -> PrintedNumber {
    guard number.unit?.symbol == "割" else { return number }
    var number = number
    number.value = number.value * Rational(10)
    number.step = number.step * Rational(10)
    number.unit = MeasureUnit(parsing: "%")
    let before = index
    if index < scalars.count, Self.isDigit(scalars[index]), let more = plain(), take("分") {
      number.value = number.value + Rational(more)
      number.step = Rational(1)
    } else {
      index = before
    }
    return number
  }

  private func power(_ exponent: Int) -> Rational {
    Rational(ExactDecimal(coefficient: ExactDecimal.powerOfTen(exponent) ?? 1))
  }

  /// `1,234.5`; nil where commas or points stand wrong.
  private mutating func plain() -> ExactDecimal? {
    var text = ""
    var sinceComma: Int?
    var hasPoint = false
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if Self.isDigit(scalar) {
        text.unicodeScalars.append(scalar)
        if !hasPoint, let run = sinceComma { sinceComma = run + 1 }
      } else if scalar == ",", Self.isDigit(next) {
        guard !hasPoint, sinceComma ?? 3 == 3, sinceComma != nil || text.utf8.count <= 3 else { return nil }
        sinceComma = 0
      } else if scalar == ".", Self.isDigit(next) {
        guard !hasPoint, sinceComma ?? 3 == 3 else { return nil }
        hasPoint = true
        text += "."
      } else {
        break
      }
      index += 1
    }
    guard sinceComma ?? 3 == 3 else { return nil }
    return ExactDecimal(text)
  }

  private static let scales: [(word: String, exponent: Int)] = [
    ("百万", 6), ("千万", 7), ("十億", 9), ("百億", 10), ("千億", 11), ("十", 1), ("百", 2), ("千", 3), ("万", 4), ("億", 8),
    ("兆", 12),
  ]

  private mutating func scale() -> Int? {
    for (word, exponent) in Self.scales where take(word) { return exponent }
    return nil
  }

  private static func scaleWord(_ exponent: Int) -> String { scales.first { $0.exponent == exponent }?.word ?? "" }

  /// What stands between the digits and the next sign or word that ends a unit.
  private mutating func unit() -> String {
    var text = ""
    while index < scalars.count, !Self.ends.contains(scalars[index]), !Self.isDigit(scalars[index]) {
      if Self.suffixWords.contains(where: { sees($0) }) || sees("に対し") || sees("から") { break }
      text.unicodeScalars.append(scalars[index])
      index += 1
    }
    return text
  }

  private static let ends: Set<Unicode.Scalar> = [
    "→", "⇒", "➡", "/", "(", ")", "、", ",", ";", ":", " ", "\t", "=", "~", "。", "・", "「", "」", "△", "▲", "-",
  ]
  private static let suffixWords = ["以上", "以下", "未満", "超", "程度", "前後", "ほど", "余", "強", "弱", "近く"]

  private func sees(_ word: String) -> Bool {
    var copy = self
    return copy.take(word)
  }

  private mutating func suffixes(_ number: inout PrintedNumber) {
    if take("以上") {
      number.bound = .atLeast
    } else if take("以下") {
      number.bound = .atMost
    } else if take("未満") {
      number.bound = .below
    } else if take("超") {
      number.bound = .above
    } else if ["程度", "前後", "ほど"].contains(where: { take($0) }) {
      number.isApproximate = true
    } else if take("余") || take("強") {
      (number.isApproximate, number.leaning) = (true, .more)
    } else if take("弱") || take("近く") {
      (number.isApproximate, number.leaning) = (true, .less)
    }
    // 3分の1以上 is a bound as any other.
    if number.digits.isEmpty, number.bound != nil { number.isApproximate = false }
    if let unit = number.unit?.symbol, ["p", "r"].contains(unit) {
      number.vintage.insert(unit == "p" ? .provisional : .revised)
      number.unit = nil
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
