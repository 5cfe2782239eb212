public import ShihyoModel

/// What can be wrong with the wish for an interval.
public enum IntervalRule: FindingRule {
  case populationWithGroups
  case populationBelowOne
  case againstNeedsGroups
  case unknownGroup(String, nearest: String?, known: [String])

  public var code: String {
    switch self {
    case .populationWithGroups: "interval.population-with-groups"
    case .populationBelowOne: "interval.population-below-one"
    case .againstNeedsGroups: "interval.against-needs-groups"
    case .unknownGroup: "interval.unknown-group"
    }
  }

  public var message: Bilingual {
    switch self {
    case .populationWithGroups:
      Bilingual(
        ja: "区分が複数あるとき、対象の総数 (--population) を1つの数では示せません",
        en: "one --population cannot be that of several groups")
    case .populationBelowOne:
      Bilingual(ja: "対象の総数 (--population) は1以上の整数です", en: "--population is a whole number, 1 or more")
    case .againstNeedsGroups:
      Bilingual(ja: "比べる相手 (--against) があるのに、区分がありません", en: "there are no groups to compare with --against")
    case .unknownGroup(let name, _, _): Bilingual(ja: "区分「\(name)」はありません", en: "there is no group \"\(name)\"")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .populationWithGroups:
      Bilingual(
        ja: "--by を外すか、--where で1つの区分に絞ってください", en: "leave out --by, or choose one group with --where")
    case .populationBelowOne:
      Bilingual(ja: "調査の対象となった人などの総数を書いてください", en: "give the number of all who could have been drawn")
    case .againstNeedsGroups: Bilingual(ja: "--by に区分の列を書いてください", en: "name the groups with --by")
    case .unknownGroup(_, let nearest?, _):
      Bilingual(ja: "「\(nearest)」ではありませんか", en: "did you mean \"\(nearest)\"?")
    case .unknownGroup(_, nil, let known):
      Bilingual(
        ja: "あるもの：\(known.joined(separator: "、"))", en: "there are: \(known.joined(separator: ", "))")
    }
  }

  public static var examples: [IntervalRule] {
    [
      .populationWithGroups, .populationBelowOne, .againstNeedsGroups,
      .unknownGroup("甲", nearest: "甲区", known: ["甲区"]), .unknownGroup("甲", nearest: nil, known: ["東", "西"]),
    ]
  }
}
