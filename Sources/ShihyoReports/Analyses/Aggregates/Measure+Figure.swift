import ShihyoModel
import ShihyoStatistics

extension Measure {
  /// The figure of one group from its primitive and, for quantiles and distinct counts, the distribution of its values.
  ///
  /// - Missing: cells that are reasons stay out; with some left out the figure is `incomplete`, with nothing left it shows
  ///   their common reason.
  func figure(
    _ value: AggregateValue, distribution: Distribution?, facts: ColumnFacts,
    quantiles: Quantile.Definition = .type7
  ) throws(Findings) -> Figure {
    switch (self, value) {
    case (.primitive, .count(let count)): return .count(count)
    case (.primitive, .countValues(let tally)): return .count(tally.n, marks: tally.marksOfValues)
    case (.primitive, .sum(let sum)):
      let number = try decimal(sum, facts: facts)
      return Figure(kind: .sum, tally: sum.tally, value: .decimal(number), facts: facts, textDigits: number.decimals)
    case (.primitive(.min), .extreme(let extreme)):
      return Figure(kind: .minimum, tally: extreme.tally, value: extreme.figureValue(facts), facts: facts)
    case (.primitive, .extreme(let extreme)):
      return Figure(kind: .maximum, tally: extreme.tally, value: extreme.figureValue(facts), facts: facts)
    case (.mean, .sum(let sum)):
      let total = try decimal(sum, facts: facts)
      let mean = Mean.of(sum: total, n: sum.tally.n)
      var figure = Figure(
        kind: .mean, tally: sum.tally, value: mean.map { .exact($0) }, facts: facts, textDigits: facts.decimals + 1)
      if mean != nil { (figure.numerator, figure.denominator) = (total, ExactDecimal(sum.tally.n)) }
      return figure
    case (.median, .sum(let sum)):
      let half = ExactDecimal(coefficient: 5, decimals: 1)
      return try quantile(.median, at: half, sum.tally, distribution: distribution, facts: facts, quantiles)
    case (.quantile(let p, _), .sum(let sum)):
      return try quantile(.quantile, at: p, sum.tally, distribution: distribution, facts: facts, quantiles)
    case (.distinct, .countValues(let tally)):
      var figure = Figure.count(distribution?.distinct ?? 0)
      figure.kind = .distinct
      figure.n = tally.n
      if tally.reasons.total > 0 {
        figure.reasons = tally.reasons
        figure.marks = .incomplete
      }
      return figure
    default: preconditionFailure("an engine answers each aggregate with its own primitive")
    }
  }

  private func decimal(_ sum: SumValue, facts: ColumnFacts) throws(Findings) -> ExactDecimal {
    guard let number = sum.decimal(decimals: facts.decimals) else {
      throw Findings([.overflow(measure: machineName)])
    }
    return number
  }

  private func quantile(
    _ kind: Figure.Kind, at p: ExactDecimal, _ tally: Tally, distribution: Distribution?, facts: ColumnFacts,
    _ definition: Quantile.Definition
  ) throws(Findings) -> Figure {
    var value: Figure.Value?
    if tally.n > 0, let distribution {
      guard let numbers = distribution.numbers else { throw Findings([.notNumeric(measure: machineName)]) }
      do {
        value = .exact(try Quantile.of(numbers, at: p, definition: definition))
      } catch {
        throw Findings([Finding(error)], kind: .usage)
      }
    }
    return Figure(kind: kind, tally: tally, value: value, facts: facts, textDigits: facts.decimals + 1)
  }
}

extension Figure {
  static func count(_ count: Int, marks: Marks = []) -> Figure {
    Figure(kind: .count, value: .decimal(ExactDecimal(count)), n: count, marks: marks)
  }

  /// A figure over cells: absent where no cell holds a value, incomplete where some were left out.
  init(kind: Kind, tally: Tally, value: Value?, facts: ColumnFacts, textDigits: Int? = nil) {
    let isEmpty = tally.n == 0 || value == nil
    self.init(
      kind: kind, value: isEmpty ? tally.emptyValue : value ?? tally.emptyValue, unit: facts.unit, n: tally.n,
      textDigits: textDigits ?? facts.decimals, marks: tally.marksOfValues,
      reasons: tally.reasons)
    if !isEmpty, tally.reasons.total > 0 { marks.insert(.incomplete) }
  }
}

extension Tally {
  /// The marks that the cells carry. Whether a figure is incomplete depends on the figure: a count of values is not.
  var marksOfValues: Marks { marks.subtracting(.incomplete) }

  /// What stands where no cell holds a value: the reason that all share, else all of them in words.
  var emptyValue: Figure.Value {
    if let common = reasons.common { return .absent(common) }
    if reasons.total == 0 { return .undefined(Bilingual(ja: "該当する行なし", en: "no rows")) }
    let words = reasons.words
    return .undefined(Bilingual(ja: "値なし（\(words.ja)）", en: "no value (\(words.en))"))
  }
}

extension SumValue {
  /// The sum with this many decimals, more where it has digits beyond; nil beyond Int128.
  func decimal(decimals: Int) -> ExactDecimal? {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest == 0 { return ExactDecimal(coefficient: whole).widened(to: decimals) }
    let exact = ExactDecimal(coefficient: billionths, decimals: 9).reduced
    return exact.widened(to: max(decimals, exact.decimals))
  }
}

extension ExtremeValue {
  /// nil where no cell holds a value.
  func figureValue(_ facts: ColumnFacts) -> Figure.Value? {
    if let date { return .date(date) }
    if let number { return .decimal(number.widened(to: max(number.decimals, facts.decimals)) ?? number) }
    return text.map { .text($0.text) }
  }
}
