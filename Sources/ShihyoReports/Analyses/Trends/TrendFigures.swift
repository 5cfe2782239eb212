import ShihyoModel

/// The figures that compare two values, exact until printed.
///
/// - Missing: where one side is missing, so is the comparison; nothing is filled in.
/// - Undefined, in words: 皆増, 皆減, both 0, a value before that is negative.
/// - Source: domain.md, section 9.
struct TrendFigures {
  /// The values are rates, so a change is a difference.
  let isRate: Bool
  let digits: Int?

  /// 増減率, or the difference of rates.
  func change(from before: TrendPoint?, to now: TrendPoint) -> Figure {
    isRate ? difference(from: before, to: now) : relative(from: before, to: now)
  }

  private func relative(from before: TrendPoint?, to now: TrendPoint) -> Figure {
    var figure = pair(before, now, kind: .change, unit: "％") { before, now in
      if before.isNegative { return .undefined(ChangeWords.fromNegative) }
      if before.isZero {
        return .undefined(now.isZero ? ChangeWords.bothZero : now.isNegative ? Self.fromZero : ChangeWords.appeared)
      }
      if now.isZero { return .undefined(ChangeWords.vanished) }
      return ((now - before) / before).map { .exact($0 * Rational(100)) }
    }
    if let before, case .decimal(let from) = before.figure.value, case .decimal(let to) = now.figure.value {
      (figure.numerator, figure.denominator) = (to, from)
    }
    return figure
  }

  /// Points between percentages, else in the unit of the values.
  func difference(from before: TrendPoint?, to now: TrendPoint) -> Figure {
    let isPercent = isRate && now.figure.unit == "％"
    var figure = pair(
      before, now, kind: isPercent ? .points : .difference, unit: isPercent ? "ポイント" : now.figure.unit
    ) { before, now in .exact(now - before) }
    figure.textDigits = isPercent ? 1 : max(now.figure.textDigits, before?.figure.textDigits ?? 0)
    if let before, case .decimal(let from) = before.figure.value, case .decimal(let to) = now.figure.value,
      let exact = to.subtracting(from)
    {
      figure.value = .decimal(exact)
      if !isPercent { figure.digits = nil }
    }
    return figure
  }

  /// now / before × 100.
  func level(_ now: TrendPoint, of base: TrendPoint?) -> Figure {
    pair(base, now, kind: .index, unit: nil) { base, now in
      guard base > .zero else { return .undefined(ChangeWords.baseNotPositive) }
      return (now / base).map { .exact($0 * Rational(100)) }
    }
  }

  /// 寄与度 and 寄与率 of one group.
  func contribution(
    from before: TrendPoint?, to now: TrendPoint, totalBefore: TrendPoint?, totalNow: TrendPoint?
  ) -> [Figure] {
    let change = totalBefore?.value.flatMap { before in totalNow?.value.map { $0 - before } }
    let marks = (totalBefore?.marks ?? []).union(totalNow?.marks ?? [])
    var points = pair(before, now, kind: .points, unit: "ポイント") { before, now in
      guard let total = totalBefore?.value else { return nil }
      if total.isNegative || total.isZero { return .undefined(ChangeWords.baseNotPositive) }
      return ((now - before) / total).map { .exact($0 * Rational(100)) }
    }
    var share = pair(before, now, kind: .share, unit: "％") { before, now in
      guard let change else { return nil }
      return ((now - before) / change).map { .exact($0 * Rational(100)) } ?? .undefined(ChangeWords.totalUnchanged)
    }
    if points.exactValue != nil { points.marks.formUnion(marks) }
    if share.exactValue != nil { share.marks.formUnion(marks) }
    return [points, share]
  }

  /// A figure of two values; `missing` where one of them is.
  func pair(
    _ before: TrendPoint?, _ now: TrendPoint, kind: Figure.Kind, unit: String?,
    _ compute: (_ before: Rational, _ now: Rational) -> Figure.Value?
  ) -> Figure {
    var figure = Figure(kind: kind, value: .absent(.missing), unit: unit, digits: digits, textDigits: 1)
    guard let before else { return figure }
    figure.marks = before.marks.union(now.marks)
    figure.reasons = before.figure.reasons
    figure.reasons.merge(now.figure.reasons)
    guard let from = before.value, let to = now.value else {
      figure.value = Self.gap(before.figure.value) ?? Self.gap(now.figure.value) ?? .absent(.missing)
      figure.marks = []
      figure.reasons = ReasonCounts()
      return figure
    }
    figure.value = compute(from, to) ?? .absent(.missing)
    return figure
  }

  private static let fromZero = Bilingual(ja: "もとが0", en: "from 0")

  /// Why a side has no number: a suppressed value stays suppressed in what is computed of it.
  private static func gap(_ value: Figure.Value) -> Figure.Value? {
    switch value {
    case .absent(let reason): .absent(reason)
    case .undefined(let words): .undefined(words)
    case .exact, .decimal, .approximate, .text, .date: nil
    }
  }
}
