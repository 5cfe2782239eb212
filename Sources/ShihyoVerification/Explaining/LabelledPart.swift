import ShihyoDefinitions
import ShihyoModel
import ShihyoReports

/// A part of a figure with the name that it has in the explanation: 分子, 分母, 前年同期 分子.
struct LabelledPart: Hashable {
  /// Of machine output: `rows`, `numerator`, `before-denominator`.
  var code: String
  var label: Bilingual
  var part: FigurePart

  /// In the order of `FigureOrigin.parts`.
  ///
  /// - Parameter lead: of code and label, where the origin is one of several.
  static func all(
    of origin: FigureOrigin, code: String = "", lead: Bilingual = Bilingual(ja: "", en: "")
  ) -> [LabelledPart] {
    var parts = walk(origin, code, lead)
    if code.isEmpty { return parts }
    switch origin {
    // 分子, not the rows of the 分子.
    case .sum, .selection:
      parts[0].code = String(code.dropLast())
      parts[0].label = Bilingual(ja: String(lead.ja.dropLast()), en: String(lead.en.dropLast(2)))
    case .ratio, .change, .total, .derived: break
    }
    return parts
  }

  private static func walk(_ origin: FigureOrigin, _ code: String, _ lead: Bilingual) -> [LabelledPart] {
    func part(_ name: String, _ label: Bilingual, _ part: FigurePart) -> LabelledPart {
      LabelledPart(
        code: code + name, label: Bilingual(ja: lead.ja + label.ja, en: lead.en + label.en), part: part)
    }
    switch origin {
    case .sum(let only), .selection(let only):
      return [part("rows", Bilingual(ja: "行", en: "rows"), only)]
    case .ratio(.change, let numerator, let denominator):
      return [
        part("now", Bilingual(ja: "比べる値", en: "now"), numerator),
        part("base", Bilingual(ja: "もとの値", en: "base"), denominator),
      ]
    case .ratio(_, let numerator, let denominator):
      return [
        part("numerator", Bilingual(ja: "分子", en: "numerator"), numerator),
        part("denominator", Bilingual(ja: "分母", en: "denominator"), denominator),
      ]
    case .change(_, let now, let before):
      return side(now, code + "now-", lead) + side(before, code + "before-", lead)
    case .total(let figures), .derived(_, let figures):
      return figures.enumerated().flatMap { side($1, code + "\($0 + 1)-", lead) }
    }
  }

  private static func side(_ traced: TracedFigure, _ code: String, _ lead: Bilingual) -> [LabelledPart] {
    let own = Bilingual(ja: lead.ja + traced.label.ja + " ", en: lead.en + traced.label.en + ", ")
    return traced.origin.map { walk($0, code, own) } ?? []
  }
}

extension FigurePart {
  /// What is added up, as an expression; of a number that stands in a cell of its own, the column.
  var spelled: String {
    if case .value(let column)? = metric?.computation { return column }
    return sum.machineName
  }

  /// A number that stands in one cell, or one row of a list of numbers.
  var isCell: Bool { if case .value? = metric?.computation { true } else { false } }
}
