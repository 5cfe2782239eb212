import ShihyoModel

/// Numbers that a wrong one may have been taken from: other bases and readings of its ratio, other periods of its metric, other
/// figures of its document.
struct SlipSearch {
  let figure: KnownFigure
  let evaluator: Evaluator
  /// In which the wrong number is said.
  let unit: MeasureUnit?

  init(figure: KnownFigure, evaluator: Evaluator, unit: MeasureUnit? = nil) {
    (self.figure, self.evaluator) = (figure, evaluator)
    self.unit = unit ?? figure.printed?.main?.unit
  }

  func candidates(for expression: ComparedValue, _ found: Quantity) async -> [LikelySlip.Candidate] {
    var candidates: [LikelySlip.Candidate] = []
    if case .data(let reference) = expression { candidates += await siblings(reference) }
    candidates += await swapped(expression)
    candidates += await partsAdded(expression, found)
    candidates += await points(expression)
    if let parts = found.parts { candidates += bases(parts, found) }
    for other in neighbours(found) {
      guard let number = other.printed?.main, number.unit == unit else { continue }
      candidates.append(LikelySlip.Candidate(value: number.value, slip: .otherFigure(other.id)))
    }
    return candidates
  }

  /// Known figures of the same document, then those of the documents and datasets that it was computed from.
  private func neighbours(_ found: Quantity) -> [KnownFigure] {
    let documents = Set(found.ids.compactMap { evaluator.figures[$0]?.document })
    let datasets = Set(found.inputs.map { String($0.prefix { $0 != "/" }) })
    let all = evaluator.figures.values.filter { other in
      other.id != figure.id && other.isPrinted
        && (other.document == figure.document || documents.contains(other.document) || datasets.contains(other.dataset))
    }
    return all.sorted { left, right in
      let own = (left.document == figure.document, right.document == figure.document)
      return own.0 == own.1 ? Label(left.id) < Label(right.id) : own.0
    }
  }

  /// A change in ％ that is the difference in ポイント, and the reverse.
  private func points(_ expression: ComparedValue) async -> [LikelySlip.Candidate] {
    guard case .call(let function, let sides) = expression, sides.count == 2, [.change, .difference].contains(function)
    else { return [] }
    let other: ComparedFunction = function == .change ? .difference : .change
    guard let side = try? await evaluator.value(of: sides[0]), side.unit?.base == "%",
      let value = try? await evaluator.value(of: .call(other, sides)).number
    else { return [] }
    return [LikelySlip.Candidate(value: value, slip: .percentForPoints)]
  }

  /// うち: what a sum becomes when a declared part of an addend is added as well; in the unit of the printed number.
  func partsAdded(_ expression: ComparedValue, _ sum: Quantity) async -> [LikelySlip.Candidate] {
    guard case .call(.sum, let addends) = expression else { return [] }
    var candidates: [LikelySlip.Candidate] = []
    for whole in DeclaredParts.addends(addends) {
      for part in evaluator.parts.parts(of: whole) {
        guard let value = try? await evaluator.value(of: .reference(part, index: nil)),
          let total = try? Evaluator.sum([sum, value]),
          let number = total.converted(to: unit)?.number
        else { continue }
        candidates.append(LikelySlip.Candidate(value: number, slip: .partAdded(part)))
      }
    }
    return candidates
  }

  /// Sums and differences of its own two numbers, then other figures: of many one has the digits by chance.
  private func bases(
    _ parts: (numerator: Rational, denominator: Rational), _ found: Quantity
  ) -> [LikelySlip.Candidate] {
    let factor = Rational(unit?.base == "%" ? 100 : 1)
    let (top, bottom) = (parts.numerator.machineSpelling, parts.denominator.machineSpelling)
    var bases = [
      (parts.numerator + parts.denominator, "\(top) + \(bottom)"),
      (parts.denominator - parts.numerator, "\(bottom) − \(top)"),
    ]
    bases += neighbours(found).compactMap { other -> (Rational, String)? in
      guard let number = other.printed?.main, number.isExact, number.value > .zero else { return nil }
      return (number.value, other.id)
    }
    return bases.compactMap { base, name in
      (parts.numerator / base).map { LikelySlip.Candidate(value: $0 * factor, slip: .otherBase(name)) }
    }
  }

  /// The same of other periods and groups, then something else of the same group.
  private func siblings(_ reference: DataReference) async -> [LikelySlip.Candidate] {
    func candidates(_ others: [DataDesk.Other], _ slip: (String) -> LikelySlip) -> [LikelySlip.Candidate] {
      others.compactMap { other in
        guard let value = other.quantity.converted(to: unit)?.number else { return nil }
        return LikelySlip.Candidate(value: value, slip: slip(other.name))
      }
    }
    return await periods(reference) + candidates(evaluator.desk.otherGroups(reference), LikelySlip.otherGroup)
      + candidates(evaluator.desk.otherMeasures(reference), LikelySlip.otherMeasure)
  }

  /// The sides exchanged; and of a change its two levels, and the ratio of one to the other.
  private func swapped(_ expression: ComparedValue) async -> [LikelySlip.Candidate] {
    guard case .call(let function, let sides) = expression, sides.count >= 2 else { return [] }
    var candidates: [LikelySlip.Candidate] = []
    func add(_ expression: ComparedValue, _ slip: LikelySlip) async {
      guard let number = try? await evaluator.value(of: expression).converted(to: unit)?.number else { return }
      candidates.append(LikelySlip.Candidate(value: number, slip: slip))
    }
    if [.change, .difference, .share, .multiple, .rate].contains(function) {
      await add(.call(function, [sides[1], sides[0]] + sides.dropFirst(2)), .swapped)
    }
    if function == .difference {
      for side in sides { await add(side, .level(Self.name(side))) }
    } else if function == .change {
      await add(.call(.share, sides), .level(sides.map(Self.name).joined(separator: " ÷ ")))
    }
    return candidates
  }

  private static func name(_ side: ComparedValue) -> String {
    if case .data(let reference) = side { reference.text } else { Evaluator.names([side]) }
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
