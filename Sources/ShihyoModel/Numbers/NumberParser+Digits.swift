extension NumberParser {
  /// Digits with scale words, combined from large to small: `1億2,300万` is 12300 × 10⁴. Only the last part has decimals.
  ///
  /// The power of ten stays apart until units are converted, so that 1億円 in a 千円 column is 100000 and not 100000.000.
  mutating func readScaledNumber() throws(NumberRule) -> (value: ExactDecimal, exponent: Int, hasScale: Bool)? {
    var total: (value: ExactDecimal, exponent: Int, hasScale: Bool)?
    while let part = try readDigits() {
      let exponent = takeScale() ?? 0
      if let last = total {
        // 1千2百万 and 1億12000万 can be read in two ways, so they are not read at all.
        guard exponent < last.exponent, last.value.decimals == 0,
          let limit = ExactDecimal.powerOfTen(last.exponent - exponent), part < ExactDecimal(coefficient: limit)
        else { return nil }
        if exponent == 0, last.exponent > 1, part.decimals == 0, part < ExactDecimal(10), rest.isEmpty {
          throw .digitBehindScale
        }
        guard let sum = last.value.scaled(byPowerOfTen: last.exponent - exponent)?.adding(part) else { throw .overflow }
        total = (sum, exponent, true)
      } else {
        total = (part, exponent, exponent != 0)
      }
      if exponent == 0 || part.decimals > 0 { break }
    }
    return total
  }

  /// A scale word, with spaces before it or not; takes nothing where there is none.
  private mutating func takeScale() -> Int? {
    var behind = rest.drop { $0 == " " }
    guard let exponent = DecimalScale.take(from: &behind) else { return nil }
    rest = behind
    return exponent
  }

  /// `digits(,ddd)*(.digits)?`; nil where no digit stands here or the point has no digits behind it.
  private mutating func readDigits() throws(NumberRule) -> ExactDecimal? {
    guard let first = rest.first, ("0"..."9").contains(first) else { return nil }
    let whole = rest.prefix { ("0"..."9").contains($0) || $0 == "," }
    rest.removeFirst(whole.count)
    try checkCommas(whole)
    var coefficient: Int128 = 0
    for scalar in whole where scalar != "," { try append(scalar, to: &coefficient, orThrow: .overflow) }
    guard rest.first == "." else { return ExactDecimal(coefficient: coefficient) }
    rest.removeFirst()
    let decimals = rest.prefix { ("0"..."9").contains($0) }
    rest.removeFirst(decimals.count)
    for scalar in decimals { try append(scalar, to: &coefficient, orThrow: .tooManyDecimals) }
    if rest.first == ",", rest.dropFirst().first.map({ ("0"..."9").contains($0) }) == true { throw .misplacedComma }
    return decimals.isEmpty ? nil : ExactDecimal(coefficient: coefficient, decimals: decimals.count)
  }

  /// Every three digits from the right, and never behind a leading 0: `0,123` is another country's decimal.
  private func checkCommas(_ whole: ArraySlice<Unicode.Scalar>) throws(NumberRule) {
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1 else { return }
    guard (1...3).contains(groups[0].count), groups[0].first != "0", groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { throw .misplacedComma }
  }

  private func append(
    _ scalar: Unicode.Scalar, to coefficient: inout Int128, orThrow rule: NumberRule
  ) throws(NumberRule) {
    let (product, productOverflow) = coefficient.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflow) = product.addingReportingOverflow(Int128(scalar.value) - 48)
    guard !productOverflow, !sumOverflow else { throw rule }
    coefficient = sum
  }

  /// 3割5分2厘 is 35.2 ％. Gives back the number as it is where no 割 follows; nil where the parts behind 割 are malformed.
  mutating func readWari(_ number: ExactDecimal) throws(NumberRule) -> (value: ExactDecimal, unit: String?)? {
    guard rest.first == "割" else { return (number, nil) }
    rest.removeFirst()
    guard var percent = number.scaled(byPowerOfTen: 1) else { throw .overflow }
    for (word, exponent) in [("分", 0), ("厘", -1)] {
      let before = rest
      guard let digit = try readDigits() else { continue }
      guard take(word: word) else {
        rest = before
        continue
      }
      guard number.decimals == 0, digit.decimals == 0, digit < ExactDecimal(10),
        let part = digit.scaled(byPowerOfTen: exponent), let sum = percent.adding(part)
      else { return nil }
      percent = sum
    }
    return (percent, "%")
  }
}
