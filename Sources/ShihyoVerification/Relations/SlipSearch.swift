import ShihyoModel

/// Numbers that a wrong one may have been taken from: other bases and readings of its ratio, other periods of its metric, other
/// figures of its document.
struct SlipSearch {
  let figure: KnownFigure
  let evaluator: Evaluator

  func candidates(for expression: ComparedValue, _ found: Quantity) async -> [LikelySlip.Candidate] {
    var candidates: [LikelySlip.Candidate] = []
    if case .data(let reference) = expression { candidates += await periods(reference) }
    candidates += await partsAdded(expression, found)
    if let parts = found.parts { candidates += bases(parts, isPercentage: figure.printed?.main?.unit?.base == "%") }
    for other in neighbours {
      guard let number = other.printed?.main, number.unit == figure.printed?.main?.unit else { continue }
      candidates.append(LikelySlip.Candidate(value: number.value, slip: .otherFigure(other.id)))
    }
    return candidates
  }

  /// Known figures of the same document.
  private var neighbours: [KnownFigure] {
    evaluator.figures.values.filter { $0.document == figure.document && $0.id != figure.id && $0.isPrinted }
      .sorted { Label($0.id) < Label($1.id) }
  }

  /// うち: what a sum becomes when a declared part of an addend is added as well; in the unit of the printed number.
  func partsAdded(_ expression: ComparedValue, _ sum: Quantity) async -> [LikelySlip.Candidate] {
    guard case .call(.sum, let addends) = expression else { return [] }
    var candidates: [LikelySlip.Candidate] = []
    for whole in DeclaredParts.addends(addends) {
      for part in evaluator.parts.parts(of: whole) {
        guard let value = try? await evaluator.value(of: .reference(part, index: nil)),
          let total = try? Evaluator.sum([sum, value]),
          let number = total.converted(to: figure.printed?.main?.unit)?.number
        else { continue }
        candidates.append(LikelySlip.Candidate(value: number, slip: .partAdded(part)))
      }
    }
    return candidates
  }

  private func bases(
    _ parts: (numerator: Rational, denominator: Rational), isPercentage: Bool
  ) -> [LikelySlip.Candidate] {
    let factor = Rational(isPercentage ? 100 : 1)
    var bases = neighbours.compactMap { other -> (Rational, String)? in
      guard let number = other.printed?.main, number.isExact, number.value > .zero else { return nil }
      return (number.value, other.id)
    }
    bases.append((parts.numerator + parts.denominator, "\(parts.numerator) + \(parts.denominator)"))
    bases.append((parts.denominator - parts.numerator, "\(parts.denominator) − \(parts.numerator)"))
    return bases.compactMap { base, name in
      (parts.numerator / base).map { LikelySlip.Candidate(value: $0 * factor, slip: .otherBase(name)) }
    }
  }

  private func periods(_ reference: DataReference) async -> [LikelySlip.Candidate] {
    guard case .metric(let name, let spelled?) = reference.source, let period = Period(machineSpelling: spelled) else {
      return []
    }
    var candidates: [LikelySlip.Candidate] = []
    for other in [period.advanced(by: -1), period.advanced(by: 1), period.yearBefore] {
      var asked = reference
      asked.source = .metric(name, period: other.machineSpelling)
      guard let value = try? await evaluator.desk.quantity(asked).number else { continue }
      candidates.append(LikelySlip.Candidate(value: value, slip: .otherPeriod(other.machineSpelling)))
    }
    return candidates
  }
}
