import ShihyoDefinitions
import ShihyoModel

/// The change of a figure of a paper against another period: ポイント between percentages, 増減率 between numbers.
///
/// - Rounding: once, from the exact difference; where that is not what the printed figures give, `differsFromPrinted`.
struct FigureChange {
  let figure: Figure
  let differsFromPrinted: Bool

  /// - Parameter isComparable: false: the two stand for other months, so there is no change to print.
  init(now: Figure, before: Figure, comparison: PeriodComparison, isComparable: Bool = true) {
    let compare = FigureComparison(isRate: now.unit == "％" || before.unit == "％", digits: nil)
    var change = compare.change(from: isComparable ? before : nil, to: now)
    // The words of a hidden figure say why it is.
    let hidden = [now, before].first { $0.value == .absent(.suppressed) }
    change.definition = comparison.definition(hidden?.definition ?? now.definition ?? before.definition)
    // What is subtracted from what: exact where it ends, else to more digits than any paper prints.
    if change.kind == .points, change.exactValue != nil {
      change.numerator = Self.operand(now)
      change.denominator = Self.operand(before)
    }
    figure = change
    differsFromPrinted = compare.differsFromPrinted(change, from: before, to: now)
  }

  private static func operand(_ figure: Figure) -> ExactDecimal? {
    figure.decimalValue ?? figure.exactValue?.rounded(to: 10, .halfUp)?.reduced
  }
}
