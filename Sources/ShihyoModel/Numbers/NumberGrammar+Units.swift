extension NumberGrammar {
  /// The parsed value in the column's unit, within the range of a cell.
  func convert(_ parsed: ParsedNumber, folded: String) throws(NumberRule) -> ExactDecimal {
    var exponent = parsed.exponent
    if parsed.unit.isEmpty {
      if let unit {
        if requiresOwnUnit, !parsed.value.isZero { throw .unitMissing(expected: unit.symbol) }
        if parsed.hasScale, unit.exponent != 0 { throw .ambiguousScale(unit: unit.symbol) }
      }
    } else {
      let own = try ownUnit(parsed.unit, folded: folded)
      guard let unit else { throw .unitUndeclared(parsed.unit) }
      guard own.base == unit.base else { throw .unitMismatch(found: parsed.unit, expected: unit.symbol) }
      exponent += own.exponent - unit.exponent
    }
    guard var value = parsed.value.scaled(byPowerOfTen: exponent) else { throw .overflow }
    // Zeros that only a larger unit put behind the ninth place say nothing: 1,000,000,000,000円 in a 兆円 column is 1.
    if exponent < 0, value.decimals > Self.maximumDecimals, value.reduced.decimals <= Self.maximumDecimals {
      value = value.reduced.widened(to: Self.maximumDecimals) ?? value
    }
    guard value.decimals <= Self.maximumDecimals else { throw .tooManyDecimals }
    guard let limit = ExactDecimal.powerOfTen(Self.maximumIntegerDigits + value.decimals),
      value.coefficient.magnitude < limit.magnitude
    else { throw .overflow }
    return value
  }

  static let maximumIntegerDigits = 18
  static let maximumDecimals = 9

  /// The unit that stands in the cell. Its scale is in the value already, but for ‰; 割 is read as ％ before.
  private func ownUnit(_ text: String, folded: String) throws(NumberRule) -> MeasureUnit {
    if text == "‰" { return MeasureUnit(symbol: text, base: "%", exponent: -1) }
    if let unit {
      if text == unit.base { return MeasureUnit(symbol: text, base: text, exponent: 0) }
      if text == TextFolding.fold(unit.symbol) { return unit }
    }
    if text == "分", unit?.base == "%" { return MeasureUnit(symbol: text, base: "%", exponent: 0) }
    let base = MeasureUnit.canonicalBase(text)
    guard base == unit?.base || CounterWords.isPlausible(base) else { throw NumberShape.rule(for: folded) }
    return MeasureUnit(symbol: text, base: base, exponent: 0)
  }
}
