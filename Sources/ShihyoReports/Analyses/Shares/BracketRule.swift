public import ShihyoModel

/// Brackets that the data does not fit into, as one finding instead of one for every row.
public enum BracketRule: FindingRule {
  /// - `outside`: labels of ages in none of the brackets; `split`: labels that reach over a bound.
  case doNotFit(scheme: String, outside: [String], split: [String], instead: String?)

  public var code: String {
    switch self {
    case .doNotFit: "age.brackets-do-not-fit"
    }
  }

  public var message: Bilingual {
    switch self {
    case .doNotFit(let scheme, let outside, let split, _):
      let parts = [
        (outside, Bilingual(ja: "どの区分にも入らない", en: "in none of them")),
        (split, Bilingual(ja: "区分の境をまたぐ", en: "over a bound")),
      ].filter { !$0.0.isEmpty }
      let ja = parts.map { "\(Self.named($0.0, "、", "ほか"))（\($0.1.ja)）" }.joined(separator: "、")
      let en = parts.map { "\(Self.named($0.0, ", ", "and others")) (\($0.1.en))" }.joined(separator: ", ")
      return Bilingual(ja: "年齢区分 \(scheme) に分けられない年齢があります: \(ja)", en: "ages do not fit the brackets \(scheme): \(en)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .doNotFit(_, _, _, let instead?):
      Bilingual(ja: "全員が入るように '\(instead)' と書いてください", en: "to hold everybody write '\(instead)'")
    case .doNotFit(_, _, _, nil):
      Bilingual(
        ja: "データにある区分の境に合わせて、全員が入る区分を書いてください（例 '0-29,30-59,60+'）",
        en: "choose brackets that hold everybody and keep the bounds of the data, for example '0-29,30-59,60+'")
    }
  }

  /// As many as are read at a glance.
  private static func named(_ labels: [String], _ separator: String, _ others: String) -> String {
    labels.prefix(6).joined(separator: separator) + (labels.count > 6 ? separator + others : "")
  }

  public static var examples: [BracketRule] {
    [.doNotFit(scheme: "65+", outside: ["29歳以下"], split: ["60歳以上"], instead: nil)]
  }
}

extension Findings {
  /// The same; where several, and all of them, are ages that do not fit into a scheme of `queries`, one finding that says so.
  public func withBracketsAsOne(_ queries: [Query]) -> Findings {
    let schemes = queries.flatMap(\.keys).compactMap { key in
      if case .brackets(let scheme) = key.form { scheme } else { nil }
    }
    guard let scheme = schemes.first, schemes.allSatisfy({ $0 == scheme }), findings.count > 1,
      let first = findings.first
    else {
      return self
    }
    func labels(_ code: String) -> [String] {
      var seen: Set<String> = []
      return findings.filter { $0.code == code }.compactMap(\.text).filter { seen.insert($0).inserted }
    }
    let outside = labels("age.outside-scheme")
    let split = labels("age.split-bracket")
    guard findings.allSatisfy({ ["age.outside-scheme", "age.split-bracket"].contains($0.code) }), !outside.isEmpty
    else {
      return self
    }
    let rule = BracketRule.doNotFit(
      scheme: scheme.spelling, outside: outside, split: split, instead: split.isEmpty ? scheme.filled.spelling : nil)
    return Findings([Finding(rule, at: Place(file: first.place.file))], kind: kind)
  }
}

extension BracketScheme {
  /// With brackets for all ages that are in none.
  fileprivate var filled: BracketScheme {
    var all = brackets.sorted()
    var next = 0
    for bracket in brackets.sorted() {
      if let gap = AgeBracket(lower: next, upper: bracket.lower - 1), bracket.lower > next { all.append(gap) }
      guard let upper = bracket.upper else { return BracketScheme(all.sorted()) }
      next = max(next, upper + 1)
    }
    if let rest = AgeBracket(lower: next, upper: nil) { all.append(rest) }
    return BracketScheme(all.sorted())
  }
}
