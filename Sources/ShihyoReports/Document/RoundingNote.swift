public import ShihyoModel

/// The note that Japanese tables carry where printed parts do not add up to the printed total (domain.md, section 10).
public enum RoundingNote {
  public static let text = Bilingual(
    ja: "四捨五入のため合計（内訳の計）が一致しない場合がある。", en: "Parts may not add up to the total because of rounding.")

  /// Whether rounding alone keeps the printed parts from adding up: exactly they do, as printed they do not.
  public static func applies(parts: [Figure], total: Figure) -> Bool {
    guard total.mayRound || parts.contains(where: \.mayRound) else { return false }
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
  /// do not add up. The parts of a total are all body rows; those of a subtotal agree with it in every key but `total`.
  ///
  /// - Cost: O(cells) for each set of key columns that subtotals leave open.
  var needsRoundingNote: Bool {
    let body = rows.filter { $0.kind == .body }
    var groups: [[Int]: [[Label]: [Row]]] = [:]
    return rows.contains { total in
      switch total.kind {
      case .body: return false
      case .total: return anyColumn(of: body, differsFrom: total)
      case .subtotal:
        let fixed = total.keys.indices.filter { total.keys[$0].code != "total" }
        func group(_ row: Row) -> [Label] { fixed.map { Label(row.keys[$0].code) } }
        let index = groups[fixed] ?? Dictionary(grouping: body, by: group)
        groups[fixed] = index
        return anyColumn(of: index[group(total)] ?? [], differsFrom: total)
      }
    }
  }

  private func anyColumn(of parts: [Row], differsFrom total: Row) -> Bool {
    valueColumns.indices.contains { column in
      RoundingNote.applies(parts: parts.map { $0.figures[column] }, total: total.figures[column])
    }
  }
}

extension Figure {
  /// Counts and sums print all their digits unless fewer are asked for; most tables are done with this.
  fileprivate var mayRound: Bool { if case .decimal = value { digits != nil } else { true } }

  /// The exact number; nil for irrational results, texts, dates and absent values.
  public var exactValue: Rational? {
    switch value {
    case .exact(let rational): rational
    case .decimal(let decimal): Rational(decimal)
    case .approximate, .text, .date, .absent, .undefined: nil
    }
  }
}
