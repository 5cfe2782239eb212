public import ShihyoModel

/// Why a rate per population cannot be computed as asked.
public enum RateRule: FindingRule {
  case baseOutside
  case standardNeedsKey
  case overlapping
  case oneMeasure
  /// People of several dates would be added up.
  case severalTimes(input: String, time: String, group: String)
  case noGroupInCommon(input: String, events: [String], people: [String])

  public var code: String {
    switch self {
    case .baseOutside: "rate.base-outside"
    case .standardNeedsKey: "rate.standard-needs-key"
    case .overlapping: "rate.overlapping"
    case .oneMeasure: "rate.one-measure"
    case .severalTimes: "rate.several-times"
    case .noGroupInCommon: "rate.no-group-in-common"
    }
  }

  public var message: Bilingual {
    switch self {
    case .baseOutside: Bilingual(ja: "人口の単位が範囲の外です", en: "the number of people is out of range")
    case .standardNeedsKey:
      Bilingual(ja: "--standard と --standard-over は一緒に使います", en: "--standard and --standard-over go together")
    case .overlapping:
      Bilingual(ja: "複数回答の区分には人口がありません", en: "there are no people of groups that overlap")
    case .oneMeasure:
      Bilingual(ja: "人口当たりの率は、件数か合計の1つについて求めます", en: "a rate per population is of the count or of one sum")
    case .severalTimes(let input, let time, let group):
      Bilingual(
        ja: "\(input) には「\(group)」の人口が「\(time)」の違いで2つ以上あり、足すと何倍にもなります",
        en: "\(input) has people of \"\(group)\" at several \"\(time)\": their sum would be a multiple of them")
    case .noGroupInCommon(let input, _, _):
      Bilingual(ja: "\(input) と区分の名前が1つも合いません", en: "no group has the same name in \(input)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .baseOutside: Bilingual(ja: "--per-base 1000 のように1以上の整数にしてください", en: "write a whole number, --per-base 1000")
    case .standardNeedsKey:
      Bilingual(
        ja: "例: --standard 基準人口.csv:人口 --standard-over '年齢:brackets(0-14,15-64,65+)'",
        en: "for example --standard standard.csv:people --standard-over 'age:brackets(0-14,15-64,65+)'")
    case .overlapping: Bilingual(ja: "--by から複数回答の列を外してください", en: "leave that column out of --by")
    case .oneMeasure: Bilingual(ja: "--count か --sum 列 のどちらか1つにしてください", en: "give --count or one --sum")
    case .severalTimes(_, let time, _):
      Bilingual(
        ja: "人口の表を1つの時点だけにするか、--by に「\(time)」と同じ長さの期間を加えてください",
        en: "leave one date in that table, or add periods as long as those of \"\(time)\" to --by")
    case .noGroupInCommon(_, let events, let people):
      Bilingual(
        ja: "書き方をそろえてください。件数の表：\(events.joined(separator: "、"))。人口の表：\(people.joined(separator: "、"))",
        en: "spell them alike; events: \(events.joined(separator: ", ")); people: \(people.joined(separator: ", "))")
    }
  }

  public static var examples: [RateRule] {
    [
      .baseOutside, .standardNeedsKey, .overlapping, .oneMeasure,
      .severalTimes(input: "人口.csv", time: "年月", group: "門司区・令和5年度"),
      .noGroupInCommon(input: "人口.csv", events: ["門司区"], people: ["門司"]),
    ]
  }
}
