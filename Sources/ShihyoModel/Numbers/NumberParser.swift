/// What the grammar found in one cell, before units are converted.
struct ParsedNumber {
  /// In units of 10^exponent: 1.2 for 1.2万.
  var value: ExactDecimal
  /// Power of ten of the last scale word; 0 where there was none, or digits followed it.
  var exponent: Int
  /// Whether 万, 千 … stood in the cell.
  var hasScale: Bool
  /// What stood between the number and the flags; empty where nothing did.
  var unit: String
  var marks: Marks
  var doubts: [NumberRule]
}

/// Recursive descent over the folded cell: flags and sign in front, digits and scales, then unit and flags behind.
///
/// One parser reads one cell. What stands behind the digits is read in `NumberParser+Suffix.swift`.
struct NumberParser {
  var rest: ArraySlice<Unicode.Scalar>
  let columnUnit: MeasureUnit?
  var marks: Marks = []
  var doubts: [NumberRule] = []
  var openParentheses = 0
  private var currency = ""

  init(_ folded: String, columnUnit: MeasureUnit?) {
    rest = Array(folded.unicodeScalars)[...]
    self.columnUnit = columnUnit
  }

  /// nil where the text is no number at all; throws where it is one that is badly written.
  mutating func parse() throws(NumberRule) -> ParsedNumber? {
    readPrefixFlags()
    guard let isNegative = readSignAndCurrency() else { return nil }
    guard let (magnitude, exponent, hasScale) = try readScaledNumber() else { return nil }
    guard let percent = try readWari(magnitude), let unit = readSuffix() else { return nil }
    guard openParentheses == 0, currency.isEmpty || unit.isEmpty || unit == currency else { return nil }
    guard percent.unit == nil || (unit.isEmpty && currency.isEmpty) else { return nil }
    guard let value = isNegative.negative ? percent.value.negated : percent.value else { throw .overflow }
    if value.isZero, isNegative.written { marks.insert(.roundedToZero) }
    return ParsedNumber(
      value: value, exponent: exponent, hasScale: hasScale, unit: percent.unit ?? (unit.isEmpty ? currency : unit),
      marks: marks,
      doubts: doubts)
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest.removeFirst(word.unicodeScalars.count)
    return true
  }

  mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

  /// p r e * # ( 約 およそ うち ≧ … , each once, in any order.
  private mutating func readPrefixFlags() {
    while let first = rest.first {
      let flag: Marks? =
        switch first {
        case "p": .provisional
        case "r": .revised
        case "e": .estimated
        case "*": .smallBase
        case "#": .ofWhich
        case "(": .reference
        case "約": .approximate
        case "≥", "≧", "≤", "≦", ">", "<": .bound
        default: nil
        }
      if let flag {
        guard !marks.contains(flag) else { return }
        marks.insert(flag)
        rest.removeFirst()
        if flag == .reference { openParentheses += 1 }
      } else if take(word: "およそ") {
        marks.insert(.approximate)
      } else if take(word: "うち") {
        marks.insert(.ofWhich)
      } else {
        return
      }
      skipSpaces()
    }
  }

  /// Sign and ¥ in either order, each at most once; nil where no digit follows.
  private mutating func readSignAndCurrency() -> (negative: Bool, written: Bool)? {
    var sign: (negative: Bool, written: Bool) = (false, false)
    while let first = rest.first, !("0"..."9").contains(first) {
      switch first {
      case "¥" where currency.isEmpty, "\\" where currency.isEmpty: currency = "円"
      case "+" where !sign.written: sign = (false, true)
      case "-", "△", "▲", "\u{2010}", "\u{2011}", "\u{2013}", "\u{FE63}", "\u{207B}", "ー", "\u{2015}":
        guard !sign.written else { return nil }
        sign = (true, true)
        if first == "ー" || first == "\u{2015}" { doubts.append(.doubtfulMinus(String(first))) }
      default: return nil
      }
      rest.removeFirst()
      skipSpaces()
    }
    return rest.isEmpty ? nil : sign
  }
}
