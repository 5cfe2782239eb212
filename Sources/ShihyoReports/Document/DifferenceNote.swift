import ShihyoModel

/// What a sentence must say where 47.9 against 46.5 is printed as 1.3 points: the difference is rounded once, from the exact
/// values, so that it need not be that of the printed ones.
enum DifferenceNote {
  static let text = Bilingual(
    ja: "（端数処理の関係で、表示した値の差とは一致しない。）",
    en: " (Because of rounding, this is not the difference of the printed values.)")

  /// The lines of a list; behind each that prints such a difference stands the note. The two values stand in its own line or in
  /// the one before.
  /// - Cost: O(lines × figures of a line³).
  static func noted(_ lines: [[ReportDocument.Inline]], _ note: Bilingual) -> [[ReportDocument.Inline]] {
    var before: [Figure] = []
    return lines.map { line in
      let figures = line.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
      let own = figures.filter { !$0.isDifference && $0.exactValue != nil }
      let values = before + own
      before = own
      let isOff = figures.contains { $0.isDifference && differsFromPrinted($0, values) }
      return isOff ? line + [.text(note)] : line
    }
  }

  /// Whether two of the values have exactly this difference, and in print another one.
  static func differsFromPrinted(_ difference: Figure, _ values: [Figure]) -> Bool {
    guard let exact = difference.exactValue, !exact.isZero, let printed = ExactDecimal(difference.printed) else {
      return false
    }
    // Of the same metric and group, where the figures say what they are.
    func isSide(_ value: Figure) -> Bool {
      guard let own = difference.id, let id = value.id else { return true }
      return own.metric.hasPrefix(id.metric + ".") && own.dimensions == id.dimensions
    }
    let values = values.filter(isSide)
    for (place, one) in values.enumerated() {
      for other in values[..<place] {
        guard one.unit == other.unit, let first = one.exactValue, let second = other.exactValue,
          (first - second).magnitude == exact.magnitude, let left = ExactDecimal(one.printed),
          let right = ExactDecimal(other.printed)
        else { continue }
        return (Rational(left) - Rational(right)).magnitude != Rational(printed).magnitude
      }
    }
    return false
  }
}

extension Figure {
  fileprivate var isDifference: Bool { kind == .points || kind == .difference }
}
