import ShihyoModel

/// A signed sum of one group's figures: the value, or why there is none.
///
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
  var marks: Marks = []
  var reasons = ReasonCounts()

  /// - Errors: `notNumeric` where a term is a text or a date.
  init(_ sum: SignedSum, in group: MeasuredGroup) throws(Findings) {
    for term in sum.terms {
      guard let figure = group.figures[term.measure] else { continue }
      marks.formUnion(figure.marks)
      reasons.merge(figure.reasons)
      switch figure.value {
      case .decimal(let number):
        decimal = decimal.flatMap { term.isNegative ? $0.subtracting(number) : $0.adding(number) }
        add(Rational(number), isNegative: term.isNegative)
      case .exact(let number):
        decimal = nil
        add(number, isNegative: term.isNegative)
      case .absent(let reason): giveUp(.absent(reason))
      case .undefined(let words): giveUp(.undefined(words))
      case .text, .date, .approximate: throw Findings([.notNumeric(measure: term.measure.machineName)])
      }
    }
  }

  var value: Rational? { if case .value(let value) = content { value } else { nil } }

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
