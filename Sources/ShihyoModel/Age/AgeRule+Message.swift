extension AgeRule {
  public var message: Bilingual {
    switch self {
    case .notABracket(let text):
      Bilingual(ja: "「\(text)」は年齢区分として読めません。", en: "\"\(text)\" is not an age bracket.")
    case .reversed(let lower, let upper):
      Bilingual(ja: "下限（\(lower)歳）が上限（\(upper)歳）より上です。", en: "The lower age (\(lower)) is above the upper (\(upper)).")
    case .implausible(let age):
      Bilingual(ja: "\(age)歳という年齢はありえません。", en: "Nobody is \(age) years old.")
    case .ambiguous(let bracket, let qualifier):
      Bilingual(
        ja: "\(bracket.label(.ja))（\(bracket.code)）と、かっこ内の「\(qualifier)」が同じ年齢を指していません。",
        en: "\(bracket.code) and \"\(qualifier)\" in brackets are not the same ages.")
    case .spreadsheetDate(let month, let day):
      Bilingual(
        ja: "日付になっています。表計算ソフトが「\(month)-\(day)」を変えたようです。",
        en: "This is a date; a spreadsheet seems to have changed \(month)-\(day).")
    case .emptyScheme:
      Bilingual(ja: "年齢区分が1つもありません。", en: "There is no bracket.")
    case .notInScheme(let text):
      Bilingual(
        ja: "「\(text)」は年齢の範囲ではないので、区分の一覧に入れられません。", en: "\"\(text)\" is no range of ages, so it cannot stand in a list."
      )
    case .gap(let gap, let before, _):
      Bilingual(
        ja: "\(gap.label(.ja))がどの区分にも入りません（\(before.label(.ja))の次）。",
        en: "Ages \(gap.label(.en)) are in no bracket (after \(before.label(.en))).")
    case .overlap(let left, let right):
      Bilingual(
        ja: "\(left.label(.ja))と\(right.label(.ja))が重なっています。", en: "\(left.label(.en)) and \(right.label(.en)) overlap."
      )
    case .unsorted(let later, let earlier):
      Bilingual(
        ja: "\(later.label(.ja))が\(earlier.label(.ja))より前に書かれています。",
        en: "\(later.label(.en)) is written before \(earlier.label(.en)).")
    case .lowerBound(let age):
      Bilingual(ja: "最初の区分が\(age)歳から始まります。", en: "The first bracket begins at \(age).")
    case .closedTop(let age):
      Bilingual(ja: "最後の区分が\(age)歳で終わります。", en: "The last bracket ends at \(age).")
    case .splitBracket(let bracket, let over):
      Bilingual(
        ja: "データの区分 \(bracket.label(.ja)) が、求める区分（\(over.map { $0.label(.ja) }.joined(separator: "、"))）の境をまたいでいます。",
        en:
          "\(bracket.label(.en)) of the data reaches over the bounds of \(over.map { $0.label(.en) }.joined(separator: ", "))."
      )
    case .outsideScheme(let bracket):
      Bilingual(
        ja: "\(bracket.label(.ja))は、求める区分のどれにも入りません。", en: "\(bracket.label(.en)) is in none of the brackets asked for."
      )
    }
  }

  public var hint: Bilingual {
    switch self {
    case .notABracket:
      Bilingual(ja: "30～39歳、29歳以下、60歳以上、20代、18歳 のように書いてください。", en: "Write it like 30-39, 60+, 29歳以下, 20代 or 18.")
    case .reversed: Bilingual(ja: "下限と上限を確かめて直してください。", en: "Check the two ages and correct them.")
    case .implausible:
      Bilingual(
        ja: "生年など、年齢でない数が入っていないか確かめてください。999 のように不詳を表す符号なら、定義ファイルの missingValues に書いてください。",
        en:
          "Check for a year of birth or another number; a code such as 999 for an unknown age belongs in missingValues of a descriptor."
      )
    case .ambiguous(let bracket, _):
      Bilingual(
        ja: "元の調査の対象年齢を確かめ、18～19歳 か \(bracket.label(.ja)) のどちらかに書き直してください。",
        en: "Check whom the survey asked and write one of them, for example 18-19 or \(bracket.label(.en)).")
    case .spreadsheetDate(let month, let day):
      Bilingual(
        ja: "元のデータで「\(month)～\(day)歳」に直してください。", en: "Correct it in the source, as \(month)～\(day)歳.")
    case .emptyScheme: Bilingual(ja: "0-29,30-59,60+ のように書いてください。", en: "Write them like 0-29,30-59,60+.")
    case .notInScheme:
      Bilingual(ja: "一覧から除いてください。総数や不詳は別に数えます。", en: "Leave it out; totals and unknown ages are counted apart.")
    case .gap(_, let before, let likely):
      Self.gapHint(before, likely)
    case .overlap: Bilingual(ja: "同じ人を2回数えないよう、境を直してください。", en: "Correct the bounds, so that nobody is counted twice.")
    case .unsorted: Bilingual(ja: "若い順に並べると読みやすくなります。", en: "Put the younger bracket first.")
    case .lowerBound(let age):
      Bilingual(
        ja: "\(age)歳未満の人がデータにいれば、どの区分にも入りません。調査対象の最低年齢か確かめてください。",
        en: "Younger people would be in no bracket; check that \(age) is the survey's minimum age.")
    case .closedTop(let age):
      Bilingual(ja: "最後を「\(age + 1)歳以上」のように開くと、全員が入ります。", en: "Add \(age + 1)+ to hold everybody.")
    case .splitBracket:
      Bilingual(
        ja: "境が一致する、より粗い区分を求めるか、より細かい年齢のデータを使ってください。",
        en: "Ask for coarser brackets with the same bounds, or use data of finer ages.")
    case .outsideScheme:
      Bilingual(ja: "その年齢を含む区分を加えてください。", en: "Add a bracket that holds these ages.")
    }
  }

  private static func gapHint(_ before: AgeBracket, _ likely: AgeBracket?) -> Bilingual {
    guard let likely, let upper = likely.upper else {
      return Bilingual(ja: "間の年齢を含むように境を直してください。", en: "Correct the bounds, so that these ages are in one.")
    }
    let meant = "\(likely.lower)～\(upper / 10 * 10)代"
    return Bilingual(
      ja: "\(before.label(.ja))は「\(meant)」（\(likely.label(.ja))）の意味ではないか、元の資料を確かめてください。",
      en: "\(before.label(.en)) probably means \(meant) (\(likely.label(.en))); check the source.")
  }
}
