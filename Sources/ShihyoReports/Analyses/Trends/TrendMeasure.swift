import ShihyoModel

extension AggregateAnalysis.Column {
  /// The name that machine output gives to the values.
  var machineName: String {
    switch self {
    case .measure(let measure): measure.machineName
    case .ratio(let ratio): ratio.machineName
    }
  }

  /// True for a quotient, and for a column that is declared to hold one: its changes are differences.
  func isRate(schema: Schema?) -> Bool {
    switch self {
    case .ratio: true
    case .measure(let measure):
      switch measure {
      case .primitive(.count), .primitive(.countValues), .distinct: false
      default:
        measure.column.flatMap { schema?.field(named: $0) }.map { $0.additivity == .rate || $0.unit?.symbol == "％" }
          ?? false
      }
    }
  }

  /// True where the values of several periods can be added up: Σ of amounts, Σ numerator / Σ denominator of ratios.
  var isAdditive: Bool {
    measures.allSatisfy { measure in
      switch measure {
      case .primitive(.count), .primitive(.countValues), .primitive(.sum): true
      default: false
      }
    }
  }

  /// The first sum of a stock.
  func stock(schema: Schema?) -> Measure? {
    measures.first { measure in
      guard case .primitive(.sum(let column)) = measure else { return false }
      return schema?.field(named: column)?.additivity == .stock
    }
  }

  /// True where a period without a record has none, instead of missing one.
  var countsRecords: Bool { measures.allSatisfy { $0 == .count } }

  /// The value of a period, or of several added up, as a figure.
  ///
  /// - Parameter divisor: what the sum of amounts is divided by (a mean of periods); ratios need none.
  func figure(_ parts: [SignedSumValue], model: Figure, dividedBy divisor: Rational? = nil, digits: Int?) -> Figure {
    if case .ratio(let ratio) = self, let kind = ratio.kind, parts.count == 2 {
      return kind.figure(parts[0], over: parts[1], digits: digits)
    }
    guard let sum = parts.first else { return model }
    var figure = model
    figure.marks = sum.marks
    figure.reasons = sum.reasons
    figure.digits = nil
    switch sum.content {
    case .absent(let reason): figure.value = .absent(reason)
    case .undefined(let words): figure.value = .undefined(words)
    case .value(let value):
      if let divisor, let quotient = value / divisor {
        figure.value = .exact(quotient)
        figure.digits = digits
      } else if let decimal = sum.decimal {
        figure.value = .decimal(decimal)
      } else {
        figure.value = .exact(value)
        figure.digits = digits
      }
    }
    return figure
  }
}

extension SignedSumValue {
  /// Terms added up, each times its weight; one term without a value leaves the whole without one.
  ///
  /// - Parameter weights: nil: 1 each, and the decimals of the terms stay.
  init(adding terms: [SignedSumValue], weights: [Rational]? = nil) {
    var sum = Rational.zero
    decimal = weights == nil ? .zero : nil
    for (place, term) in terms.enumerated() {
      marks.formUnion(term.marks)
      reasons.merge(term.reasons)
      decimal = decimal.flatMap { sum in term.decimal.flatMap { sum.adding($0) } }
      guard case .value(let value) = term.content else {
        if case .value = content { content = term.content }
        continue
      }
      sum = sum + (weights.map { $0[place] * value } ?? value)
    }
    if case .value = content { content = .value(sum) } else { decimal = nil }
  }
}
