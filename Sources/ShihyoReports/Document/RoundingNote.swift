public import ShihyoModel

/// The note that Japanese tables carry where printed parts do not add up to the printed total (domain.md, section 10).
public enum RoundingNote {
  public static let text = Bilingual(
    ja: "四捨五入のため合計（内訳の計）が一致しない場合がある。", en: "Parts may not add up to the total because of rounding.")

  /// Whether rounding alone keeps the printed parts from adding up: exactly they do, as printed they do not.
  public static func applies(parts: [Figure], total: Figure) -> Bool {
    guard let exactTotal = total.exactValue, let printedTotal = ExactDecimal(total.printed) else { return false }
    var exact = Rational.zero
    var printed = Rational.zero
    for part in parts {
      guard let value = part.exactValue, let digits = ExactDecimal(part.printed) else { return false }
      exact = exact + value
      printed = printed + Rational(digits)
    }
    return !parts.isEmpty && exact == exactTotal && printed != Rational(printedTotal)
  }
}

extension ReportTable {
  /// Whether the standard rounding note belongs under the table: for some total or subtotal row, a column's printed parts
  /// do not add up. The parts of a total row are the body rows that agree with it in every key that is not `total`.
  var needsRoundingNote: Bool {
    let body = rows.filter { $0.kind == .body }
    return rows.contains { total in
      guard total.kind != .body else { return false }
      let parts = body.filter { row in
        zip(total.keys, row.keys).allSatisfy { $0.code == "total" || Label($0.code) == Label($1.code) }
      }
      return valueColumns.indices.contains { column in
        RoundingNote.applies(parts: parts.map { $0.figures[column] }, total: total.figures[column])
      }
    }
  }
}

extension Figure {
  /// The exact number; nil for irrational results, texts, dates and absent values.
  public var exactValue: Rational? {
    switch value {
    case .exact(let rational): rational
    case .decimal(let decimal): Rational(decimal)
    case .approximate, .text, .date, .absent, .undefined: nil
    }
  }
}
