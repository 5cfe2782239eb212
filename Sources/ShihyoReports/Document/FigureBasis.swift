package import ShihyoModel

/// 算出根拠: how a figure came about, in words; what the hover text and the appendix of a page say.
///
/// A hidden figure (秘匿) shows nothing that it is made of.
struct FigureBasis {
  private let figure: Figure
  private let language: Language
  private let isHidden: Bool

  init(_ figure: Figure, _ language: Language) {
    self.figure = figure
    self.language = language
    isHidden = figure.value == .absent(.suppressed)
  }

  var definition: String { figure.definition?[language] ?? "" }
  /// Of a difference in points both are percentages, one less the other.
  var numerator: String { isHidden ? "" : figure.numerator.map { minuend[language] + number($0) } ?? "" }
  var denominator: String { isHidden ? "" : figure.denominator.map { subtrahend[language] + number($0) } ?? "" }
  var n: String { isHidden ? "" : figure.n.map { DigitGroups.grouped($0) } ?? "" }

  /// 四捨五入（小数第1位）; empty where all digits are printed or there are none.
  var rounding: String {
    let digits: Int? =
      switch figure.value {
      case .exact, .approximate: figure.digits ?? figure.textDigits
      case .decimal: figure.digits
      case .text, .date, .absent, .undefined: nil
      }
    guard let digits else { return "" }
    guard language == .ja else { return "\(figure.rounding.words.en), \(digits) decimal\(digits == 1 ? "" : "s")" }
    return figure.rounding.words.ja + (digits == 0 ? "（整数）" : "（小数第\(digits)位）")
  }

  /// What the signs beside the digits mean, and why there are no digits.
  var marks: String {
    var words: [String] = []
    switch figure.value {
    case .absent(let reason): words.append(reason.meaning[language])
    case .undefined(let why): words.append(why[language])
    case .approximate: words.append(language == .ja ? "近似計算" : "floating point")
    case .exact, .decimal, .text, .date: break
    }
    let signs = figure.leavesOutCells ? figure.marks.union(.incomplete) : figure.marks
    for sign in MarkSign.all where signs.contains(sign.mark) {
      var meaning = sign.meaning[language]
      let reasons = figure.reasonWords(language)
      if sign.mark == .incomplete, !reasons.isEmpty, !isHidden {
        meaning += language == .ja ? "（\(reasons)）" : " (\(reasons))"
      }
      words.append(meaning)
    }
    return words.joined(separator: language == .ja ? "、" : "; ")
  }

  /// All of it in one line.
  var sentence: String {
    let isJapanese = language == .ja
    let isPoints = figure.kind == .points
    let parts = [
      definition, labelled(isPoints ? "" : isJapanese ? "分子" : "numerator", numerator),
      labelled(isPoints ? "" : isJapanese ? "分母" : "denominator", denominator), labelled("n", n), rounding, marks,
      figure.id.map { labelled("ID", $0.spelling) } ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: isJapanese ? "、" : "; ")
  }

  private var minuend: Bilingual {
    figure.kind == .points ? Bilingual(ja: "（引かれる数）", en: "(from) ") : Bilingual(ja: "", en: "")
  }
  private var subtrahend: Bilingual {
    figure.kind == .points ? Bilingual(ja: "（引く数）", en: "(less) ") : Bilingual(ja: "", en: "")
  }

  private func labelled(_ name: String, _ text: String) -> String {
    text.isEmpty ? "" : name.isEmpty ? text : name + " " + text
  }

  private func number(_ decimal: ExactDecimal) -> String { FigureText.number(decimal.description, language) }
}

extension RoundingMode {
  fileprivate var words: Bilingual {
    switch self {
    case .halfUp: Bilingual(ja: "四捨五入", en: "half up")
    case .halfEven: Bilingual(ja: "偶数丸め", en: "half to even")
    case .down: Bilingual(ja: "切捨て", en: "rounded down")
    case .up: Bilingual(ja: "切上げ", en: "rounded up")
    }
  }
}

extension ReportDocument {
  /// Every figure that has an id or is a quotient, each once, in the order of appearance, with what it is called: its id, or
  /// where it stands in its table.
  func explainedFigures(_ language: Language) -> [(name: String, figure: Figure)] {
    var seen: Set<FigureID> = []
    return blocks.flatMap { named(in: $0, language) }.compactMap { place, figure in
      if let id = figure.id { return seen.insert(id).inserted ? (id.spelling, figure) : nil }
      return figure.numerator != nil && figure.denominator != nil ? (place, figure) : nil
    }
  }

  private func named(in block: Block, _ language: Language) -> [(String, Figure)] {
    switch block {
    case .heading, .chart: []  // A chart draws what stands in a table.
    case .paragraph(let inlines): Self.figures(inlines)
    case .list(let items): items.flatMap(Self.figures)
    case .table(let table):
      Self.figures(of: table, language)
    }
  }

  /// Only what has no id needs the name of its place.
  private static func figures(of table: ReportTable, _ language: Language) -> [(String, Figure)] {
    let columns = table.valueColumns.indices.map { table.chartCell(ofColumn: $0).label[language] }
    return table.rows.enumerated().flatMap { index, row in
      zip(columns, row.figures).compactMap { column, figure -> (String, Figure)? in
        if figure.id != nil { return ("", figure) }
        guard figure.numerator != nil, figure.denominator != nil else { return nil }
        return (table.chartCell(ofRow: index).label[language] + " " + column, figure)
      }
    }
  }

  private static func figures(_ inlines: [Inline]) -> [(String, Figure)] {
    inlines.compactMap { if case .figure(let figure) = $0 { ("", figure) } else { nil } }
  }
}

extension Figure {
  /// Why cells are left out, and how many: `皆無 1、秘匿 2`; empty where none is.
  package func reasonWords(_ language: Language) -> String {
    let counts = Reason.allCases.filter { reasons[$0] > 0 }.map {
      $0.meaning[language] + " " + DigitGroups.grouped(reasons[$0])
    }
    return counts.joined(separator: language == .ja ? "、" : ", ")
  }
}
