import ShihyoModel

/// Digits, scale and unit of one number, and the fractions that are spelled with several.
extension PrintedScanner {
  /// Digits, scale and unit. 1億2,300万円 is one number, its last digit a 百万… of 円.
  mutating func number() -> PrintedNumber? {
    let start = index
    guard var digits = plain() else { return nil }
    if var fraction = fraction(digits) {
      guard PrintedNeighbours.canEnd(scalars, at: index) else { return nil }
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
    guard PrintedNeighbours.canEnd(scalars, at: index) else { return nil }
    let isOver = take("余")
    var word = unit()
    // 5人に一人 is no 5.
    guard PrintedNeighbours.isWord(word), !word.contains("に一") else { return nil }
    if var fraction = oneIn(digits, word) {
      suffixes(&fraction)
      return fraction
    }
    // 1,200p, 1,200件p
    let vintage = vintageLetter(at: index - 1)
    if !vintage.isEmpty, !word.isEmpty { word = String(word.dropLast()) }
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
    number.vintage.formUnion(vintage)
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

  /// 5人に1人 in ％, as 5分の1.
  private mutating func oneIn(_ whole: ExactDecimal, _ word: String) -> PrintedNumber? {
    let before = index
    let unit = String(word.dropLast())
    guard word.hasSuffix("に"), !unit.isEmpty, index < scalars.count, Self.isDigit(scalars[index]),
      let part = plain(), take(unit), let share = Rational(part, over: whole), !share.isZero, share < Rational(1)
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
}
