import ShihyoDefinitions
import ShihyoModel

/// Which case of a movement a change calls for: the same as what a table prints of it.
extension MovementBlock {
  /// - 皆増 and 皆減: `appeared` and `vanished`, else a sentence of the figures and the word.
  /// - A change that prints as 0 has no direction: too small to say, unchanged where both values print alike, else both values.
  func text(
    of change: Figure, now: Figure, before: Figure, _ metric: MetricDefinition, _ language: Language
  ) -> ReportText {
    if case .undefined(let word) = change.value {
      switch word {
      case ChangeWords.appeared: return appeared ?? standing(metric, language)
      case ChangeWords.vanished: return vanished ?? standing(metric, language)
      case ChangeWords.bothZero: return unchanged
      default: return missing
      }
    }
    guard let difference = change.exactValue else { return missing }
    if difference.isZero { return unchanged }
    // A threshold in ％ and a sentence of a rate say nothing of a difference.
    if change.kind == .difference { return standing(metric, language, isDifference: true) }
    let isSmall = threshold.map { difference.magnitude < Rational($0) } ?? false
    let printsZero = ExactDecimal(change.printed)?.isZero ?? false
    if isSmall || printsZero, let tooSmall { return tooSmall }
    if printsZero { return now.printed == before.printed ? unchanged : standing(metric, language, saysChange: false) }
    return difference.isNegative ? fell : rose
  }

  /// `・甲区の利用者数は5人（前期は0人、皆増）。`, with the bullet of the other cases; `missing` where the group is not told by
  /// its names.
  ///
  /// - Parameter saysChange: false: `（前期は1,000,000人）`, of a change too small to print.
  /// - Parameter isDifference: `（前期は△5団体、増減は10団体）`.
  private func standing(
    _ metric: MetricDefinition, _ language: Language, saysChange: Bool = true, isDifference: Bool = false
  ) -> ReportText {
    guard of.dimensions.allSatisfy({ $0.comparison == .equal }) else { return missing }
    let groups = of.dimensions.flatMap(\.values).joined(separator: "・")
    var bullet = ""
    if case .text(let text)? = rose.pieces.first { bullet = String(text.prefix { "・○●-* 　".contains($0) }) }
    let earlier = comparison.base[language]
    let pieces: [ReportText.Piece] =
      switch language {
      case .ja:
        [
          .text(bullet + (groups.isEmpty ? "" : groups + "の") + metric.label.ja + "は"), .word("now"),
          .text("（\(earlier)は"), .word("before"),
        ] + (saysChange ? [.text(isDifference ? "、増減は" : "、"), .word("change")] : []) + [.text("）。")]
      case .en:
        [.text(bullet + metric.label.en + (groups.isEmpty ? "" : " (\(groups))") + ": "), .word("now"), .text(" (")]
          + (isDifference ? [.text("change ")] : []) + (saysChange ? [.word("change"), .text("; ")] : [])
          + [.word("before"), .text(" in \(earlier)).")]
      }
    return ReportText(pieces: pieces, place: place)
  }
}
