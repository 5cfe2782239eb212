extension AgeBracket {
  /// Whether somebody who has completed `age` years belongs here.
  public func contains(_ age: Int) -> Bool { age >= lower && age <= upper ?? .max }

  /// Whether all of `finer` lies in here.
  public func contains(_ finer: AgeBracket) -> Bool {
    finer.lower >= lower && finer.upper ?? .max <= upper ?? .max
  }

  /// The SDMX code: `Y0T29`, `Y_GE60`, `Y18`. Never `5-9`, of which a spreadsheet makes a date.
  public var code: String {
    guard let upper else { return "Y_GE\(lower)" }
    return upper == lower ? "Y\(lower)" : "Y\(lower)T\(upper)"
  }

  /// Reads exactly what `code` writes; nil for anything else.
  public init?(code: String) {
    guard code.hasPrefix("Y"), let bracket = try? AgeGrammar().bracket(code), bracket.code == code else { return nil }
    self = bracket
  }

  /// 30～59歳, 29歳以下, 60歳以上, 18歳; in English `30–59`, `60+`, `18`. The classes from 0 of five and ten years keep
  /// both ends (0～4歳), as tables print them.
  public func label(_ language: Language) -> String {
    let sign = language == .ja ? "～" : "–"
    let years = language == .ja ? "歳" : ""
    guard let upper else { return language == .ja ? "\(lower)歳以上" : "\(lower)+" }
    if lower == upper { return "\(lower)\(years)" }
    if language == .ja, lower == 0, upper > 9 { return "\(upper)歳以下" }
    return "\(lower)\(sign)\(upper)\(years)"
  }
}

extension AgeClass {
  /// The bracket's code, `unknown`, `no-answer`, `total`, or `recount:` and the bracket's code.
  public var code: String {
    switch self {
    case .bracket(let bracket): bracket.code
    case .unknown: "unknown"
    case .noAnswer: "no-answer"
    case .total: "total"
    case .recount(let bracket): "recount:" + bracket.code
    }
  }

  /// Reads exactly what `code` writes; nil for anything else.
  public init?(code: String) {
    guard let read = try? AgeGrammar().read(code), read.code == code else { return nil }
    self = read
  }

  public func label(_ language: Language) -> String {
    let text =
      switch self {
      case .bracket(let bracket): Bilingual(ja: bracket.label(.ja), en: bracket.label(.en))
      case .unknown: Bilingual(ja: "年齢不詳", en: "Age unknown")
      case .noAnswer: Bilingual(ja: "無回答", en: "No answer")
      case .total: Bilingual(ja: "総数", en: "Total")
      case .recount(let bracket): Bilingual(ja: "（再掲）" + bracket.label(.ja), en: "of which " + bracket.label(.en))
      }
    return text[language]
  }
}
