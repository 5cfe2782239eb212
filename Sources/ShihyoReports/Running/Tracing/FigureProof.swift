package import ShihyoModel

extension FigureOrigin {
  /// What the totals of the parts give by the figure's own rule, exactly.
  ///
  /// - Parameter totals: one per part, in their order.
  /// - Parameter kind: of the figure: between numbers that are no percentages a change is a rate unless it is a difference.
  /// - Returns: nil where no rows stand for it, or where it is taken from rows that do not add up to it.
  package func value(of totals: [PartTotal], kind: Figure.Kind? = nil) -> Rational? {
    var rest = totals[...]
    return value(taking: &rest, kind)
  }

  private func value(taking totals: inout ArraySlice<PartTotal>, _ figure: Figure.Kind? = nil) -> Rational? {
    switch self {
    case .sum: return totals.popFirst()?.exactSum
    case .selection:
      totals = totals.dropFirst()
      return nil
    case .ratio(let kind, let part, let base):
      let numerator = totals.popFirst().flatMap { kind.numerator($0, of: part, over: base) }
      guard let denominator = totals.popFirst()?.exactSum, let numerator else { return nil }
      return kind.figure(SignedSumValue(numerator), over: SignedSumValue(denominator), digits: nil).exactValue
    case .change(_, let now, let before):
      let first = now.origin?.value(taking: &totals)
      let second = before.origin?.value(taking: &totals)
      guard let first, let second else { return nil }
      if figure == .difference || now.figure.unit == "％" || before.figure.unit == "％" { return first - second }
      return RatioKind.change.figure(SignedSumValue(first), over: SignedSumValue(second), digits: nil).exactValue
    case .total(let figures):
      var sum: Rational? = .zero
      for figure in figures {
        let value = figure.origin?.value(taking: &totals)
        sum = sum.flatMap { sum in value.map { sum + $0 } }
      }
      return sum
    case .derived(_, let figures):
      for figure in figures { _ = figure.origin?.value(taking: &totals) }
      return nil
    }
  }
}

extension PartTotal {
  /// nil where no row stands for the part and where the digits do not fit.
  package var exactSum: Rational? { sum.map { Rational($0) } }
}

extension RatioKind {
  /// What the rows of a numerator add up to, as the figure has it: amounts that are compared are in the unit of the denominator.
  package func numerator(_ total: PartTotal, of part: FigurePart, over base: FigurePart) -> Rational? {
    guard comparesLikeWithLike, let own = part.unit, let other = base.unit, own.exponent != other.exponent else {
      return total.exactSum
    }
    guard let factor = Rational(powerOfTen: own.exponent - other.exponent) else { return nil }
    return total.exactSum.map { $0 * factor }
  }
}

extension FigurePart {
  fileprivate var unit: MeasureUnit? { sum.unit(schema: dataset.schema) }
}

extension Rational {
  /// nil where the digits do not fit.
  fileprivate init?(powerOfTen exponent: Int) {
    guard let coefficient = ExactDecimal.powerOfTen(abs(exponent)) else { return nil }
    let power = Rational(ExactDecimal(coefficient: coefficient, decimals: 0))
    guard let result = exponent < 0 ? Rational(1) / power : power else { return nil }
    self = result
  }
}
