public import ShihyoModel

/// What keeps small counts from being hidden soundly.
public enum DisclosureRule: FindingRule {
  case thresholdOutside
  case notCounts(measure: String, group: String)
  /// The data holds totals beside its parts, so that groups do not add up.
  case totalsAmongGroups(label: String)
  /// So few records pass the conditions that saying how many tells what is to be hidden.
  case tooFewRecords(threshold: Int)
  /// The base without unknown beside the number of all records tells the unknown.
  case unknownExcluded
  case cannotProtect
  /// Shown numbers do not add up, so nothing can be concluded from them.
  case notAdditive(table: String)
  case columnMissing
  /// The table shares out another column than the one of people.
  case otherColumn(String)
  /// A survey counts its respondents itself.
  case surveyCounts
  case shown(count: Int, group: String)
  /// A figure is shown that was computed from a hidden one.
  case derivedShown(figure: String)
  case exposed(group: String, value: Int)
  case below(group: String, lower: Int, upper: Int, threshold: Int)
  case narrow(group: String, lower: Int, upper: Int)

  public var severity: Finding.Severity { if case .narrow = self { .warning } else { .error } }

  public var code: String {
    switch self {
    case .thresholdOutside: "disclosure.threshold-outside"
    case .notCounts: "disclosure.not-counts"
    case .totalsAmongGroups: "disclosure.totals-among-groups"
    case .tooFewRecords: "disclosure.too-few-records"
    case .unknownExcluded: "disclosure.unknown-excluded"
    case .cannotProtect: "disclosure.cannot-protect"
    case .notAdditive: "disclosure.not-additive"
    case .columnMissing: "disclosure.column-missing"
    case .otherColumn: "disclosure.other-column"
    case .surveyCounts: "disclosure.survey-counts"
    case .shown: "disclosure.shown"
    case .derivedShown: "disclosure.derived-shown"
    case .exposed: "disclosure.exposed"
    case .below: "disclosure.below"
    case .narrow: "disclosure.narrow"
    }
  }

  public var message: Bilingual {
    switch self {
    case .thresholdOutside: Bilingual(ja: "秘匿の基準が範囲の外です", en: "the threshold is out of range")
    case .notCounts(let measure, let group):
      Bilingual(
        ja: "\(measure) が人数でない値（負か小数）なので、秘匿を判断できません：\(group)",
        en: "\(measure) is no count of people (negative, or no whole number): \(group)")
    case .totalsAmongGroups(let label):
      Bilingual(
        ja: "合計の行「\(label)」が内訳と並んでいるため、秘匿した数を合計から逆算できるか判断できません",
        en: "\"\(label)\" is a total among its parts, so it cannot be told what totals give away")
    case .tooFewRecords(let threshold):
      Bilingual(
        ja: "条件に合う行か、条件で除かれる行が\(threshold)未満のため、集計結果を示せません",
        en: "fewer than \(threshold) records pass the conditions, or are left out by them, so nothing can be shown")
    case .unknownExcluded:
      Bilingual(
        ja: "不詳を除いた分母と全体の件数から、不詳の数が分かってしまいます",
        en: "the base without unknown, beside the number of all records, tells how many are unknown")
    case .cannotProtect:
      Bilingual(
        ja: "どう秘匿しても、小さい数が合計から逆算できてしまいます", en: "however much is hidden, a small count can be worked out from totals")
    case .notAdditive(let table):
      Bilingual(
        ja: "示された数が合計と合わないため、秘匿を点検できません：\(table)",
        en: "the numbers shown do not add up, so nothing can be audited: \(table)")
    case .otherColumn(let column):
      Bilingual(
        ja: "人数の列「\(column)」と、構成比をとる列が違います", en: "shares are of another column than \"\(column)\", that of the people")
    case .surveyCounts:
      Bilingual(ja: "調査で秘匿するのは回答者の数で、別の列は指定できません", en: "a survey hides counts of respondents, not of another column")
    case .columnMissing: Bilingual(ja: "点検する表の区分の列が分かりません", en: "the key columns of the table are not known")
    case .shown(let count, let group):
      Bilingual(ja: "秘匿すべき小さい数 \(count) が示されています：\(group)", en: "a count to be hidden is shown, \(count): \(group)")
    case .derivedShown(let figure):
      Bilingual(
        ja: "秘匿した数値から計算した数値が示されています：\(figure)",
        en: "a figure is shown that was computed from a hidden one: \(figure)")
    case .exposed(let group, let value):
      Bilingual(
        ja: "秘匿した数が合計から逆算できます（\(value)）：\(group)", en: "the hidden count can be worked out (\(value)): \(group)")
    case .below(let group, let lower, let upper, let threshold):
      Bilingual(
        ja: "秘匿した数が\(threshold)未満と分かります（\(lower)～\(upper)）：\(group)",
        en: "the hidden count is known to be below \(threshold) (\(lower) to \(upper)): \(group)")
    case .narrow(let group, let lower, let upper):
      Bilingual(
        ja: "秘匿した数が狭い範囲に絞れます（\(lower)～\(upper)）：\(group)",
        en: "the hidden count is known within a narrow range (\(lower) to \(upper)): \(group)")
    }
  }

  public var hint: Bilingual {
    switch self {
    case .thresholdOutside: Bilingual(ja: "2から1000までの整数にしてください", en: "give a whole number from 2 to 1000")
    case .notCounts:
      Bilingual(ja: "--disclosure 5:列名 で人数の列を指定してください", en: "name the column of people: --disclosure 5:COL")
    case .totalsAmongGroups(let label):
      Bilingual(ja: "--where で「\(label)」を除いてください", en: "leave \"\(label)\" out with --where")
    case .tooFewRecords: Bilingual(ja: "--where の条件をゆるめてください", en: "take fewer conditions in --where")
    case .unknownExcluded: Bilingual(ja: "--exclude-unknown を外してください", en: "leave out --exclude-unknown")
    case .cannotProtect: Bilingual(ja: "区分をまとめるか、表を分けてください", en: "join categories, or print another table")
    case .notAdditive:
      Bilingual(ja: "丸めていない数の表を点検してください", en: "audit a table of numbers that are not rounded")
    case .otherColumn(let column):
      Bilingual(ja: "--of \(column) としてください", en: "write --of \(column)")
    case .surveyCounts:
      Bilingual(
        ja: "--disclosure 5 のように数だけを書いてください（集計済みの表では --count の列が人数）", en: "write the number alone: --disclosure 5")
    case .columnMissing:
      Bilingual(
        ja: "--by 区,年齢 のように区分の列を、--of 人数 のように数の列を書いてください", en: "name them: --by ward,age, and the counts: --of people")
    case .shown: Bilingual(ja: "この数を秘匿してください", en: "hide this count")
    case .derivedShown: Bilingual(ja: "この数値も秘匿してください", en: "hide that figure, too")
    case .exposed, .below:
      Bilingual(
        ja: "同じ行や列の数をもう1つ秘匿するか、合計を示さないでください（--disclosure で作り直すと自動で選びます）",
        en: "hide another count of its row and column, or the total; --disclosure chooses them")
    case .narrow:
      Bilingual(ja: "気になるときは、もう1つ秘匿してください", en: "hide another count if that is too narrow")
    }
  }

  public static var examples: [DisclosureRule] {
    [
      .thresholdOutside, .notCounts(measure: "sum(人数)", group: "門司区"), .totalsAmongGroups(label: "計"),
      .tooFewRecords(threshold: 5), .unknownExcluded, .cannotProtect, .notAdditive(table: "区×年齢"), .columnMissing,
      .otherColumn("人数"), .surveyCounts,
      .shown(count: 3, group: "門司区・18～29歳"), .derivedShown(figure: "paper/users/users.change.previous@FY2025Q2"),
      .exposed(group: "門司区", value: 3),
      .below(group: "門司区", lower: 1, upper: 3, threshold: 5), .narrow(group: "門司区", lower: 4, upper: 7),
    ]
  }
}
