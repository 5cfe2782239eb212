import ShihyoModel
import ShihyoStatistics

/// The figures that compare two others, exact until printed: of trends, and of the periods of a paper.
///
/// - Missing: where one side is missing, so is the comparison; nothing is filled in.
/// - Undefined, in words: 皆増, 皆減, both 0, a value before that is negative.
/// - Source: domain.md, section 9.
struct FigureComparison {
  /// The values are rates, so a change is a difference.
  let isRate: Bool
  let digits: Int?

  /// 増減率, or the difference of rates.
  func change(from before: Figure?, to now: Figure) -> Figure {
    isRate ? difference(from: before, to: now) : relative(from: before, to: now)
  }

  private func relative(from before: Figure?, to now: Figure) -> Figure {
    var figure = pair(before, now, kind: .change, unit: "％") { Change(from: $0, to: $1).percentage }
    if let before, let from = before.decimalValue, let to = now.decimalValue {
      (figure.numerator, figure.denominator) = (to, from)
    }
    return figure
  }

  /// Points between percentages, else in the unit of the values.
  func difference(from before: Figure?, to now: Figure) -> Figure {
    let isPercent = isRate && (now.unit == "％" || before?.unit == "％")
    var figure = pair(
      before, now, kind: isPercent ? .points : .difference, unit: isPercent ? "ポイント" : now.unit
    ) { before, now in .exact(now - before) }
    figure.textDigits = max(now.printedDecimals, before?.printedDecimals ?? 0)
    if let before, let from = before.decimalValue, let to = now.decimalValue, let exact = to.subtracting(from) {
      figure.value = .decimal(exact)
      if !isPercent { figure.digits = nil }
    }
    return figure
  }

  /// now / before × 100.
  func level(_ now: Figure, of base: Figure?) -> Figure {
    pair(base, now, kind: .index, unit: nil) { base, now in
      guard base > .zero else { return .undefined(ChangeWords.baseNotPositive) }
      return (now / base).map { .exact($0 * Rational(100)) }
    }
  }

  /// 寄与度 and 寄与率 of one group.
  func contribution(from before: Figure?, to now: Figure, totalBefore: Figure?, totalNow: Figure?) -> [Figure] {
    let change = totalBefore?.exactValue.flatMap { before in totalNow?.exactValue.map { $0 - before } }
    if [totalBefore, totalNow].contains(where: { $0?.value == .absent(.suppressed) }) {
      return [(Figure.Kind.points, "ポイント"), (.share, "％")].map {
        Figure(kind: $0.0, value: .absent(.suppressed), unit: $0.1, digits: digits, textDigits: 1)
      }
    }
    let marks = (totalBefore?.comparedMarks ?? []).union(totalNow?.comparedMarks ?? [])
    var points = pair(before, now, kind: .points, unit: "ポイント") { before, now in
      guard let total = totalBefore?.exactValue else { return nil }
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
    _ before: Figure?, _ now: Figure, kind: Figure.Kind, unit: String?,
    _ compute: (_ before: Rational, _ now: Rational) -> Figure.Value?
  ) -> Figure {
    var figure = Figure(kind: kind, value: .absent(.missing), unit: unit, digits: digits, textDigits: 1)
    guard let before else { return figure }
    guard let from = before.exactValue, let to = now.exactValue else {
      figure.value = Self.gap(before.value) ?? Self.gap(now.value) ?? .absent(.missing)
      return figure
    }
    figure.marks = before.comparedMarks.union(now.comparedMarks)
    figure.reasons = before.reasons
    figure.reasons.merge(now.reasons)
    figure.value = compute(from, to) ?? .absent(.missing)
    return figure
  }

  /// Whether the printed values give another change than the one that is printed: the reader is then told.
  func differsFromPrinted(_ change: Figure, from before: Figure?, to now: Figure) -> Bool {
    guard change.exactValue != nil, let before = before?.asPrinted, let now = now.asPrinted else { return false }
    let ofPrinted = change.kind == .change ? relative(from: before, to: now) : difference(from: before, to: now)
    return ofPrinted.exactValue?.rounded(to: change.printedDecimals, change.rounding) != ExactDecimal(change.printed)
  }

  /// Why a side has no number: a suppressed value stays suppressed in what is computed of it.
  private static func gap(_ value: Figure.Value) -> Figure.Value? {
    switch value {
    case .absent(let reason): .absent(reason)
    case .undefined(let words): .undefined(words)
    case .exact, .decimal, .approximate, .text, .date: nil
    }
  }
}

extension Figure {
  var decimalValue: ExactDecimal? { if case .decimal(let decimal) = value { decimal } else { nil } }

  /// Decimals that it prints.
  fileprivate var printedDecimals: Int { ExactDecimal(printed)?.decimals ?? digits ?? textDigits }

  /// What travels to every comparison: all marks but those that say something of this very number.
  var comparedMarks: Marks { marks.subtracting([.ofWhich, .roundedToZero, .adjusted]) }

  /// The figure with its printed digits as its value; nil without a number.
  fileprivate var asPrinted: Figure? {
    guard let digits = ExactDecimal(printed) else { return nil }
    var figure = self
    figure.value = .decimal(digits)
    return figure
  }
}
