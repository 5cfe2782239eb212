/// The digits of a figure. Each spelling rounds once, from the exact value; a negative zero is 0.
extension Figure {
  /// The digits as text for people shows them, in neutral form: `-` for negatives, no grouping, nothing for an absent value.
  ///
  /// - Rounding: to `digits`, else `textDigits`; a decimal (count, sum, extreme) without `digits` keeps its own decimals.
  public var printed: String {
    switch value {
    case .exact(let rational): Self.spell(rational, digits: digits ?? textDigits, rounding: rounding)
    case .decimal(let decimal):
      if let digits { Self.spell(Rational(decimal), digits: digits, rounding: rounding) } else { decimal.description }
    case .approximate(let double):
      Rational(exactly: double).map { Self.spell($0, digits: digits ?? textDigits, rounding: rounding) } ?? ""
    case .text(let text): text
    case .date(let date): date.description
    case .absent, .undefined: ""
    }
  }

  /// As CSV and JSON spell it: `printed` if digits were asked for by name; else exact if it ends within 15 places,
  /// else the shortest spelling of the nearest double. No grouping; empty for an absent value.
  public var machineSpelling: String {
    if digits != nil { return printed }
    switch value {
    case .exact(let rational): return rational.machineSpelling
    case .approximate(let double): return Rational(exactly: double)?.machineSpelling ?? ""
    case .decimal, .text, .date, .absent, .undefined: return printed
    }
  }

  /// Marks and reasons as the `marks` column spells them: `missing`, `incomplete(missing=2)`, `provisional`, `inexact`.
  /// Empty for a plain exact value.
  public var markSpellings: [String] {
    var words: [String] = []
    switch value {
    case .absent(let reason): words.append(reason.name)
    case .undefined: words.append("undefined")
    case .approximate: words.append("inexact")
    default: break
    }
    if marks.isEmpty, reasons.total == 0 { return words }
    if leavesOutCells {
      let counts = Reason.allCases.filter { reasons[$0] > 0 }.map { "\($0.name)=\(reasons[$0])" }
      words.append(counts.isEmpty ? "incomplete" : "incomplete(" + counts.joined(separator: " ") + ")")
    }
    for (mark, name) in Marks.names where mark != .incomplete && marks.contains(mark) { words.append(name) }
    return words
  }

  /// Whether it has no `markSpellings`, in less time.
  public var isPlain: Bool {
    switch value {
    case .absent, .undefined, .approximate: false
    case .exact, .decimal, .text, .date: marks.isEmpty && reasons.total == 0
    }
  }

  /// Whether cells without a value stand behind it. A group in which every cell has the reason that is shown is not
  /// «incomplete»: it has no value at all.
  public var leavesOutCells: Bool {
    if case .absent(let reason) = value { return reasons.total > 0 && reasons.common != reason }
    return marks.contains(.incomplete) || reasons.total > 0
  }

  private static func spell(_ rational: Rational, digits: Int, rounding: RoundingMode) -> String {
    rational.rounded(to: digits, rounding)?.description ?? rational.machineSpelling
  }
}
