import ShihyoModel

/// A signed sum of one group's figures: the value, or why there is none.
///
/// - Units: that of the first term that has one; the others are converted exactly (千円 and 円 add up in 千円).
/// - Missing: one term without a value leaves the whole sum without one; one incomplete term makes it incomplete.
struct SignedSumValue: Hashable {
  enum Content: Hashable {
    case value(Rational)
    case absent(Reason)
    case undefined(Bilingual)
  }

  var content = Content.value(.zero)
  /// nil where a term is no decimal (a mean, a quantile) or the digits do not fit.
  var decimal: ExactDecimal? = .zero
  /// nil where no term has one.
  private(set) var unit: MeasureUnit?
  var marks: Marks = []
  var reasons = ReasonCounts()

  /// A number that was found on another way; nothing is known of its unit or its digits.
  init(_ value: Rational) {
    content = .value(value)
    decimal = nil
  }

  /// - Errors: `notNumeric` where a term is a text or a date, `unitsDiffer` where 円 and 人 would be added up.
  init(_ sum: SignedSum, in group: MeasuredGroup) throws(Findings) {
    for term in sum.terms {
      guard let figure = group.figures[term.measure] else { continue }
      marks.formUnion(figure.marks)
      reasons.merge(figure.reasons)
      let own = figure.unit.flatMap { MeasureUnit(parsing: $0) }
      let shift = try Self.shift(from: own, to: unit ?? own)
      unit = unit ?? own
      switch figure.value {
      case .decimal(let number):
        let amount = number.scaled(byPowerOfTen: shift)
        decimal = decimal.flatMap { sum in amount.flatMap { term.isNegative ? sum.subtracting($0) : sum.adding($0) } }
        add(Rational(number) * Self.factor(shift), isNegative: term.isNegative)
      case .exact(let number):
        decimal = nil
        add(number * Self.factor(shift), isNegative: term.isNegative)
      case .absent(let reason): giveUp(.absent(reason))
      case .undefined(let words): giveUp(.undefined(words))
      case .text, .date, .approximate: throw Findings([.notNumeric(measure: term.measure.machineName)])
      }
    }
  }

  var value: Rational? { if case .value(let value) = content { value } else { nil } }

  /// The same amount in the unit of `other`, so that both can be compared.
  ///
  /// - Errors: `unitsDiffer` where the units count different things.
  func inUnit(of other: SignedSumValue) throws(Findings) -> SignedSumValue {
    let shift = try Self.shift(from: unit, to: other.unit ?? unit)
    guard shift != 0 else { return self }
    var converted = self
    converted.unit = other.unit
    converted.decimal = decimal.flatMap { $0.scaled(byPowerOfTen: shift) }
    if case .value(let value) = content { converted.content = .value(value * Self.factor(shift)) }
    return converted
  }

  /// Places that the point moves; 0 where a side has no unit, since nothing is known of it.
  private static func shift(from own: MeasureUnit?, to other: MeasureUnit?) throws(Findings) -> Int {
    guard let own, let other else { return 0 }
    guard own.base == other.base, abs(own.exponent - other.exponent) <= 38 else {
      throw Findings([.unitsDiffer(first: other.symbol, second: own.symbol)])
    }
    return own.exponent - other.exponent
  }

  private static func factor(_ shift: Int) -> Rational {
    let power = Rational(
      ExactDecimal.powerOfTen(abs(shift)).map { ExactDecimal(coefficient: $0, decimals: 0) } ?? .zero)
    return shift < 0 ? (Rational(1) / power ?? .zero) : power
  }

  private mutating func add(_ number: Rational, isNegative: Bool) {
    guard case .value(let value) = content else { return }
    content = .value(isNegative ? value - number : value + number)
  }

  /// The first term without a value decides what is said.
  private mutating func giveUp(_ why: Content) {
    decimal = nil
    if case .value = content { content = why }
  }
}
