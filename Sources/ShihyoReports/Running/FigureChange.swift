import ShihyoDefinitions
import ShihyoModel

/// The change of a figure against another period: ポイント between percentages, 増減率 between numbers.
///
/// - Rounding: once, from the exact difference; where that is not the difference of the printed figures, `differsFromPrinted`.
/// - Missing: a side without a value gives its reason; a base of 0 or below has no rate (皆増).
struct FigureChange {
  let figure: Figure
  let differsFromPrinted: Bool

  init(now: Figure, before: Figure, comparison: PeriodComparison) {
    let isPercentage = now.unit == "％" || before.unit == "％"
    var change = isPercentage ? Self.points(now, before) : Self.rate(now, before)
    change.marks = now.marks.union(before.marks)
    change.reasons = now.reasons
    change.reasons.merge(before.reasons)
    change.definition = comparison.definition(now.definition ?? before.definition)
    figure = change
    if isPercentage, let first = ExactDecimal(now.printed), let second = ExactDecimal(before.printed),
      let printed = ExactDecimal(change.printed)
    {
      differsFromPrinted = Rational(first) - Rational(second) != Rational(printed)
    } else {
      differsFromPrinted = false
    }
  }

  private static func points(_ now: Figure, _ before: Figure) -> Figure {
    var figure = Figure(kind: .points, value: missing(now, before), unit: "ポイント")
    figure.textDigits = now.digits ?? (now.exactDecimals ?? now.textDigits)
    if let first = now.exactValue, let second = before.exactValue { figure.value = .exact(first - second) }
    return figure
  }

  private static func rate(_ now: Figure, _ before: Figure) -> Figure {
    guard let first = now.exactValue, let second = before.exactValue else {
      return Figure(kind: .change, value: missing(now, before), unit: "％", textDigits: 1)
    }
    var (numerator, denominator) = (SignedSumValue(first), SignedSumValue(second))
    numerator.decimal = now.decimalValue
    denominator.decimal = before.decimalValue
    return RatioKind.change.figure(numerator, over: denominator, digits: nil)
  }

  private static func missing(_ now: Figure, _ before: Figure) -> Figure.Value {
    switch (now.value, before.value) {
    case (.absent(let reason), _), (_, .absent(let reason)): .absent(reason)
    case (.undefined(let words), _), (_, .undefined(let words)): .undefined(words)
    default: .absent(.missing)
    }
  }
}

extension SignedSumValue {
  init(_ value: Rational) {
    content = .value(value)
    decimal = nil
  }
}

extension Figure {
  var decimalValue: ExactDecimal? { if case .decimal(let decimal) = value { decimal } else { nil } }
  /// Decimals that a number prints which keeps its own.
  var exactDecimals: Int? { decimalValue?.decimals }
}
