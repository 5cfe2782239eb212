import ShihyoDefinitions
import ShihyoModel

/// Which case of a movement a change calls for: the same as what a table prints of it.
extension MovementBlock {
  /// - 皆増 and 皆減: `appeared` and `vanished`, else a sentence of the figures and the word.
  /// - A change that prints as 0 has no direction: too small to say, or unchanged where both values print alike.
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
    let isSmall = threshold.map { difference.magnitude < Rational($0) } ?? false
    let printsZero = ExactDecimal(change.printed)?.isZero ?? false
    if isSmall || printsZero, let tooSmall { return tooSmall }
    if printsZero, now.printed == before.printed { return unchanged }
    return difference.isNegative ? fell : rose
  }

  /// `・利用者数は5人（前期は0人、皆増）。`, with the bullet of the other cases.
  private func standing(_ metric: MetricDefinition, _ language: Language) -> ReportText {
    var bullet = ""
    if case .text(let text)? = rose.pieces.first { bullet = String(text.prefix { "・○●-* 　".contains($0) }) }
    let earlier =
      switch comparison {
      case .previous: Bilingual(ja: "前期", en: "the previous period")
      case .yearAgo: Bilingual(ja: "前年同期", en: "the year before")
      }
    let pieces: [ReportText.Piece] =
      switch language {
      case .ja:
        [
          .text(bullet + metric.label.ja + "は"), .word("now"), .text("（\(earlier.ja)は"), .word("before"), .text("、"),
          .word("change"), .text("）。"),
        ]
      case .en:
        [
          .text(bullet + metric.label.en + ": "), .word("now"), .text(" ("), .word("change"), .text("; "),
          .word("before"), .text(" in \(earlier.en))."),
        ]
      }
    return ReportText(pieces: pieces, place: place)
  }
}
