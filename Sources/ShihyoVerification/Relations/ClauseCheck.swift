import ShihyoModel
import ShihyoStatistics

/// One clause of one known figure, held against its data.
struct ClauseCheck {
  let figure: KnownFigure
  let evaluator: Evaluator
  let lists: ListChecker

  func result(_ clause: Clause) async throws -> ClauseResult {
    var result = try await content(clause.content)
    guard let unclear = clause.unclear, result.verdict != .copied else { return result }
    // A definition that the documents leave open: the value is shown, nothing is said of it.
    if let why = result.why {
      result.why = Bilingual(ja: why.ja + "。" + unclear.ja, en: why.en + "; " + unclear.en)
    } else {
      result.why = unclear
    }
    result.verdict = .undecidable
    result.slip = nil
    return result
  }

  private func content(_ content: Clause.Content) async throws -> ClauseResult {
    switch content {
    case .value(let expression): return try await value(expression)
    case .equal(let left, let right):
      let sides = (try await evaluator.value(of: left), try await evaluator.value(of: right))
      let judgement = try Judge.compare(sides.0, sides.1)
      var result = relation(judgement, sides.0, sides.1, sign: "=")
      if result.verdict == .wrong, result.slip == nil {
        let part = await partAdded((left, sides.0), (right, sides.1))
        result.slip = part == nil ? await slip((left, sides.0), (right, sides.1)) : part
      }
      return result
    case .atMost(let left, let right):
      let sides = (try await evaluator.value(of: left), try await evaluator.value(of: right))
      return relation(try Judge.atMost(sides.0, sides.1), sides.0, sides.1, sign: "≤")
    case .part(let part, let whole):
      let sides = (try await own(part), try await evaluator.value(of: whole))
      return relation(try Judge.atMost(sides.0, sides.1), sides.0, sides.1, sign: "≤")
    case .shares(let shares, let n): return try await self.shares(shares, n: n)
    case .possible(let isMean, let n): return try await possible(isMean: isMean, n: n)
    case .lists(let left, let right): return try await lists.equal(left, right)
    case .spelling(let list): return try await lists.spelling(list)
    case .sequence(let list): return try await lists.sequence(list)
    case .brackets(let labels, let list): return try await lists.brackets(labels, list)
    }
  }

  /// A sum on one side that comes to the other when a declared part is added.
  private func partAdded(
    _ left: (ComparedValue, Quantity), _ right: (ComparedValue, Quantity)
  ) async -> LikelySlip? {
    let search = SlipSearch(figure: figure, evaluator: evaluator)
    for (side, other) in [(left, right), (right, left)] {
      guard let wanted = other.1.converted(to: side.1.unit)?.number else { continue }
      let candidates = await search.partsAdded(side.0, side.1)
      if let found = candidates.first(where: { $0.value == wanted }) { return found.slip }
    }
    return nil
  }

  /// Which side is printed: the one that is a number or a figure beside one that is computed; of two such the coarser one.
  private func slip(
    _ left: (ComparedValue, Quantity), _ right: (ComparedValue, Quantity)
  ) async -> LikelySlip? {
    let isLeft =
      left.0.isPrinted == right.0.isPrinted
      ? left.1.unit?.exponent ?? 0 > right.1.unit?.exponent ?? 0 : left.0.isPrinted
    let (computed, printed) = isLeft ? (right, left) : (left, right)
    let search = SlipSearch(figure: figure, evaluator: evaluator, unit: printed.1.unit)
    // 1,234,560千円 beside 1.2億円: both in the unit of the printed one.
    guard let expected = computed.1.converted(to: printed.1.unit)?.number, let number = printed.1.number else {
      return nil
    }
    let step = Rational(ExactDecimal(coefficient: 1, decimals: printed.1.decimals ?? 0))
    // The two sides are not taken from themselves.
    let own = printed.1.ids.union(computed.1.ids)
    let candidates = await search.candidates(for: computed.0, computed.1).filter {
      if case .otherFigure(let id) = $0.slip { !own.contains(id) } else { true }
    }
    return LikelySlip.find(printed: number, step: step, expected: expected, candidates: candidates)
  }

  private func own(_ expression: ComparedValue?) async throws -> Quantity {
    if let expression { return try await evaluator.value(of: expression) }
    guard let printed = figure.printed?.main else { throw RelationRule.notANumber(figure.id) }
    return figure.quantity(printed)
  }

  private func value(_ expression: ComparedValue) async throws -> ClauseResult {
    var found = try await evaluator.value(of: expression)
    var result = ClauseResult(verdict: .derived)
    result.working = found.working
    result.inputs = found.inputs
    result.sources = found.sources
    result.isCopy = found.isCopy
    guard let printed = figure.printed else {
      if let unit = MeasureUnit(parsing: figure.unit), let own = found.converted(to: unit) { found = own }
      if case .none(let why) = found.content {
        result.verdict = .undecidable
        result.why = why
      }
      result.computed = Judge.spelling(found)
      return result
    }
    if case .numbers = printed.content {
      guard var number = printed.main else { throw RelationRule.notANumber(figure.id) }
      // Only a printed sign can be the wrong one: a bare △0.5 is what it is compared with, ％ or ポイント.
      if Judge.mixesPoints(number.unit, found.unit), !figure.printsRatioUnit { number.unit = found.unit }
      // A number without a unit is said in the unit of the column.
      if found.unit == nil { found.unit = figure.bareUnit(of: number) }
      number = number.directed(beside: found)
      let judgement = try Judge.compare(number, found, rounding: figure.rounding)
      result.take(judgement)
      result.slip = judgement.slip
      // A word has no digits that could slip.
      if judgement.verdict == .wrong, number.bound == nil, !number.digits.isEmpty, let expected = judgement.expected {
        let search = SlipSearch(figure: figure, evaluator: evaluator)
        result.slip = LikelySlip.find(
          printed: number.value, step: number.step, expected: expected,
          candidates: await search.candidates(for: expression, found))
      }
    } else {
      result.take(try Judge.compare(Quantity(printed), found))
      result.computed = Judge.spelling(found)
    }
    // What only repeats the document agrees with it or not; it proves nothing.
    if found.isCopy, [.proved, .withinRounding].contains(result.verdict) { result.verdict = .copied }
    return result
  }

  private func relation(
    _ judgement: Judge.Judgement, _ left: Quantity, _ right: Quantity, sign: String
  ) -> ClauseResult {
    var result = ClauseResult(verdict: judgement.verdict)
    result.take(judgement)
    result.inputs = left.inputs.union(right.inputs)
    result.sources = left.sources + right.sources
    result.working = "\(left.working) \(sign) \(right.working)"
    result.slip = judgement.slip
    return result
  }

  /// Shares add up to 100 within ⌊k/2⌋ units; where n is said, some counts must give all of them.
  private func shares(_ expressions: [ComparedValue], n: ComparedValue?) async throws -> ClauseResult {
    var values: [Quantity] = []
    for expression in expressions { values.append(try await evaluator.value(of: expression)) }
    let sum = try Evaluator.sum(values)
    guard let total = sum.number else { throw RelationRule.notANumber(Evaluator.names(expressions)) }
    let decimals = sum.decimals ?? 0
    let hundred = PrintedNumber(
      value: Rational(100), step: Rational(ExactDecimal(coefficient: 1, decimals: decimals)), decimals: decimals,
      unit: MeasureUnit(parsing: "%"), digits: "100")
    var result = ClauseResult(verdict: .proved)
    result.computed = Judge.shown(total, decimals: decimals)
    result.working = sum.working
    result.inputs = values.reduce(into: []) { $0.formUnion($1.inputs) }
    if total != Rational(100) {
      result.verdict = sum.interval.meets(hundred.interval()) ? .withinRounding : .wrong
      result.difference = Judge.shown(total - Rational(100), decimals: decimals)
    }
    guard let n, let base = try await evaluator.value(of: n).number, let count = Int(base.machineSpelling) else {
      return result
    }
    let printed = values.compactMap { value in value.number?.rounded(to: value.decimals ?? 0) }
    if try !PrintedQuotient.arePossibleTogether(printed, n: count) {
      result.verdict = .wrong
      result.why = Bilingual(ja: "n=\(count) の件数からは、この割合の組は出ません", en: "no counts out of \(count) give these shares")
    }
    return result
  }

  /// GRIM: what is impossible is wrong; what is possible is not proved by that.
  private func possible(isMean: Bool, n: ComparedValue) async throws -> ClauseResult {
    let kind: PrintedQuotient.Kind = isMean ? .mean : .percentage
    guard let printed = figure.printed?.main, let value = printed.value.rounded(to: printed.decimals),
      let base = try await evaluator.value(of: n).number, let count = Int(base.machineSpelling)
    else { throw RelationRule.notANumber(figure.id) }
    let modes: Set<RoundingMode> = figure.rounding == .halfUp ? [.halfUp, .halfEven] : [figure.rounding]
    var result = ClauseResult(verdict: .undecidable)
    guard let numerators = try PrintedQuotient.numerators(value, n: count, kind: kind, modes: modes) else {
      result.verdict = .wrong
      result.why = Bilingual(
        ja: "n=\(count) のどの\(isMean ? "合計" : "件数")からも、この値は出ません",
        en: "no \(isMean ? "sum" : "count") of \(count) gives this value")
      let exact = Rational(count) * printed.value * (Rational(1, over: isMean ? 1 : 100) ?? Rational(1))
      let cut = try PrintedQuotient.numerators(value, n: count, kind: kind, modes: [.down])
      if cut != nil { result.slip = .truncated }
      result.computed =
        exact.rounded(to: 0).flatMap { nearest in
          (Rational(nearest) * Rational(isMean ? 1 : 100) / Rational(count))?.rounded(to: printed.decimals)?.description
        } ?? ""
      return result
    }
    guard PrintedQuotient.isInformative(decimals: printed.decimals, n: count, kind: kind) else {
      result.why = Bilingual(ja: "n=\(count) では、どの値もあり得ます", en: "with n = \(count) every value is possible")
      return result
    }
    result.verdict = .withinRounding
    let range =
      numerators.lowerBound == numerators.upperBound
      ? "\(numerators.lowerBound)" : "\(numerators.lowerBound)～\(numerators.upperBound)"
    result.working = "\(range) ÷ \(count)"
    return result
  }
}

extension ComparedValue {
  /// A number or a figure as it stands, not computed.
  fileprivate var isPrinted: Bool {
    switch self {
    case .number, .reference: true
    case .data, .call, .time: false
    }
  }
}

extension KnownFigure {
  fileprivate var printsRatioUnit: Bool {
    let folded = TextFolding.fold(printedText).lowercased()
    return ["%", "ポイント", "pt"].contains(where: folded.contains)
  }
}

extension ClauseResult {
  mutating func take(_ judgement: Judge.Judgement) {
    verdict = judgement.verdict
    computed = judgement.computed
    difference = judgement.difference
    why = judgement.why
  }
}
