import ShihyoModel

/// What shares are taken of, in 構成比 and in surveys alike.
struct ShareOfBase {
  /// The amount of the base with its marks, reasons and n.
  let base: Figure
  /// One part is below 0, so none of them is a share.
  let hasNegative: Bool
  let digits: Int?
  /// False where weights, and so the shares, are doubles.
  var isExact = true

  /// `part` of the base in per cent, exact; rounded half up on its own when it is printed.
  ///
  /// - Parameter excluded: why the part is not in the base; nil: it is.
  /// - Missing: a part without a value shows its reason; where cells were left out of the base, every share is incomplete.
  /// - Undefined, in words: outside the base, a negative part, a base of 0.
  func share(_ part: Figure, excluded: Bilingual? = nil) -> Figure {
    var figure = Figure(
      kind: .share, value: value(part, excluded), unit: "％", numerator: part.decimalValue,
      denominator: base.decimalValue, n: base.n, digits: digits, textDigits: 1, reasons: base.reasons)
    guard figure.isNumber else { return figure }
    figure.marks = part.marks.union(base.marks)
    if base.reasons.total > 0 { figure.marks.insert(.incomplete) }
    return figure
  }

  private func value(_ part: Figure, _ excluded: Bilingual?) -> Figure.Value {
    if let excluded { return .undefined(excluded) }
    if hasNegative { return .undefined(Bilingual(ja: "負の値あり", en: "a value is negative")) }
    guard let number = part.exactValue else { return part.value }
    guard let whole = base.exactValue, let quotient = number / whole else {
      return .undefined(Bilingual(ja: "合計が0", en: "the total is 0"))
    }
    let percent = quotient * Rational(100)
    return isExact ? .exact(percent) : .approximate(percent.nearestDouble)
  }
}
